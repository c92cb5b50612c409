'use strict';

// The packages as they will be on the registry, as tarballs.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const manifest = require('../../../package.json');
const { npmPack } = require('../../../scripts/npm');
const {
  ACCESS_TOKEN_FOLDER,
  addonName,
  hostName,
  ROOT,
} = require('../../../scripts/release-targets');
const { stageMain } = require('../../../scripts/stage-release');

function temporaryFolder() {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-package-')));
}

/** The addon that the build left for this machine. */
function localAddon() {
  const name = hostName();
  return { name, file: addonName(name) };
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
 * The main package as it is published, but for what names the repository, the package of this
 * machine's platform, and what the main package depends on at run time.
 */
function packBoth() {
  const folder = temporaryFolder();
  const staged = path.join(folder, 'main');
  stageMain(staged);
  const main = npmPack(staged, folder);
  const platform = npmPack(stagePlatform(path.join(folder, 'platform')), folder);
  const dependencies = Object.keys(manifest.dependencies ?? {}).map((name) =>
    npmPack(path.join(ROOT, 'node_modules', name), folder),
  );
  return { folder, main, platform, dependencies };
}

/** The package for users of agora-access-token, as a tarball in `folder`. */
function packAccessToken(folder) {
  return npmPack(path.join(ROOT, ACCESS_TOKEN_FOLDER), folder);
}

module.exports = { ROOT, localAddon, packAccessToken, packBoth, stagePlatform };
