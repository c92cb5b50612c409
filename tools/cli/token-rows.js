'use strict';

const { notesOf } = require('../decode/notes');
const { timeLeft } = require('../decode/time-left');

/**
 * A decoded token as rows of label, text, style, and the part of the text that has it. `diff` compares the same rows, without `now`: then
 * they hold no judgement.
 */

/** What a service's own fields are called. */
const FIELDS = {
  channelName: 'channel',
  uid: 'uid',
  account: 'account',
  userId: 'user id',
  roomUuid: 'room',
  role: 'role',
  upload: 'upload',
  channelCrc: 'channel CRC-32',
  uidCrc: 'uid CRC-32',
};

function tokenRows(token, now) {
  return [
    ['version', token.version],
    ['App ID', token.appId === '' ? '(none)' : token.appId],
    ['issued at', token.issuedAt === null ? 'not in the token' : moment(token.issuedAt)],
    ['expires at', ...until(token, now, token)],
    ['salt', token.salt],
    ['signature', token.signature],
    ...token.services.flatMap((service) => serviceRows(service, now, token)),
    ...(token.unreadBytes > 0 ? [['unread', `${token.unreadBytes} bytes`]] : []),
    ...(now === undefined ? [] : notesOf(token).map((note) => ['note', note, 'warning'])),
  ];
}

function serviceRows(service, now, token) {
  const type = service.type === undefined ? '' : ` (type ${service.type})`;
  const fields = Object.entries(FIELDS)
    .filter(([field]) => service[field] !== undefined)
    .map(([field, label]) => [
      `  ${label}`,
      service[field] === '' ? anyOrNone(field) : service[field],
    ]);
  return [
    ['service', `${service.name}${type}`, 'title'],
    ...fields,
    ...service.privileges.map((privilege) => [
      privilege.name === null
        ? `  privilege ${privilege.id}`
        : `  ${privilege.id} ${privilege.name}`,
      ...until(privilege, now, token),
    ]),
    ...permissionRows(service.permissions),
  ];
}

/** Resources and permissions without a name stand under their number. */
function permissionRows(permissions = {}) {
  return Object.entries(permissions).flatMap(([resource, accesses]) =>
    Object.entries(accesses).map(([access, names]) => [
      `  ${worded(access, 'permission')} ${worded(resource, 'resource')}`,
      names.length === 0 ? '(none)' : names.join(', '),
    ]),
  );
}

function worded(name, kind) {
  return /^\d+$/.test(name) ? `${kind} ${name}` : name;
}

function anyOrNone(field) {
  return field === 'uid' ? '(any)' : '(none)';
}

/**
 * When something ends, how far away that is, and the seconds that the token holds for it. Only how far
 * has a colour.
 */
function until({ expiresAt, expireTs, expire, ownTs }, now, token) {
  if (expiresAt === null) return ['never', 'good'];
  const left = now === undefined ? '' : timeLeft(expireTs, now);
  const given = expire === undefined ? givenTs(ownTs, token) : givenSeconds(expire, token);
  const text = [moment(expiresAt), left, given].filter((part) => part !== '').join(', ');
  return [text, now >= expireTs ? 'bad' : 'good', left];
}

function givenSeconds(expire, token) {
  if (expire === 0) return '0 s: as long as the token';
  return `${expire} s${expire > token.expire ? ', cut to the end of the token' : ''}`;
}

/** Before 007 a privilege has a moment of its own. */
function givenTs(ownTs, token) {
  if (ownTs === 0) return '0: as long as the token';
  return ownTs > token.expireTs ? `${ownTs}, cut to the end of the token` : '';
}

/** Whole seconds; the tokens hold nothing finer. */
function moment(date) {
  return date.toISOString().replace('.000Z', 'Z');
}

module.exports = { tokenRows };
