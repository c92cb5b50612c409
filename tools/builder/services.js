'use strict';

const {
  ServiceApaas,
  ServiceChat,
  ServiceConvoAI,
  ServiceFpa,
  ServiceRtc,
  ServiceRtm,
  ServiceRtm2,
  ServiceStt,
} = require('../../src/AccessToken2');
const { CATALOGUE } = require('../../lib/token007/services');
const { checkChannel } = require('../checks/channel');
const { toDuration } = require('../checks/duration');
const { checkOptions } = require('../checks/options');
const { kindOf, quote } = require('../checks/quote');
const { checkAccount, checkUserId, toUid } = require('../checks/user');
const { md5 } = require('../../lib/kernel/md5');
const { TokenError } = require('../token-error');
const { privilegesOfRole } = require('./role');
const { toRtm2Permissions } = require('./rtm2-permissions');

/**
 * How each service is made from its options. Every function takes the options, the seconds that its
 * privileges last, and the hints; it returns the services to add. An option is read once, as an accessor
 * may give another value after the check.
 */

const RTC_PRIVILEGES = CATALOGUE.find(({ name }) => name === 'rtc').privileges;
const RTC_PRIVILEGE_NAMES = Object.keys(RTC_PRIVILEGES);

/** The options of each service. `expiresIn` limits its privileges where it has some. */
const OPTIONS = {
  rtc: ['channel', 'uid', 'account', 'role', 'privileges', 'expiresIn'],
  rtm: ['userId', 'expiresIn'],
  rtm2: ['userId', 'permissions', 'expiresIn'],
  chat: ['userId', 'app', 'expiresIn'],
  apaas: ['room', 'userId', 'role', 'app', 'expiresIn'],
  fpa: ['expiresIn'],
  conversationalAi: [],
  stt: [],
};

/** An expiry that stands for that of the token. */
const AS_LONG_AS_TOKEN = 0;

const MOST_APAAS_ROLE = 0x7fff;

function rtc(options, expire, hints) {
  checkOptions('rtc', options, OPTIONS.rtc);
  const { channel, uid, account, role, privileges } = options;
  checkChannel(channel, hints.report);
  const service = new ServiceRtc(channel, userOf(uid, account, hints.report));
  const expires = rtcExpires(role, privileges, expire, hints);
  for (const name of RTC_PRIVILEGE_NAMES) {
    if (expires[name] !== undefined) service.add_privilege(RTC_PRIVILEGES[name], expires[name]);
  }
  return [service];
}

function userOf(uid, account, report) {
  if (account === undefined) return toUid(uid);
  if (uid !== undefined) {
    throw new TokenError('ERR_UID', 'Pass either uid or account, not both.');
  }
  checkAccount(account, report);
  return account;
}

/** What the role grants, and what `privileges` adds or limits. */
function rtcExpires(role, privileges, expire, hints) {
  const expires = {};
  if (role !== undefined || privileges === undefined) {
    for (const name of privilegesOfRole(role)) expires[name] = expire;
  } else {
    expires.joinChannel = expire;
  }
  if (privileges === undefined) return expires;

  if (typeof privileges !== 'object' || privileges === null || Array.isArray(privileges)) {
    throw new TokenError(
      'ERR_PRIVILEGE',
      `privileges must be an object; found ${kindOf(privileges)}.`,
    );
  }
  for (const [name, value] of Object.entries(privileges)) {
    if (!Object.hasOwn(RTC_PRIVILEGES, name)) {
      const names = RTC_PRIVILEGE_NAMES.join(', ');
      throw new TokenError(
        'ERR_PRIVILEGE',
        `RTC has no privilege ${quote(name)}. It has: ${names}.`,
      );
    }
    expires[name] = toDuration(`privileges.${name}`, value, hints);
  }
  return expires;
}

function rtm(options, expire, { report }) {
  checkOptions('rtm', options, OPTIONS.rtm);
  const { userId } = options;
  checkUserId(userId, report);
  return [grant(new ServiceRtm(userId), ServiceRtm.kPrivilegeLogin, expire)];
}

