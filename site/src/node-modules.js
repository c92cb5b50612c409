'use strict';

// What the decoder and the verifier use of Node.js, for browsers: in the place of
// lib/kernel/node-modules.js. Inflating is pako's; signing is that of web-crypto.js.

const pako = require('pako');
const { createHmac } = require('./web-crypto');

/** What pako says of its end, by its numbers: the code and the message of Node.js. */
const FAILURES = {
  2: ['Z_NEED_DICT', 'Missing dictionary'],
  '-3': ['Z_DATA_ERROR', 'invalid data'],
};
const TOO_EARLY = ['Z_BUF_ERROR', 'unexpected end of file'];

/** A zlib stream up to its end, and no gzip: pako takes both unless it is told the size of the window. */
function inflateSync(bytes, { maxOutputLength }) {
  const inflater = new pako.Inflate({ windowBits: 15 });
  const parts = [];
  let length = 0;
  inflater.onData = (part) => {
    length += part.length;
    if (length > maxOutputLength) throw failure('ERR_BUFFER_TOO_LARGE', 'The content is too long');
    parts.push(part);
  };
  inflater.push(bytes, true);
  if (inflater.err || !inflater.ended) {
    const [code, message] = FAILURES[inflater.err] ?? TOO_EARLY;
    throw failure(code, inflater.strm.msg || message);
  }
  return Buffer.concat(parts);
}

function deflateSync(bytes) {
  return Buffer.from(pako.deflate(bytes));
}

/** Takes as long wherever the two differ. */
function timingSafeEqual(left, right) {
  let difference = 0;
  for (let i = 0; i < left.length; i++) difference |= left[i] ^ right[i];
  return difference === 0;
}

function failure(code, message) {
  return Object.assign(new Error(message), { code });
}

module.exports = {
  crypto: { createHmac, timingSafeEqual },
  zlib: { inflateSync, deflateSync },
};
