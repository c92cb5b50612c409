'use strict';

// Packs what is published, from the addons under npm/: the platform packages into
// release/platforms, and into release/main the package that lists them. It fails if an addon is
// missing. `napi pre-publish` writes the list into package.json; afterwards that is put back.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { PLATFORMS } = require('../lib/kernel/platform');

const ROOT = path.resolve(__dirname, '..');
const NAPI = path.join(ROOT, 'node_modules/@napi-rs/cli/dist/cli.js');
const RELEASE = path.join(ROOT, 'release');
const MANIFEST = path.join(ROOT, 'package.json');

function pack(folder, destination) {
  fs.mkdirSync(destination, { recursive: true });
  const args = ['pack', '--pack-destination', destination];
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'inherit', 'ignore'] });
}

function main() {
  const manifest = fs.readFileSync(MANIFEST, 'utf8');
  fs.rmSync(RELEASE, { recursive: true, force: true });
  const args = ['pre-publish', '-t', 'npm', '--skip-optional-publish', '--no-gh-release'];
  try {
    execFileSync(process.execPath, [NAPI, ...args], { cwd: ROOT, stdio: 'inherit' });
    for (const name of Object.keys(PLATFORMS)) {
      pack(path.join(ROOT, 'npm', name), path.join(RELEASE, 'platforms'));
    }
    pack(ROOT, path.join(RELEASE, 'main'));
  } finally {
    fs.writeFileSync(MANIFEST, manifest);
  }
}

main();
