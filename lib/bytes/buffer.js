'use strict';

// Read once, as the global is an accessor. Bundles for browsers have browser-buffer.js in the place of
// this file.

const { Buffer } = globalThis;

module.exports = { Buffer };
