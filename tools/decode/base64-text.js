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
  const end = endOfBase64(text);
  if (end < text.length) {
    const place =
      text[end - 1] === '='
        ? `Found ${describe(text, end)} at character ${start + end}, behind the padding that ends ` +
          'the token.'
        : `Found ${describe(text, end)} at character ${start + end} of the token, which is not base64.`;
    throw new TokenError('ERR_TOKEN_BASE64', place, start + end);
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

/** Where a text is no longer base64: behind its padding, where a group of four needs some. */
function endOfBase64(text) {
  const outside = text.search(OUTSIDE_ALPHABET);
  const end = outside === -1 ? text.length : outside;
  // A group has two characters at least.
  const lacking = end % GROUP > 1 ? GROUP - (end % GROUP) : 0;
  for (let count = 0; count < lacking; count++) {
    if (text[end + count] !== '=') return end + count;
  }
  return end + lacking;
}

/** What white space is called, whose code points few know. */
const SPACES = {
  9: 'a tab',
  10: 'a line break',
  13: 'a carriage return',
  32: 'a space',
  160: 'a no-break space',
  65279: 'a byte order mark',
};

/** The character at an index, visible even if it is a control character. */
function describe(text, index) {
  const point = text.codePointAt(index);
  if (SPACES[point]) return SPACES[point];
  if (point > 0x20 && point < 0x7f) return `'${String.fromCodePoint(point)}'`;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

module.exports = { checkBase64, describe };
