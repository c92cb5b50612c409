'use strict';

const { checkAppCertificate, checkAppId } = require('../checks/credentials');
const { toSeconds } = require('../checks/moment');
const { checkOptions, checkString } = require('../checks/options');
const { kindOf, quote } = require('../checks/quote');
const { readToken } = require('../decode/decode-token');
const { SERVICES } = require('../decode/service-table');
const { TokenError } = require('../token-error');
const { checkLifetime } = require('./lifetime');
const { reason } = require('./reason');
const { checkChannelAndUid, checkUserId } = require('./recipients');
const { checkSignature005, checkSignature006, checkSignature007 } = require('./signature');

const OPTIONS = ['appId', 'channelName', 'now', 'privilege', 'uid', 'userId'];

const PRIVILEGE_NAMES = Object.values(SERVICES).flatMap(({ name, privileges }) =>
  Object.values(privileges).flatMap((privilege) => [privilege, `${name}.${privilege}`]),
);

function verifyToken(token, appCertificate, options = {}) {
  checkAppCertificate(appCertificate);
  checkOptions('verifyToken', options, OPTIONS);
  const asked = { ...options, privilege: privilegeNames(options.privilege) };
  if (asked.appId !== undefined) checkAppId(asked.appId);
  checkString('channelName', asked.channelName);
  checkString('userId', asked.userId);
  checkUid(asked.uid);
  const now = toSeconds(asked.now);

  let read;
  try {
    read = readToken(token);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    return { valid: false, reasons: [reason(error.code, error.message)], token: null };
  }
  const reasons = [
    ...checkOwnAppId(read.data, asked.appId),
    ...checkRecipientsAndSignature(read, appCertificate, asked),
    ...checkLifetime(read.data, now, asked.privilege),
  ];
  return { valid: reasons.length === 0, reasons, token: read.data };
}

/** The versions before 007 hold no recipients, so that only their signature tells. */
function checkRecipientsAndSignature(read, appCertificate, asked) {
  switch (read.data.version) {
    case '005':
      return checkSignature005(read, appCertificate, asked);
    case '006':
      return checkSignature006(read, appCertificate, asked);
    default:
      return [
        ...checkSignature007(read, appCertificate),
        ...checkChannelAndUid(read.data.services, asked),
        ...checkUserId(read.data.services, asked),
      ];
  }
}

/** 005 holds the App ID as bytes, so its letter case is lost. */
function checkOwnAppId({ appId, version }, asked) {
  if (asked === undefined) return [];
  const same = version === '005' ? appId === asked.toLowerCase() : appId === asked;
  if (same) return [];
  const message = `The token is for App ID ${quote(appId)}, not ${quote(asked)}.`;
  return [reason('ERR_TOKEN_APP_ID', message)];
}

function privilegeNames(privilege) {
  if (privilege === undefined) return undefined;
  const names = Array.isArray(privilege) ? privilege : [privilege];
  for (const name of names) {
    if (PRIVILEGE_NAMES.includes(name)) continue;
    throw new TokenError(
      'ERR_PRIVILEGE',
      `There is no privilege ${typeof name === 'string' ? quote(name) : kindOf(name)}. ` +
        `There are: ${PRIVILEGE_NAMES.filter((known) => known.includes('.')).join(', ')}.`,
    );
  }
  return names;
}

function checkUid(uid) {
  if (uid === undefined || typeof uid === 'string' || uid >>> 0 === uid) return;
  throw new TokenError(
    'ERR_UID',
    `uid must be a whole number from 0 to 4294967295, or a user account; found ${
      typeof uid === 'number' ? uid : kindOf(uid)
    }.`,
  );
}

module.exports = { verifyToken };
