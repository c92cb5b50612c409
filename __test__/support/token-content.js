'use strict';

const zlib = require('node:zlib');

// The bytes inside a Token007, or undefined where it does not inflate.
function inflateToken(token) {
  try {
    return zlib.inflateSync(Buffer.from(token.slice(3), 'base64'));
  } catch {
    return undefined;
  }
}

// A Token007 around these bytes, whatever they are.
function tokenAround(content, deflateOptions) {
  return `007${zlib.deflateSync(content, deflateOptions).toString('base64')}`;
}

module.exports = { inflateToken, tokenAround };
