'use strict';

/**
 * What is checked of an argument of a builder: what createTokenBuilder checks, read as the builder reads
 * it. No function here runs code of the caller's, such as a `toString`.
 *
 * Each takes the parameter's name, the value, and the hints `report` and `warn`; it throws a TokenError,
 * or reports.
 */

const { PUBLISHER, SUBSCRIBER } = require('../../lib/token007/rtc-role');
const { checkChannel } = require('../checks/channel');
const { checkCredentials } = require('../checks/credentials');
const { toDuration } = require('../checks/duration');
const { quoteOrKind } = require('../checks/quote');
const { checkAccount, checkUserId, isMistakenWord, toUid } = require('../checks/user');
const { TokenError } = require('../token-error');

const DIGITS = /^[0-9]+$/;
const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/;

/** Builders take an App ID that is a Buffer, too; createTokenBuilder does not. */
function credentials(appId, appCertificate) {
  if (ArrayBuffer.isView(appId) || ArrayBuffer.isView(appCertificate)) return;
  checkCredentials(appId, appCertificate);
}

/** Channels and rooms; builders take bytes, too. */
function channel(_name, value, { report }) {
  if (!ArrayBuffer.isView(value)) checkChannel(value, report);
}

function room(name, value) {
  if (typeof value === 'string' && value !== '' && !isMistakenWord(value)) return;
  const found = quoteOrKind(value);
  throw new TokenError('ERR_CHANNEL', `${name} must be a text; found ${found}.`);
}

/** A uid, or the user account that this parameter takes as well. */
function uid(_name, value, hints) {
  const isAccount = typeof value === 'string' && !DIGITS.test(value) && !isMistakenWord(value);
  if (isAccount) checkAccount(value, hints.report);
  else toUid(value);
}

/** A user account, or the uid that this parameter takes as well. */
function account(_name, value, hints) {
  if (typeof value === 'number' || value === '0') toUid(value);
  else checkAccount(value, hints.report);
}

function userId(_name, value, { report }) {
  checkUserId(value, report);
}

/** A user id that may be a number, of which 0 is nobody. */
function userIdOrNumber(name, value, hints) {
  const isNumber = typeof value === 'number' && value !== 0;
  userId(name, isNumber ? String(value) : value, hints);
}

/** A role that is compared with `==`, so that `'1'` is one. */
function looseRole(name, value) {
  role(name, typeof value === 'string' && NUMBER.test(value) ? Number(value) : value);
}

function role(name, value) {
  if (value === PUBLISHER || value === SUBSCRIBER) return;
  const found = quoteOrKind(value, ['string', 'number']);
  throw new TokenError(
    'ERR_ROLE',
    `${name} must be RtcRole.PUBLISHER (${PUBLISHER}) or RtcRole.SUBSCRIBER (${SUBSCRIBER}), ` +
      `a number; found ${found}. Any other makes a subscriber.`,
  );
}

/** A duration. Builders cut it to whole seconds, and take a text of digits, but none with a unit. */
function duration(name, value, hints) {
  const number = typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) {
    const found = quoteOrKind(value);
    throw new TokenError(
      'ERR_DURATION',
      `${name} must be seconds from now, a number; found ${found}. The builder takes it for 0.`,
    );
  }
  toDuration(name, Math.floor(number), hints);
}

/** The duration of a privilege; 0 and nothing stand for that of the token. */
function privilege(name, value, hints) {
  if (value !== undefined && value !== 0 && value !== '0') duration(name, value, hints);
}

/** What no call of 2.0.6 has: a fifth argument is permissions, or left from the builder of 006. */
function permissions(name, value) {
  if (typeof value !== 'number') return;
  throw new TokenError(
    'ERR_DURATION',
    `${name} is a number: the builder of token 006 takes a role and a point in time, this one a ` +
      'duration as its fourth argument, and nothing more.',
  );
}

function anything() {}

module.exports = {
  account,
  anything,
  channel,
  credentials,
  duration,
  looseRole,
  permissions,
  privilege,
  role,
  room,
  uid,
  userId,
  userIdOrNumber,
};
