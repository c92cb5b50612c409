'use strict';

const { TokenError } = require('../token-error');

const OUTSIDE_ALPHABET = /[^A-Za-z0-9+/]/;
const GROUP = 4;

/** Characters that a token may have; 1 MiB of content needs fewer. */
const MOST_CHARACTERS = 2 * 1024 * 1024;

/**
 * Checks the base64 of a token: the standard alphabet, whole groups, padding at the end only.
 * `AccessToken2` reads more leniently, as the original does; but a token that needs that was damaged
 * on the way.
 *
 * @param {string} token - the whole token
 * @param {number} start - where its base64 begins
 * @throws {TokenError} `ERR_TOKEN_BASE64`, `ERR_TOKEN_TRUNCATED` or `ERR_TOKEN_TOO_LARGE`
 */
function checkBase64(token, start) {
  if (token.length > MOST_CHARACTERS) {
    throw new TokenError(
      'ERR_TOKEN_TOO_LARGE',
      `The token has ${token.length} characters; at most ${MOST_CHARACTERS} are read.`,
    );
  }

  const text = token.slice(start);
  if (text === '') {
    throw new TokenError(
      'ERR_TOKEN_TRUNCATED',
      `Nothing follows the first ${start} characters of the token.`,
      start,
    );
  }
  const body = text.replace(/={1,2}$/, '');
  const outside = body.search(OUTSIDE_ALPHABET);
  if (outside !== -1) {
    throw new TokenError(
      'ERR_TOKEN_BASE64',
      `Found ${describe(body, outside)} at character ${start + outside} of the token, ` +
        'which is not base64.',
      start + outside,
    );
  }
  if (text.length % GROUP !== 0) {
    throw new TokenError(
      'ERR_TOKEN_TRUNCATED',
      `The base64 of the token has ${text.length} characters, which is not a multiple of 4; ` +
        'the end is missing.',
      token.length,
    );
  }
}

/** The character at an index, visible even if it is a control character. */
function describe(text, index) {
  const point = text.codePointAt(index);
  if (point === 0x20) return 'a space';
  if (point > 0x20 && point < 0x7f) return `'${String.fromCodePoint(point)}'`;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

module.exports = { checkBase64, describe };
