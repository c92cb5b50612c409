'use strict';

const { TokenError } = require('../token-error');
const { describe } = require('./base64-text');
const { open005 } = require('./token005');
const { open006 } = require('./token006');
const { open007 } = require('./token007');

const VERSION_LENGTH = 3;
const SIGNALING = /^1:/;

const OPENERS = { '007': open007, '006': open006, '005': open005 };

/**
 * Opens a token of any version that still carries data.
 *
 * @returns its version, what a check of the signature needs, and `read`, which gives the plain data
 *   as `data`
 * @throws {TokenError} with a code that begins with `ERR_TOKEN_`
 */
function openToken(token) {
  if (typeof token !== 'string') {
    const found = token === null ? 'null' : `${typeof token}`;
    throw new TokenError('ERR_TOKEN_TYPE', `A token is a string; found ${found}.`);
  }
  if (token === '') {
    throw new TokenError('ERR_TOKEN_EMPTY', 'The token is an empty string.');
  }
  const version = token.slice(0, VERSION_LENGTH);
  const open = Object.hasOwn(OPENERS, version) ? OPENERS[version] : undefined;
  if (!open) throw unknownVersion(token, version);
  return open(token);
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
  return openToken(token).read().data;
}

module.exports = { decodeToken, openToken };
