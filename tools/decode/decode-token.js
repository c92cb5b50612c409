'use strict';

const { TokenError } = require('../token-error');
const { describe } = require('./base64-text');
const { openDynamicKey } = require('./dynamic-key');
const { open005 } = require('./token005');
const { open006 } = require('./token006');
const { open007 } = require('./token007');

const VERSION_LENGTH = 3;
const SIGNALING = /^1:/;

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
 * @throws {TokenError} with a code that begins with `ERR_TOKEN_`; the message also says what happened
 *   to the token on its way, and what to do, where that can be told
 */
function openToken(token) {
  if (typeof token !== 'string') throw wrongType(token);
  if (token === '') {
    throw new TokenError('ERR_TOKEN_EMPTY', 'The token is an empty string.');
  }
  try {
    return open(token);
  } catch (error) {
    const damage = error instanceof TokenError ? explainDamage(token) : undefined;
    if (!damage) throw error;
    throw new TokenError(error.code, `${error.message} ${damage.remedy}`, error.offset);
  }
}

function open(token) {
  const version = token.slice(0, VERSION_LENGTH);
  const opened = Object.hasOwn(OPENERS, version) ? OPENERS[version](token) : undefined;
  if (!opened) throw unknownVersion(token, version);
  return opened;
}

/** What happened to a text that cannot be read as a token: see `findDamage`. Loaded when it is needed. */
function explainDamage(text) {
  return require('./damage').findDamage(text, isToken);
}

function isToken(text) {
  try {
    open(text);
    return true;
  } catch {
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

module.exports = { decodeToken, explainDamage, openToken };
