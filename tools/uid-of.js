'use strict';

const nodeModules = require('../lib/kernel/node-modules');
const { MOST_UINT32: MOST_UID } = require('../lib/bytes/plain');
const { kindOf, quote } = require('./checks/quote');
const { isMistakenWord } = require('./checks/user');
const { TokenError } = require('./token-error');

/** Half of a surrogate pair alone, which UTF-8 cannot hold. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A uid for a text: SHA-256 of its UTF-8, the first 4 bytes as a big-endian number, modulo
 * 4294967295, plus 1. The rule stands in docs/uid.md and must never change.
 *
 * @throws {TokenError} `ERR_USER_ID`
 */
function uidOf(text) {
  if (typeof text !== 'string' || text === '') {
    const found = text === '' ? 'an empty string' : kindOf(text);
    throw new TokenError('ERR_USER_ID', `A uid is made of a text; found ${found}.`);
  }
  if (isMistakenWord(text)) {
    throw new TokenError(
      'ERR_USER_ID',
      `A uid is made of a text; found ${quote(text)}, the word for a missing value.`,
    );
  }
  if (LONE_SURROGATE.test(text)) {
    throw new TokenError('ERR_USER_ID', 'The text has half of a surrogate pair, which is no text.');
  }
  const digest = nodeModules.crypto.createHash('sha256').update(text, 'utf8').digest();
  return (digest.readUInt32BE(0) % MOST_UID) + 1;
}

module.exports = { uidOf };
