'use strict';

// In bundles for browsers and Workers, in the place of buffer.js: a Buffer that is looked up when it is
// used. Bundlers that bring one put it in the place of the free name, and others set the global later.

function lookUp() {
  if (typeof Buffer === 'undefined') {
    throw new ReferenceError("agora-token needs Node's Buffer, which this bundle does not have.");
  }
  return Buffer;
}

module.exports = { Buffer: new Proxy({}, { get: (_, property) => lookUp()[property] }) };
