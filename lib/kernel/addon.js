'use strict';

const { PACKAGE_PREFIX, currentPlatform, keepReportSettings } = require('./platform');

/**
 * Looks for the addon and loads it: from the package of this platform, else from what a build has
 * left in this package. The generated loader is asked where only it knows more: on platforms that
 * have no package, and where `otherPath`, napi's variable for the path of an addon, is set. That may
 * be meant for another package, so it cannot keep ours from loading.
 *
 * Bundles for browsers have `no-addon.js` in the place of this file.
 *
 * @param {string | undefined} otherPath
 * @returns {{ addon: typeof import('../../binding') | null, errors: Error[] }} what loads, or else
 *   why nothing does
 */
function loadAddon(otherPath) {
  const errors = [];
  for (const attempt of listAttempts(otherPath, errors)) {
    try {
      const addon = attempt();
      if (addon.sealBatch) return { addon, errors };
      errors.push(new Error('No addon of this package, but another one.'));
    } catch (error) {
      errors.push(error);
    }
  }
  return { addon: null, errors };
}

function listAttempts(otherPath, errors) {
  try {
    // Bundlers do not follow this, and most of them fail on a binary. In a bundle `module` has no
    // filename, or none that is a path, so `createRequire` throws. The names are what tracers of files
    // to deploy (@vercel/nft) look for: they do follow it.
    const { createRequire } = require('node:module');
    const requireHere = createRequire(module.filename);
    const requireAllowed = (request) => {
      if (globalThis.Deno) assertLoadable(requireHere.resolve(request));
      return requireHere(request);
    };
    const { buildName } = currentPlatform();
    const attempts = [];
    if (buildName) attempts.push(() => requireAllowed(`${PACKAGE_PREFIX}-${buildName}`));
    if (otherPath || !buildName) {
      // The generated loader may take a process report.
      const loadGenerated = () => requireHere('../../binding.js');
      attempts.push(() => keepReportSettings(process.report, loadGenerated));
    }
    if (buildName)
      attempts.push(() => requireAllowed(`../../agora-token-native.${buildName}.node`));
    return attempts;
  } catch {
    errors.push(new Error(require('./addon-failure').IN_BUNDLE));
    return [];
  }
}

function assertLoadable(path) {
  if (require('./deno').isGranted({ name: 'ffi', path })) return;
  throw new Error(`Deno has no permission to load ${path}: run it with --allow-ffi.`);
}

/** What this process runs on, the package with the addon for it, and the file of the one that runs. */
function placeOf(addon) {
  const { platform, arch, libc, packageName } = currentPlatform();
  return {
    platform: `${platform}-${arch}`,
    libc: libc || null,
    addonPackage: packageName,
    addonPath: addon && fileOf(addon),
  };
}

/** `null` where the runtime does not tell. The generated loader has the same exports as the addon. */
function fileOf(addon) {
  const { cache } = require('node:module').createRequire(module.filename);
  const isFile = ({ exports, filename }) => exports === addon && filename.endsWith('.node');
  return Object.values(cache ?? {}).find(isFile)?.filename ?? null;
}

/** Prints a line for one who asks with `NODE_DEBUG=agora-token`. */
function debug(line) {
  require('node:util').debuglog('agora-token')(line);
}

module.exports = { debug, loadAddon, placeOf };
