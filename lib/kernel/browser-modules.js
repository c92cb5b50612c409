'use strict';

// In bundles for browsers and Workers, in the place of node-modules.js. The names are bare, because
// what stands in for Node's modules in a browser knows only these, and each `require` is in a `try`,
// so that a bundle can be made without. Workers get the modules from `process.getBuiltinModule`.

module.exports = {
  get crypto() {
    warnOnce();
    let bundled;
    let cause;
    try {
      // biome-ignore lint/style/useNodejsImportProtocol: see above.
      bundled = require('crypto');
    } catch (error) {
      cause = error;
    }
    return keep('crypto', 'createHmac', bundled, cause);
  },

  get zlib() {
    let bundled;
    let cause;
    try {
      // biome-ignore lint/style/useNodejsImportProtocol: see above.
      bundled = require('zlib');
    } catch (error) {
      cause = error;
    }
    return keep('zlib', 'deflateSync', bundled, cause);
  },

  /** Undefined in browsers. */
  get diagnosticsChannel() {
    return builtin('diagnostics_channel');
  },

  timers: { setImmediate: () => new Promise((resolve) => setTimeout(resolve)) },
};

/** The module of a name that has a method: a bundler may put an empty object in the place of one. */
function keep(name, method, bundled, cause) {
  const value = bundled?.[method] ? bundled : builtin(name);
  if (!value) {
    throw new Error(`agora-token needs Node's module ${name}, which this bundle does not have.`, {
      cause,
    });
  }
  Object.defineProperty(module.exports, name, { value });
  return value;
}

function builtin(name) {
  try {
    return process.getBuiltinModule(`node:${name}`);
  } catch {
    return undefined; // There is no process, or, as in the edge runtime of Next.js, it refuses.
  }
}

let hasWarned = false;

/** Warns in browsers and in apps, when something is signed for the first time. */
function warnOnce() {
  const isApp = globalThis.navigator?.product === 'ReactNative';
  if (hasWarned || !(isApp || globalThis.document)) return;
  hasWarned = true;
  console.warn(
    'agora-token: a token is signed in a browser or an app. Whoever runs it can read the App ' +
      'Certificate and make tokens of their own. Build tokens on your server.',
  );
}
