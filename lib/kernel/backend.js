'use strict';

const REQUESTED = process.env.AGORA_TOKEN_BACKEND;

/**
 * The addon, or `null` where JavaScript does its work: when it is asked to
 * (`AGORA_TOKEN_BACKEND=javascript`), when no addon loads, and in bundles.
 */
const addon = REQUESTED === 'javascript' ? null : loadAddon();

function loadAddon() {
  let cause;
  try {
    const binding = requireBinding();
    if (binding?.sealBatch) return binding;
  } catch (error) {
    cause = error;
  }
  if (REQUESTED === 'native') throw missingAddon(cause);
  return null;
}

/**
 * Requires the generated loader in a way that bundlers do not follow, because most of them fail on
 * the binary behind it. In a bundle `module` has no filename, so this throws, and JavaScript takes
 * over. The names are what tracers of files to deploy (@vercel/nft) look for: they do follow it.
 */
function requireBinding() {
  const { createRequire } = require('node:module');
  const requireHere = createRequire(module.filename);
  return requireHere('../../binding.js');
}

function missingAddon(cause) {
  const { currentPlatform, describePlatform } = require('./platform');
  const current = currentPlatform();
  const advice = current.packageName
    ? `Install ${current.packageName}, an optional dependency of agora-token-native, `
    : 'There is no package for this platform: build the addon from source, ';
  return new Error(
    `AGORA_TOKEN_BACKEND=native, but no addon loads on ${describePlatform(current)}. ${advice}` +
      'or unset AGORA_TOKEN_BACKEND to use the JavaScript kernel.',
    { cause },
  );
}

const kernel = addon ? require('./native').createNativeKernel(addon) : require('./javascript');

module.exports = { addon, kernel, backend: kernel.name };
