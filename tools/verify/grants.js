'use strict';

const { hasEnded, isExpired } = require('./lifetime');
const { SERVICES_BY_PRIVILEGE } = require('./privilege-names');
const { reason } = require('./reason');
const { checkChannelName, hasChannel, hasUserId, isFor, namesOf } = require('./recipients');

/** The privileges of each service that let a client enter; one of them is enough. */
const ENTRANCES = {
  rtc: ['joinChannel'],
  rtm: ['login'],
  rtm2: ['login'],
  fpa: ['login'],
  chat: ['user', 'app'],
  apaas: ['roomUser', 'user', 'app'],
};

/** A user of a room of aPaaS enters by the RTM and Chat beside it. */
const ENTERED_BY_OTHERS = 'apaas';

/**
 * What the token grants to whom was asked. Each demand must be met by one service alone: a privilege
 * in one channel does not help who joins another.
 *
 * @param {{ read: object, isForOthers: boolean }} found - what was read, and whether the token is for
 *   somebody else: then all of it is judged, to tell what is wrong besides
 */
function checkGrants(services, asked, { read, isForOthers }) {
  const judged = isForOthers ? services : services.filter((service) => isFor(service, asked));
  // Of an expired token no privilege is reported as expired: none lasts longer.
  const ended = isExpired(read.data, asked) ? () => false : (ts) => hasEnded(ts, asked);
  return demandsOf(judged, asked).flatMap(({ candidates, names }) => {
    if (candidates.length === 0) return names.map((name) => missing(name, services));
    return fewest(
      candidates.map((service) => [
        ...(hasChannel(service) ? checkChannelName(service.channelName) : []),
        ...entryFaults(service, names, ended),
        ...privilegeFaults(service, names, ended, services),
      ]),
    );
  });
}

/** What must be granted: for each demand the services of which one must do, and the privileges. */
function demandsOf(services, asked) {
  const demands = demandsOfPrivileges(services, asked);
  const kinds = [];
  if (asked.channelName !== undefined || asked.uid !== undefined) kinds.push(hasChannel);
  if (asked.userId !== undefined) kinds.push(hasUserId);
  for (const isOfKind of kinds) {
    const isCovered = demands.some(
      ({ candidates }) => candidates.length > 0 && candidates.every(isOfKind),
    );
    if (!isCovered) demands.push({ candidates: services.filter(isOfKind), names: [] });
  }
  if (asked.privileges.length > 0) return demands;

  // Nothing was asked of the other services, so every one of them must do.
  const others = services.filter((service) => !kinds.some((isOfKind) => isOfKind(service)));
  return [...demands, ...others.map((service) => ({ candidates: [service], names: [] }))];
}

/** Privileges that the same services have must be in one service. */
function demandsOfPrivileges(services, { privileges, userId }) {
  const groups = new Map();
  for (const name of privileges) {
    const owners = SERVICES_BY_PRIVILEGE.get(name);
    const key = owners.join();
    if (!groups.has(key)) groups.set(key, { owners, names: [] });
    groups.get(key).names.push(name);
  }
  return [...groups.values()].map(({ owners, names }) => {
    const candidates = services.filter(({ name }) => owners.includes(name));
    // `login` of a user is not that of FPA, which is for nobody in particular.
    const isOfUser = userId !== undefined && owners.length > 1;
    return { candidates: isOfUser ? candidates.filter(hasUserId) : candidates, names };
  });
}

function entryFaults(service, names, ended) {
  const entrances = ENTRANCES[service.name] ?? [];
  if (entrances.some((entrance) => names.some((name) => isCalled(service, entrance, name)))) {
    return [];
  }
  const held = service.privileges.filter(({ name }) => entrances.includes(name));
  if (held.length === 0) {
    const needsNone = entrances.length === 0 || service.name === ENTERED_BY_OTHERS;
    return needsNone ? [] : [noEntry(service.name, entrances)];
  }
  if (!held.every(({ expireTs }) => ended(expireTs))) return [];
  return [expired(`${service.name}.${held[0].name}`, held[0])];
}

function privilegeFaults(service, names, ended, services) {
  return names.flatMap((name) => {
    const found = service.privileges.find((privilege) => isCalled(service, privilege.name, name));
    if (!found) return [missing(name, services)];
    return ended(found.expireTs) ? [expired(name, found)] : [];
  });
}

/** Whether a privilege is the one asked for, whose name may begin with that of a service. */
function isCalled(service, privilege, asked) {
  return asked === privilege || asked === `${service.name}.${privilege}`;
}

function fewest(lists) {
  return lists.reduce((best, list) => (list.length < best.length ? list : best));
}

function noEntry(name, entrances) {
  const message = `The service ${name} does not grant ${entrances.join(' or ')}.`;
  return reason('ERR_TOKEN_NO_ENTRY', message);
}

function missing(name, services) {
  const isElsewhere = services.some((service) =>
    service.privileges.some((privilege) => isCalled(service, privilege.name, name)),
  );
  const message = isElsewhere
    ? `The token grants ${name} only in a service other than the one that is needed.`
    : `The token does not grant ${name}; it has ${namesOf(services)}.`;
  return reason('ERR_TOKEN_PRIVILEGE_MISSING', message, joinsWithout(name));
}

function expired(name, { expiresAt }) {
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

module.exports = { checkGrants };
