'use strict';

const REQUESTED = process.env.AGORA_TOKEN_BACKEND;

/**
 * The addon, or `null` where JavaScript does its work: when it is asked to
 * (`AGORA_TOKEN_BACKEND=javascript`), when no addon loads, and in bundles for Workers, where the
 * `browser` field of package.json maps the loader to an empty module.
 */
const addon = REQUESTED === 'javascript' ? null : loadAddon();

function loadAddon() {
  try {
    const binding = require('../binding.js');
    if (binding.seal) return binding;
  } catch (cause) {
    if (REQUESTED === 'native') throw missingAddon(cause);
    return null;
  }
  if (REQUESTED === 'native') throw missingAddon();
  return null;
}

function missingAddon(cause) {
  const target = `${process.platform}-${process.arch}`;
  return new Error(
    `AGORA_TOKEN_BACKEND=native, but no addon loads on ${target}. ` +
      `Install the optional package of this platform (@agora-token-native/binding-${target}…) ` +
      'or unset AGORA_TOKEN_BACKEND to use the JavaScript kernel.',
    { cause },
  );
}

const kernel = addon
  ? require('./native-kernel').createNativeKernel(addon)
  : require('./javascript-kernel');

module.exports = { addon, kernel, backend: kernel.name };
