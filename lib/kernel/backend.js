'use strict';

const requested = readRequest();

/**
 * The addon, or `null` where JavaScript does its work: when it is asked to
 * (`AGORA_TOKEN_BACKEND=javascript`), when no addon loads, and in bundles.
 */
const { addon, errors } =
  requested === 'javascript'
    ? { addon: null, errors: [] }
    : require('./addon').loadAddon(environment('NAPI_RS_NATIVE_LIBRARY_PATH'));

if (requested === 'native' && addon === null) {
  throw require('./addon-failure').missingAddon(errors, require('./addon').placeOf(addon));
}

const kernel = addon ? require('./native').createNativeKernel(addon) : require('./javascript');

if (environment('NODE_DEBUG')) {
  const { addonPath, reason } = backendInfo();
  require('./addon').debug(`the kernel is ${kernel.name}: ${addonPath ?? reason}`);
}

function readRequest() {
  const value = environment('AGORA_TOKEN_BACKEND');
  if (!value || value === 'native' || value === 'javascript') return value;
  throw Object.assign(
    new Error(`AGORA_TOKEN_BACKEND must be native or javascript; found '${value}'.`),
    { code: 'ERR_AGORA_TOKEN_BACKEND' },
  );
}

/** A variable of the environment; where there is no environment, or Deno refuses it, undefined. */
function environment(name) {
  try {
    const { Deno } = globalThis;
    if (Deno && !require('./deno').isGranted({ name: 'env', variable: name })) return undefined;
    return process.env[name];
  } catch {
    return undefined;
  }
}

/** Which kernel runs here, and why: see index.d.ts. */
function backendInfo() {
  return { backend: kernel.name, ...whyNoAddon(), ...require('./addon').placeOf(addon) };
}

function whyNoAddon() {
  if (addon) return { reason: null, error: null, addonInstalled: true };
  if (requested === 'javascript') {
    return { reason: 'AGORA_TOKEN_BACKEND=javascript', error: null, addonInstalled: null };
  }
  const { reason, error, isInstalled } = require('./addon-failure').explainFailure(errors);
  return { reason, error, addonInstalled: isInstalled };
}

module.exports = { addon, kernel, backend: kernel.name, backendInfo, environment };
