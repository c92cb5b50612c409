'use strict';

const zlib = require('node:zlib');

const MEBIBYTE = 1024 * 1024;
const HEADER = Buffer.from([0x78, 0x9c]);

/**
 * A Token007 that inflates to `mebibytes` of zeros: one piece of compressed zeros, over and over.
 * It has a last block but a wrong checksum, which only a reader that inflates everything can tell.
 */
function bombToken(mebibytes) {
  const piece = zlib.deflateRawSync(Buffer.alloc(MEBIBYTE), {
    finishFlush: zlib.constants.Z_SYNC_FLUSH,
  });
  const end = zlib.deflateRawSync(Buffer.alloc(0));
  const pieces = new Array(mebibytes).fill(piece);
  const stream = Buffer.concat([HEADER, ...pieces, end, Buffer.alloc(4)]);
  return `007${stream.toString('base64')}`;
}

/** Tokens that are small and valid up to the limit: `[name, token, whether it is read]`. */
function limitTokens() {
  const around = (length) => `007${zlib.deflateSync(Buffer.alloc(length)).toString('base64')}`;
  return [
    ['exactly the limit', around(MEBIBYTE), true],
    ['one byte above the limit', around(MEBIBYTE + 1), false],
  ];
}

module.exports = { MEBIBYTE, bombToken, limitTokens };
