'use strict';

// Node's own modules that this package uses, each loaded when it is first asked for: node:crypto alone
// takes longer than all the rest. They are required here alone, because a bundle in ES module format
// often has no `require`: there `process.getBuiltinModule` gives them (Node 20.16, 22.3 and newer,
// Workers with nodejs_compat, Deno, Bun). `require` comes first, so that a test that mocks a module of
// Node's reaches this package. Bundles for browsers have browser-modules.js in the place of this file.

defineModule('crypto', 'node:crypto', () => require('node:crypto'));
defineModule('diagnosticsChannel', 'node:diagnostics_channel', () =>
  require('node:diagnostics_channel'),
);
defineModule('timers', 'node:timers/promises', () => require('node:timers/promises'));
defineModule('zlib', 'node:zlib', () => require('node:zlib'));

function defineModule(property, name, requireIt) {
  Object.defineProperty(module.exports, property, {
    configurable: true,
    enumerable: true,
    get() {
      const value = load(name, requireIt);
      Object.defineProperty(module.exports, property, { value });
      return value;
    },
  });
}

function load(name, requireIt) {
  try {
    return requireIt();
  } catch (cause) {
    const module = globalThis.process?.getBuiltinModule?.(name);
    if (module) return module;
    throw cause;
  }
}
