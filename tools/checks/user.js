'use strict';

const { TokenError } = require('../token-error');
const { kindOf, quote } = require('./quote');

const MOST_UID = 0xffffffff;
const DECIMAL = /^[1-9][0-9]*$/;

/** The most bytes that Agora takes: of a user account in RTC, and of a user id elsewhere. */
const MOST_ACCOUNT_BYTES = 255;
const MOST_USER_ID_BYTES = 64;

/** What missing values become when they are made into text. */
const MISTAKEN_WORDS = ['undefined', 'null', 'NaN', 'Infinity', '[object Object]'];

function isMistakenWord(text) {
  return MISTAKEN_WORDS.includes(text);
}

/**
 * A uid as a number; 0 fits any user. Its decimal text is taken too.
 *
 * @throws {TokenError} `ERR_UID`
 */
function toUid(uid) {
  const number = typeof uid === 'string' && DECIMAL.test(uid) ? Number(uid) : uid;
  if (Number.isInteger(number) && number >= 0 && number <= MOST_UID) return number;
  throw new TokenError(
    'ERR_UID',
    `uid must be a whole number from 1 to ${MOST_UID}, or 0 for any user. ${explainUid(uid)}`,
  );
}

function explainUid(uid) {
  if (typeof uid === 'number') {
    return Number.isNaN(uid)
      ? 'Found NaN, which is what a text that is no number becomes.'
      : `Found ${uid}.`;
  }
  if (typeof uid !== 'string') return `Found ${kindOf(uid)}.`;
  if (isMistakenWord(uid)) return `Found ${quote(uid)}, the word for a missing value.`;
  if (uid === '0') return "Found the text '0', which stands for a user named 0.";
  if (/^[0-9]+$/.test(uid)) return `Found ${quote(uid)}.`;
  return `Found ${quote(uid)}. Pass a user account as account.`;
}

/** @throws {TokenError} `ERR_USER_ID` */
function checkAccount(account, report) {
  checkText('account', account, MOST_ACCOUNT_BYTES, report);
}

/** @throws {TokenError} `ERR_USER_ID` */
function checkUserId(userId, report) {
  checkText('userId', userId, MOST_USER_ID_BYTES, report);
}

function checkText(name, value, mostBytes, report) {
  if (typeof value !== 'string' || value === '') {
    const found = value === '' ? 'an empty string' : kindOf(value);
    throw new TokenError('ERR_USER_ID', `${name} must be a text; found ${found}.`);
  }
  const bytes = Buffer.byteLength(value);
  if (isMistakenWord(value)) {
    report('ERR_USER_ID', `${name} is ${quote(value)}, the word for a missing value.`);
  } else if (bytes > mostBytes) {
    report('ERR_USER_ID', `${name} has ${bytes} bytes; Agora takes at most ${mostBytes}.`);
  }
}

module.exports = { checkAccount, checkUserId, isMistakenWord, toUid };
