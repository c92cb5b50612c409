'use strict';

const { TokenError } = require('../token-error');
const { describe } = require('./base64-text');
const { read005 } = require('./token005');
const { read006 } = require('./token006');
const { read007 } = require('./token007');

const VERSION_LENGTH = 3;
const SIGNALING = /^1:/;

const READERS = { '007': read007, '006': read006, '005': read005 };

/**
 * Reads a token of any version that still carries data.
 *
 * @returns the plain data, and what a check of the signature needs
 * @throws {TokenError} with a code that begins with `ERR_TOKEN_`
 */
function readToken(token) {
  if (typeof token !== 'string') {
    const found = token === null ? 'null' : `${typeof token}`;
    throw new TokenError('ERR_TOKEN_TYPE', `A token is a string; found ${found}.`);
  }
  if (token === '') {
    throw new TokenError('ERR_TOKEN_EMPTY', 'The token is an empty string.');
  }
  const version = token.slice(0, VERSION_LENGTH);
  const read = Object.hasOwn(READERS, version) ? READERS[version] : undefined;
  if (!read) throw unknownVersion(token, version);
  return read(token);
}

/** Tells what the first characters are, each of them visible. */
function unknownVersion(token, version) {
  const found = SIGNALING.test(token)
    ? 'This one is of the retired Signaling SDK and holds no services.'
    : `Found ${[...version].map((character) => describe(character, 0)).join(', ')}.`;
  return new TokenError(
    'ERR_TOKEN_VERSION',
    `A token begins with 007, 006 or 005 at character 0. ${found}`,
    0,
  );
}

function decodeToken(token) {
  return readToken(token).data;
}

module.exports = { decodeToken, readToken };
