'use strict';

const { inWords } = require('../../tools/decode/time-left');
const { element } = require('./dom');
const { bar, chip, countdown } = require('./status');
const { moment } = require('./times');

/** What services and privileges are called on the page, where their own name says little. */
const TITLES = {
  rtc: 'RTC: voice and video',
  rtm: 'RTM: signaling',
  rtm2: 'RTM 2: signaling, with permissions',
  streaming: 'Streaming',
  fpa: 'FPA: network acceleration',
  chat: 'Chat',
  fcdn: 'Fusion CDN',
  apaas: 'Flexible Classroom (aPaaS)',
  conversationalAi: 'Conversational AI',
  stt: 'Speech to text',
  mediaChannel: 'Media channel',
  recording: 'Recording',
  publicSharing: 'Public sharing',
  inChannelPermission: 'Permission in a channel',
  unknown: 'A service that is not known',
};

/** A field that is not here is called as the decoder calls it. */
const FIELDS = {
  channelName: 'Channel',
  uid: 'Uid or account',
  account: 'Account',
  userId: 'User id',
  roomUuid: 'Room',
  role: 'Role in the room',
  upload: 'May upload',
  channelCrc: 'Checksum of the channel',
  uidCrc: 'Checksum of the uid',
};

/** What is shown elsewhere. */
const NOT_FIELDS = ['type', 'name', 'privileges', 'permissions'];

/** What an empty field means. */
const EMPTY = { channelName: 'any channel', uid: 'any user', userId: 'none', roomUuid: 'none' };

let sections = 0;

/** What a service grants, to whom, and each privilege with its end. */
function serviceView(service, data) {
  sections += 1;
  const id = `service-${sections}`;
  const title = TITLES[service.name] ?? service.name;
  return element(
    'section.card',
    { 'aria-labelledby': id },
    element(
      'div.title',
      {},
      element('h2', { id }, title),
      element('p.faint', {}, service.type === undefined ? '' : `service ${service.type}`),
    ),
    fieldsOf(service),
    ...permissionsOf(service),
    privilegesOf(service, data),
  );
}

function fieldsOf(service) {
  const shown = Object.keys(service).filter((field) => !NOT_FIELDS.includes(field));
  if (shown.length === 0) return null;
  return element('dl', {}, ...shown.flatMap((field) => fieldRow(field, service[field])));
}

function fieldRow(field, value) {
  const content = value === '' ? element('em', {}, EMPTY[field] ?? 'empty') : `${value}`;
  const isWild = typeof value === 'string' && value.includes('*');
  return [
    element('dt', {}, FIELDS[field] ?? spell(field)),
    element(
      'dd',
      {},
      element('strong.value', {}, content),
      isWild ? element('span.faint', {}, '* stands for any characters') : null,
    ),
  ];
}

function permissionsOf({ permissions = {} }) {
  const rows = Object.entries(permissions).flatMap(([resource, accesses]) =>
    Object.entries(accesses).map(([access, names]) => [spell(resource), spell(access), names]),
  );
  if (rows.length === 0) return [];
  return [
    element('h3', {}, 'Permissions'),
    element(
      'dl',
      {},
      ...rows.flatMap(([resource, access, names]) => [
        element('dt', {}, `${access} ${resource}`),
        element('dd', {}, ...names.map((name) => element('span.tag', {}, name))),
      ]),
    ),
  ];
}

/** A name of the decoder in words: `messageChannels` as `message channels`. */
function spell(name) {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function privilegesOf(service, data) {
  if (service.privileges.length === 0) return element('p.faint', {}, 'It lists no privileges.');
  const rows = service.privileges.map((privilege) => privilegeRow(privilege, data));
  return element('ul.privileges', { 'aria-label': 'Privileges' }, ...rows);
}

function privilegeRow({ id, name, expire, expireTs }, { issueTs, expireTs: tokenTs }) {
  return element(
    'li',
    {},
    element(
      'div.head',
      {},
      element('strong', {}, name ?? `Privilege ${id}`),
      element('span.faint', {}, name === null ? 'not known' : `number ${id}`),
      chip(issueTs, expireTs),
      countdown(issueTs, expireTs),
    ),
    issueTs === null ? null : bar(issueTs, expireTs, tokenTs),
    element('div.when', {}, moment(expireTs), given(expire, tokenTs - issueTs)),
  );
}

/** The seconds that stand in the token, and what they come to. */
function given(expire, lifetime) {
  if (expire === undefined) return null;
  if (expire === 0) return element('span.distance', {}, '0: as long as the token');
  const capped = expire > lifetime ? '; ends with the token' : '';
  return element('span.distance', {}, `${expire} s = ${inWords(expire)}${capped}`);
}

module.exports = { serviceView };
