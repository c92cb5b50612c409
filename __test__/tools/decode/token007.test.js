'use strict';

const fc = require('fast-check');
const { decodeToken, RtmPermission, RtcTokenBuilder, Rtm2Permissions, RtmTokenBuilder } =
  require('../../..');
const agora = require('../../../src/AccessToken2');
const { RtmTokenBuilder: RtmTokenBuilder3 } = require('../../../src/token3/RtmTokenBuilder3');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { inflateToken, tokenAround } = require('../../support/token-content');

const ISSUE_TS = 1700000000;
const EXPIRE = 3600;
const SALT = 12345678;

function build(services, { expire = EXPIRE } = {}) {
  const token = new agora.AccessToken2(APP_ID, CERTIFICATE, ISSUE_TS, expire);
  token.salt = SALT;
  for (const [service, privileges] of services) {
    for (const [id, seconds] of Object.entries(privileges)) service.add_privilege(id, seconds);
    token.add_service(service);
  }
  return token.build();
}

function privilege(id, name, seconds = EXPIRE) {
  const expireTs = ISSUE_TS + seconds;
  return { id, name, expire: seconds, expiresAt: new Date(expireTs * 1000), expireTs };
}

// The example of docs/token-format.md.
const DOCUMENTED =
  '007eJxTYEhWrwpldHqnzVHL9TU9LKZU5c7KTaKPb058VVV8zoQ73VCBwdLcwNnR2DQl1cwg2cTEzMQ0KSkx1SLRyNDUwMww' +
  'ydiY4WNwqgAfA4Nf4h4GRgZGBhYGRoYIJgYGJjDJDCZZwCQnQ0pqbr5uUX5+LhODiREAOygfKg==';

test('a token is plain data', () => {
  expect(decodeToken(DOCUMENTED)).toEqual({
    version: '007',
    appId: APP_ID,
    issuedAt: new Date('2023-11-14T22:13:20Z'),
    issueTs: ISSUE_TS,
    expiresAt: new Date('2023-11-14T23:13:20Z'),
    expireTs: ISSUE_TS + EXPIRE,
    expire: EXPIRE,
    salt: SALT,
    services: [
      {
        type: 1,
        name: 'rtc',
        channelName: 'demo-room',
        uid: '42',
        privileges: [
          privilege(1, 'joinChannel', 600),
          privilege(2, 'publishAudio', 600),
          privilege(3, 'publishVideo', 600),
          privilege(4, 'publishData', 600),
        ],
      },
    ],
    unreadBytes: 0,
    signature: '63277a550142ee2b087d0af567565c7524dca9b215e3d991ea7a73ce340b6731',
  });
});

test('all ten services are named, with their fields and privileges', () => {
  const permissions = new Rtm2Permissions();
  permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kRead, ['news', 'room-*']);
  permissions.add(Rtm2Permissions.kStreamChannels, Rtm2Permissions.kWrite, ['stage']);
  permissions.add(Rtm2Permissions.kGroupChannels, Rtm2Permissions.kRead, []);
  permissions.add(Rtm2Permissions.kServerGroups, Rtm2Permissions.kWrite, ['*']);
  permissions.add(Rtm2Permissions.kUsers, Rtm2Permissions.kRead, ['ada']);
  permissions.add(77, 66, ['later']);
  const token = build([
    [new agora.ServiceStt(), {}],
    [new agora.ServiceConvoAI(), {}],
    [new agora.ServiceRtm2('ada', permissions), { 1: 5 }],
    [new agora.ServiceApaas('room', 'ada', -5), { 1: 5, 2: 6, 3: 7 }],
    [new agora.ServiceFCdn('stage', 'ada'), { 1: 5, 2: 6 }],
    [new agora.ServiceChat('ada'), { 1: 5, 2: 6 }],
    [new agora.ServiceFpa(), { 1: 5 }],
    [new agora.ServiceStreaming('stage', 'ada'), { 1: 5, 2: 6 }],
    [new agora.ServiceRtm('ada'), { 1: 5 }],
    [new agora.ServiceRtc('stage', 0), { 1: 5, 2: 6, 3: 7, 4: 8, 9: 9 }],
  ]);
  expect(decodeToken(token).services).toEqual([
    {
      type: 1,
      name: 'rtc',
      channelName: 'stage',
      uid: '',
      privileges: [
        privilege(1, 'joinChannel', 5),
        privilege(2, 'publishAudio', 6),
        privilege(3, 'publishVideo', 7),
        privilege(4, 'publishData', 8),
        privilege(9, null, 9),
      ],
    },
    { type: 2, name: 'rtm', userId: 'ada', privileges: [privilege(1, 'login', 5)] },
    {
      type: 3,
      name: 'streaming',
      channelName: 'stage',
      account: 'ada',
      privileges: [privilege(1, 'publishMixStream', 5), privilege(2, 'publishRawStream', 6)],
    },
    { type: 4, name: 'fpa', privileges: [privilege(1, 'login', 5)] },
    {
      type: 5,
      name: 'chat',
      userId: 'ada',
      privileges: [privilege(1, 'user', 5), privilege(2, 'app', 6)],
    },
    {
      type: 6,
      name: 'fcdn',
      channelName: 'stage',
      account: 'ada',
      privileges: [privilege(1, 'publish', 5), privilege(2, 'play', 6)],
    },
    {
      type: 7,
      name: 'apaas',
      roomUuid: 'room',
      userId: 'ada',
      role: -5,
      privileges: [privilege(1, 'roomUser', 5), privilege(2, 'user', 6), privilege(3, 'app', 7)],
    },
    {
      type: 8,
      name: 'rtm2',
      userId: 'ada',
      permissions: {
        messageChannels: { read: ['news', 'room-*'] },
        streamChannels: { write: ['stage'] },
        groupChannels: { read: [] },
        serverGroups: { write: ['*'] },
        users: { read: ['ada'] },
        77: { 66: ['later'] },
      },
      privileges: [privilege(1, 'login', 5)],
    },
    { type: 9, name: 'conversationalAi', privileges: [] },
    { type: 10, name: 'stt', privileges: [] },
  ]);
});

