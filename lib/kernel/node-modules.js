'use strict';

// Node's own modules that this package uses. They are required here alone, because a bundle in ES
// module format often has no `require`: there `process.getBuiltinModule` gives them (Node 20.16,
// 22.3 and newer, Workers with nodejs_compat, Deno, Bun). `require` comes first, so that a test that
// mocks a module of Node's reaches this package.

module.exports = {
  crypto: load('node:crypto', () => require('node:crypto')),
  timers: load('node:timers/promises', () => require('node:timers/promises')),
  zlib: load('node:zlib', () => require('node:zlib')),
};

function load(name, requireIt) {
  try {
    return requireIt();
  } catch (cause) {
    const module = globalThis.process?.getBuiltinModule?.(name);
    if (module) return module;
    throw cause;
  }
}
