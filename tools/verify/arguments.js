'use strict';

const { isUint32 } = require('../../lib/bytes/plain');
const { checkAppCertificate, checkAppId } = require('../checks/credentials');
const { toSeconds } = require('../checks/moment');
const { checkOptions, checkString } = require('../checks/options');
const { kindOf, quoteOrKind } = require('../checks/quote');
const { TokenError } = require('../token-error');
const { PRIVILEGE_NAMES } = require('./privilege-names');

const OPTIONS = ['appId', 'channelName', 'clockTolerance', 'now', 'privilege', 'uid', 'userId'];

const USUAL_TOLERANCE = { ofIssue: 60, ofExpiry: 0 };
const MOST_TOLERANCE = 24 * 3600;

/** A project has two while they are replaced; more than a few are a mistake, and each costs an HMAC. */
const MOST_CERTIFICATES = 10;

/**
 * Checks the arguments of `verifyToken` besides the token.
 *
 * @returns what was asked: `appCertificates`, a list; `appId`, `channelName`, `uid` and `userId` as they were given;
 *   `privileges`, a list without duplicates; `issuedBy` and `endsAfter`, the seconds since 1970 up to
 *   which a token may have been issued, and after which whatever it needs must end
 * @throws {TokenError}
 */
function readArguments(appCertificate, options) {
  const appCertificates = toCertificates(appCertificate);
  checkOptions('verifyToken', options, OPTIONS);
  const { appId, channelName, clockTolerance, now, privilege, uid, userId } = options;
  if (appId !== undefined) checkAppId(appId);
  checkString('channelName', channelName);
  checkString('userId', userId);
  checkUid(uid);
  const privileges = privilegeNames(privilege);
  const tolerance = toTolerance(clockTolerance);
  const seconds = toSeconds(now);
  return {
    appCertificates,
    appId,
    channelName,
    uid,
    userId,
    privileges,
    issuedBy: seconds + tolerance.ofIssue,
    endsAfter: seconds - tolerance.ofExpiry,
  };
}

/** One certificate or several; a copy, whose items stay what was checked. */
function toCertificates(given) {
  if (!Array.isArray(given)) {
    checkAppCertificate(given);
    return [given];
  }
  const appCertificates = Array.from(given);
  const { length } = appCertificates;
  if (length === 0 || length > MOST_CERTIFICATES) {
    throw new TokenError(
      'ERR_APP_CERTIFICATE',
      `Pass from 1 to ${MOST_CERTIFICATES} App Certificates; found ${length}.`,
    );
  }
  appCertificates.forEach((each, index) => {
    checkAppCertificate(each, `The App Certificate at ${index}`);
  });
  return appCertificates;
}

function privilegeNames(privilege) {
  if (privilege === undefined) return [];
  const names = Array.isArray(privilege) ? [...new Set(privilege)] : [privilege];
  for (const name of names) {
    if (PRIVILEGE_NAMES.includes(name)) continue;
    throw new TokenError(
      'ERR_PRIVILEGE',
      `There is no privilege ${quoteOrKind(name)}. ` +
        `There are: ${PRIVILEGE_NAMES.filter((known) => known.includes('.')).join(', ')}.`,
    );
  }
  return names;
}

function checkUid(uid) {
  if (uid === undefined || typeof uid === 'string' || isUint32(uid)) return;
  throw new TokenError(
    'ERR_UID',
    `uid must be a whole number from 0 to 4294967295, or a user account; found ${
      typeof uid === 'number' ? uid : kindOf(uid)
    }.`,
  );
}

function toTolerance(clockTolerance) {
  if (clockTolerance === undefined) return USUAL_TOLERANCE;
  const isNumber = typeof clockTolerance === 'number';
  if (isNumber && clockTolerance >= 0 && clockTolerance <= MOST_TOLERANCE) {
    return { ofIssue: clockTolerance, ofExpiry: clockTolerance };
  }
  const found = isNumber ? clockTolerance : kindOf(clockTolerance);
  throw new TokenError(
    'ERR_OPTION',
    `clockTolerance must be seconds, from 0 to ${MOST_TOLERANCE}; found ${found}.`,
  );
}

module.exports = { USUAL_TOLERANCE, readArguments };
