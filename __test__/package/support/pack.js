'use strict';

// The packages as they will be on the registry, as tarballs.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const manifest = require('../../../package.json');
const { currentPlatform, PACKAGE_PREFIX, PLATFORMS } = require('../../../lib/kernel/platform');
const { run } = require('./run');

const ROOT = path.resolve(__dirname, '../../..');
const NAPI = path.join(ROOT, 'node_modules/@napi-rs/cli/dist/cli.js');
const PREPUBLISH = ['pre-publish', '-t', 'npm', '--skip-optional-publish', '--no-gh-release'];

function temporaryFolder() {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-package-')));
}

/** Packs a folder and gives { file, name, version, files, size, unpackedSize }. */
async function pack(folder, destination) {
  const args = ['pack', '--json', '--pack-destination', destination];
  const parsed = JSON.parse(await run('npm', args, { cwd: folder }));
  const [report] = Array.isArray(parsed) ? parsed : Object.values(parsed);
  return { ...report, file: path.join(destination, report.filename) };
}

async function unpack(tarball, destination) {
  fs.mkdirSync(destination, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', destination, '--strip-components=1']);
}

/** The addon that the build left for this machine. */
function localAddon() {
  const { packageName } = currentPlatform();
  const name = packageName.slice(PACKAGE_PREFIX.length + 1);
  return { name, file: `agora-token-native.${name}.node` };
}

/** The package of this machine's platform, with the addon that the build left, in `folder`. */
function stagePlatform(folder) {
  const { name, file } = localAddon();
  const target = path.join(folder, 'npm', name);
  fs.cpSync(path.join(ROOT, 'npm', name), target, { recursive: true });
  fs.copyFileSync(path.join(ROOT, file), path.join(target, file));
  return target;
}

/**
 * The main package as a checkout packs it, the package of this machine's platform, and what the
 * main package depends on at run time.
 */
async function packBoth() {
  const folder = temporaryFolder();
  const main = await pack(ROOT, folder);
  const platform = await pack(stagePlatform(path.join(folder, 'platform')), folder);
  const dependencies = [];
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    dependencies.push(await pack(path.join(ROOT, 'node_modules', name), folder));
  }
  return { folder, main, platform, dependencies };
}

/**
 * A folder as the release workflow has it before it publishes. An empty file stands in for each
 * addon that this machine does not build.
 */
async function stageRelease(main, folder) {
  await unpack(main.file, folder);
  stagePlatform(folder);
  for (const name of Object.keys(PLATFORMS)) {
    const target = path.join(folder, 'npm', name);
    fs.cpSync(path.join(ROOT, 'npm', name), target, { recursive: true });
    const addon = path.join(target, `agora-token-native.${name}.node`);
    if (!fs.existsSync(addon)) fs.writeFileSync(addon, '');
  }
}

/** What `napi pre-publish` does to that folder; `'--dry-run'` may follow. */
function prepublish(folder, ...args) {
  return run(process.execPath, [NAPI, ...PREPUBLISH, '--cwd', folder, ...args]);
}

module.exports = { ROOT, localAddon, pack, packBoth, prepublish, stageRelease };
