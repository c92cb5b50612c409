'use strict';

const { PUBLISHER, SUBSCRIBER } = require('../../lib/token007/rtc-role');
const { quoteOrKind } = require('../checks/quote');
const { TokenError } = require('../token-error');

/** What each role grants. */
const GRANTS = {
  [PUBLISHER]: ['joinChannel', 'publishAudio', 'publishVideo', 'publishData'],
  [SUBSCRIBER]: ['joinChannel'],
};

const ROLES = { publisher: PUBLISHER, subscriber: SUBSCRIBER };

/** What roles are called elsewhere. */
const OTHER_NAMES = {
  host: 'publisher',
  broadcaster: 'publisher',
  audience: 'subscriber',
  attendee: 'publisher',
  admin: 'publisher',
};

/**
 * The privileges of a role, given by its name or by its number in `RtcRole`.
 *
 * @throws {TokenError} `ERR_ROLE`
 */
function privilegesOfRole(role) {
  const isName = typeof role === 'string' && Object.hasOwn(ROLES, role);
  const number = isName ? ROLES[role] : role;
  if (typeof number === 'number' && Object.hasOwn(GRANTS, number)) return GRANTS[number];

  const found = quoteOrKind(role, ['string', 'number']);
  const other = Object.hasOwn(OTHER_NAMES, `${role}`) ? OTHER_NAMES[role] : undefined;
  const hint = other === undefined ? '' : ` Do you mean '${other}'?`;
  throw new TokenError(
    'ERR_ROLE',
    `role must be 'publisher' (1) or 'subscriber' (2); found ${found}.${hint}`,
  );
}

module.exports = { privilegesOfRole };