function rtm2(options, expire, { report }) {
  checkOptions('rtm2', options, OPTIONS.rtm2);
  const { userId, permissions } = options;
  checkUserId(userId, report);
  const service = new ServiceRtm2(userId, toRtm2Permissions(permissions ?? {}));
  return [grant(service, ServiceRtm2.kPrivilegeLogin, expire)];
}

function chat(options, expire, { report }) {
  checkOptions('chat', options, OPTIONS.chat);
  const { userId, app } = options;
  if (isForApp('chat', app, { userId })) {
    return [grant(new ServiceChat(), ServiceChat.kPrivilegeApp, expire)];
  }
  checkUserId(userId, report);
  return [grant(new ServiceChat(userId), ServiceChat.kPrivilegeUser, expire)];
}

/**
 * With a room also RTM, and Chat under the MD5 of the user id, as Flexible Classroom wants it. The room
 * token grants `roomUser`, as Agora's builders for other languages do, and unlike that of npm.
 */
function apaas(options, expire, { report }) {
  checkOptions('apaas', options, OPTIONS.apaas);
  const { room, userId, role, app } = options;
  if (isForApp('apaas', app, { room, userId, role })) {
    return [grant(new ServiceApaas(), ServiceApaas.PRIVILEGE_APP, expire)];
  }
  checkUserId(userId, report);
  if (room === undefined) {
    if (role !== undefined) throw new TokenError('ERR_ROLE', 'A role needs a room.');
    return [grant(new ServiceApaas('', userId), ServiceApaas.PRIVILEGE_USER, expire)];
  }

  if (typeof room !== 'string' || room === '') {
    const found = room === '' ? 'an empty string' : kindOf(room);
    throw new TokenError('ERR_CHANNEL', `room must be a text; found ${found}.`);
  }
  if (!Number.isInteger(role) || role < 0 || role > MOST_APAAS_ROLE) {
    const found = typeof role === 'number' ? role : kindOf(role);
    throw new TokenError(
      'ERR_ROLE',
      `role must be the number of a role in the room, 0 to ${MOST_APAAS_ROLE}; found ${found}.`,
    );
  }
  const service = new ServiceApaas(room, userId);
  // Its constructor takes 0 for a missing role.
  service.__role = role;
  return [
    grant(service, ServiceApaas.PRIVILEGE_ROOM_USER, expire),
    grant(new ServiceRtm(userId), ServiceRtm.kPrivilegeLogin, expire),
    grant(new ServiceChat(md5(userId)), ServiceChat.kPrivilegeUser, expire),
  ];
}

function fpa(options) {
  checkOptions('fpa', options, OPTIONS.fpa);
  return [grant(new ServiceFpa(), ServiceFpa.kPrivilegeLogin, AS_LONG_AS_TOKEN)];
}

function conversationalAi(options) {
  checkOptions('conversationalAi', options, OPTIONS.conversationalAi);
  return [new ServiceConvoAI()];
}

function stt(options) {
  checkOptions('stt', options, OPTIONS.stt);
  return [new ServiceStt()];
}

/** Whether a token is for an app, which has no user. */
function isForApp(name, app, others) {
  if (app === undefined || app === false) return false;
  if (app !== true) {
    throw new TokenError('ERR_OPTION', `${name}.app must be true or false; found ${kindOf(app)}.`);
  }
  const given = Object.keys(others).filter((key) => others[key] !== undefined);
  if (given.length === 0) return true;
  throw new TokenError(
    'ERR_OPTION',
    `${name}.app makes a token for no user; leave ${given.join(', ')} out.`,
  );
}

function grant(service, privilege, expire) {
  service.add_privilege(privilege, expire);
  return service;
}

module.exports = { OPTIONS, makers: { rtc, rtm, rtm2, chat, apaas, fpa, conversationalAi, stt } };
