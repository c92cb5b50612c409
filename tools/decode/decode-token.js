'use strict';

const { isHexId } = require('../../lib/bytes/hex-id');
const { TokenError } = require('../token-error');
const { describe } = require('./base64-text');
const { openDynamicKey } = require('./dynamic-key');
const { open005 } = require('./token005');
const { open006 } = require('./token006');
const { open007 } = require('./token007');

const VERSION_LENGTH = 3;
const SIGNALING = /^1:/;
const TOO_LARGE = 'ERR_TOKEN_TOO_LARGE';

const OPENERS = {
  '007': open007,
  '006': open006,
  '005': open005,
  '004': openDynamicKey,
  '003': openDynamicKey,
};

/**
 * Opens a token of any version that still carries data.
 *
 * @returns its version, what a check of the signature needs, and `read`, which gives the plain data
 *   as `data`
 * @throws {TokenError} with a code that begins with `ERR_TOKEN_`
 */
function openToken(token) {
  if (typeof token !== 'string') throw wrongType(token);
  if (token === '') {
    throw new TokenError('ERR_TOKEN_EMPTY', 'The token is an empty string.');
  }
  const version = token.slice(0, VERSION_LENGTH);
  const opened = Object.hasOwn(OPENERS, version) ? OPENERS[version](token) : undefined;
  if (!opened) throw unknownVersion(token, version);
  return opened;
}

/**
 * What happened on its way to something that cannot be read as a token, `undefined` if that cannot be
 * told: see `findDamage`, which is loaded when it is needed.
 */
function explainDamage(token) {
  if (typeof token !== 'string') return undefined;
  try {
    return require('./damage').findDamage(token, isToken);
  } catch (error) {
    if (error.code === TOO_LARGE) return undefined;
    throw error;
  }
}

/** Whether a text can be opened. One that is too large to be opened is an attack, and ends the search. */
function isToken(text) {
  try {
    openToken(text);
    return true;
  } catch (error) {
    if (error.code === TOO_LARGE) throw error;
    return false;
  }
}

function wrongType(token) {
  const isPromise = Object.prototype.toString.call(token) === '[object Promise]';
  const found = token === null ? 'null' : typeof token;
  return new TokenError(
    'ERR_TOKEN_TYPE',
    isPromise
      ? 'A token is a string; found a promise: await it.'
      : `A token is a string; found ${found}.`,
  );
}

/** Tells what the first characters are, each of them visible. */
function unknownVersion(token, version) {
  return new TokenError(
    'ERR_TOKEN_VERSION',
    `A token begins with 007, 006 or 005 at character 0. ${describeStart(token, version)}`,
    0,
  );
}

function describeStart(token, version) {
  if (SIGNALING.test(token)) {
    return 'This one is of the retired Signaling SDK and holds no services.';
  }
  // It may be an App Certificate, of which no character is told.
  if (isHexId(token)) return `Found ${token.length} hexadecimal digits.`;
  return `Found ${[...version].map((character) => describe(character, 0)).join(', ')}.`;
}

function decodeToken(token) {
  try {
    return openToken(token).read().data;
  } catch (error) {
    const damage = error instanceof TokenError ? explainDamage(token) : undefined;
    if (!damage) throw error;
    throw new TokenError(error.code, `${error.message} ${damage.remedy}`, error.offset);
  }
}

module.exports = { decodeToken, explainDamage, openToken };
