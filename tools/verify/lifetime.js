'use strict';

const { reason } = require('./reason');
const { namesOf } = require('./recipients');

/** Privileges without which a client cannot even enter; checked when none is asked for. */
const ENTRANCES = ['joinChannel', 'login', 'user', 'app', 'roomUser'];

/** The token's own expiry, and the privileges. Of an expired token no privilege is reported. */
function checkLifetime(token, now, asked) {
  const expired = now >= token.expireTs;
  const reasons = expired
    ? [reason('ERR_TOKEN_EXPIRED', `The token expired at ${token.expiresAt.toISOString()}.`)]
    : [];
  if (asked === undefined) {
    return expired ? reasons : [...reasons, ...expiredEntrances(token.services, now)];
  }
  for (const name of asked) {
    const found = findPrivileges(token.services, name);
    if (found.length === 0) {
      reasons.push(missing(name, token.services));
    } else if (!expired && found.every((privilege) => now >= privilege.expireTs)) {
      reasons.push(ended(name, found[0]));
    }
  }
  return reasons;
}

function expiredEntrances(services, now) {
  return services.flatMap((service) =>
    service.privileges
      .filter(({ name, expireTs }) => ENTRANCES.includes(name) && now >= expireTs)
      .map((privilege) => ended(`${service.name}.${privilege.name}`, privilege)),
  );
}

/** The privileges of a name, which may begin with that of a service: `rtm.login`. */
function findPrivileges(services, asked) {
  return services.flatMap((service) =>
    service.privileges.filter(({ name }) => name === asked || `${service.name}.${name}` === asked),
  );
}

function missing(name, services) {
  const message = `The token does not grant ${name}; it has ${namesOf(services)}.`;
  return reason('ERR_TOKEN_PRIVILEGE_MISSING', message, joinsWithout(name));
}

function ended(name, { expiresAt }) {
  const message = `The privilege ${name} expired at ${expiresAt.toISOString()}.`;
  return reason('ERR_TOKEN_PRIVILEGE_EXPIRED', message, joinsWithout(name));
}

/** Without a privilege to publish a client joins all the same. */
function joinsWithout(name) {
  if (!/(^|\.)publish/.test(name)) return {};
  return {
    clientError: null,
    hint:
      'A client joins with this token. It cannot publish if the project authenticates co-hosts; ' +
      'a subscriber has no privilege to.',
  };
}

module.exports = { checkLifetime };
