'use strict';

/**
 * A decoded token as rows of label, text and style. `diff` compares the same rows.
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
    ['App ID', token.appId],
    ['issued at', token.issuedAt === null ? 'not in the token' : moment(token.issuedAt)],
    ['expires at', ...until(token, now)],
    ['salt', token.salt],
    ['signature', token.signature],
    ...token.services.flatMap((service) => serviceRows(service, now)),
    ...(token.unreadBytes > 0 ? [['unread', `${token.unreadBytes} bytes`]] : []),
  ];
}

function serviceRows(service, now) {
  const type = service.name === 'unknown' ? ` (type ${service.type})` : '';
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
      `  ${privilege.name ?? `privilege ${privilege.id}`}`,
      ...until(privilege, now),
    ]),
    ...permissionRows(service.permissions),
  ];
}

function permissionRows(permissions = {}) {
  return Object.entries(permissions).flatMap(([resource, accesses]) =>
    Object.entries(accesses).map(([access, names]) => [
      `  ${access} ${resource}`,
      names.length === 0 ? '(none)' : names.join(', '),
    ]),
  );
}

function anyOrNone(field) {
  return field === 'uid' ? '(any)' : '(none)';
}

function until({ expiresAt, expireTs }, now) {
  const expired = now >= expireTs;
  return [`${moment(expiresAt)}${expired ? ', expired' : ''}`, expired ? 'bad' : 'good'];
}

/** Whole seconds; the tokens hold nothing finer. */
function moment(date) {
  return date.toISOString().replace('.000Z', 'Z');
}

module.exports = { tokenRows };