test('every service class has a name', () => {
  const types = Object.keys(agora.AccessToken2.kServices).map(Number);
  const { SERVICES } = require('../../../tools/decode/service-table');
  expect(Object.keys(SERVICES).map(Number)).toEqual(types);
});

test('a privilege ends with the token at the latest, and 0 means with it; both stand as given', () => {
  const token = build([[new agora.ServiceRtc('c', 1), { 1: 0, 2: EXPIRE + 1, 3: EXPIRE - 1 }]]);
  const [{ privileges }] = decodeToken(token).services;
  expect(privileges.map(({ expireTs }) => expireTs - ISSUE_TS)).toEqual([
    EXPIRE,
    EXPIRE,
    EXPIRE - 1,
  ]);
  expect(privileges.map(({ expire }) => expire)).toEqual([0, EXPIRE + 1, EXPIRE - 1]);
});

test('the end of a long token does not wrap around', () => {
  const token = build([[new agora.ServiceRtc('c', 1), { 1: 0xffffffff }]], { expire: 0xffffffff });
  const { expireTs, expiresAt, services } = decodeToken(token);
  expect(expireTs).toBe(ISSUE_TS + 0xffffffff);
  expect(expiresAt.getTime()).toBe((ISSUE_TS + 0xffffffff) * 1000);
  expect(services[0].privileges[0].expireTs).toBe(expireTs);
});

test('the RTM token of token3 reads like RTM2', () => {
  const { resourceKeys, permissionKeys } = RtmPermission;
  const token = RtmTokenBuilder3.buildToken(APP_ID, CERTIFICATE, 'ada', 60, {
    [resourceKeys.kUser]: { [permissionKeys.kWrite]: ['bob'] },
  });
  expect(decodeToken(token).services).toMatchObject([
    { name: 'rtm2', userId: 'ada', permissions: { users: { write: ['bob'] } } },
  ]);
});

test('a service of unknown type is reported, and what follows stays unread', () => {
  const content = inflateToken(build([[new agora.ServiceRtm('ada'), {}]]));
  const typeAt = content.length - 'ada'.length - 2 - 2 - 2;
  expect(content.readUInt16LE(typeAt)).toBe(2);
  content.writeUInt16LE(4000, typeAt);
  expect(decodeToken(tokenAround(content))).toMatchObject({
    services: [{ type: 4000, name: 'unknown', privileges: [] }],
    unreadBytes: content.length - typeAt - 2,
  });
});

test('bytes behind the services are counted', () => {
  const content = inflateToken(DOCUMENTED);
  const token = tokenAround(Buffer.concat([content, Buffer.alloc(5)]));
  expect(decodeToken(token)).toMatchObject({ unreadBytes: 5 });
});

test('a result is not touched by the next token', () => {
  const first = decodeToken(DOCUMENTED);
  const before = JSON.stringify(first);
  decodeToken(build([[new agora.ServiceRtc('other', 7), { 1: 1 }]]));
  expect(JSON.stringify(first)).toBe(before);
});

test('results hold texts, numbers, dates and nothing of Node', () => {
  const kinds = new Set();
  const walk = (value) => {
    if (typeof value !== 'object' || value === null) return kinds.add(typeof value);
    kinds.add(Object.getPrototypeOf(value).constructor.name);
    return Object.values(value).forEach(walk);
  };
  walk(decodeToken(DOCUMENTED));
  expect([...kinds].sort()).toEqual(['Array', 'Date', 'Object', 'number', 'string']);
});

test('what is not UTF-8 becomes the replacement character', () => {
  const token = build([[new agora.ServiceRtc(Buffer.from([0x61, 0xff]), 1), {}]]);
  expect(decodeToken(token).services[0].channelName).toBe('a\ufffd');
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const uint32 = fc.nat({ max: 0xffffffff });

test('what goes in comes out, for tokens of ours and of the original', () => {
  const original = require('agora-token-reference/src/AccessToken2');
  fc.assert(
    fc.property(text, text, uint32, uint32, uint32, (channel, user, issueTs, expire, salt) => {
      for (const { AccessToken2, ServiceRtc, ServiceRtm } of [original, agora]) {
        const token = new AccessToken2(APP_ID, CERTIFICATE, issueTs, expire);
        token.issueTs = issueTs;
        token.salt = salt;
        token.add_service(new ServiceRtc(channel, user));
        token.add_service(new ServiceRtm(user));
        expect(decodeToken(token.build())).toMatchObject({
          appId: APP_ID,
          issueTs,
          expire,
          salt,
          services: [{ channelName: channel, uid: user }, { userId: user }],
          unreadBytes: 0,
        });
      }
    }),
  );
});

test('the services are those that AccessToken2 parses', () => {
  const token = RtcTokenBuilder.buildTokenWithRtm(APP_ID, CERTIFICATE, 'c', 'ada', 1, 60, 60);
  const parsed = new agora.AccessToken2();
  expect(parsed.from_string(token)).toBe(true);
  const decoded = decodeToken(token);
  expect(decoded.services.map(({ type }) => type)).toEqual(
    parsed.services.map((service) => service.service_type()),
  );
  expect(decoded.signature).toBe(parsed.__signature.toString('hex'));
  const rtm = decodeToken(RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, 'ada', 60));
  expect(rtm.services).toMatchObject([{ name: 'rtm', userId: 'ada' }]);
});
