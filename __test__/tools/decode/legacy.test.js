'use strict';

const { decodeToken } = require('../../..');
const { AccessToken, priviledges } = require('../../../src/AccessToken');
const dynamicKey = require('../../../src/DynamicKey5');
const { RtcTokenBuilder } = require('../../../src/RtcTokenBuilder');
const { RtmTokenBuilder } = require('../../../src/RtmTokenBuilder');
const SignalingToken = require('../../../src/SignalingToken');
const { crc32 } = require('../../../lib/bytes/crc32');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');

const TS = 1700086400;
const ENDS = 1700000600;

function token006(privileges) {
  const token = new AccessToken(APP_ID, CERTIFICATE, 'demo-room', 42);
  token.ts = TS;
  token.salt = 7;
  for (const [id, expireTs] of Object.entries(privileges)) token.addPriviledge(id, expireTs);
  return token.build();
}

test('006: privileges by name, checksums in place of channel and uid', () => {
  const token = token006({
    [priviledges.kJoinChannel]: ENDS,
    [priviledges.kPublishAudioStream]: ENDS + 1,
    [priviledges.kPublishVideoStream]: ENDS + 2,
    [priviledges.kPublishDataStream]: ENDS + 3,
    99: ENDS + 4,
  });
  const names = ['joinChannel', 'publishAudio', 'publishVideo', 'publishData', null];
  expect(decodeToken(token)).toEqual({
    version: '006',
    appId: APP_ID,
    issuedAt: null,
    issueTs: null,
    expiresAt: new Date(TS * 1000),
    expireTs: TS,
    salt: 7,
    services: [
      {
        name: 'rtc',
        channelCrc: crc32('demo-room'),
        uidCrc: crc32('42'),
        privileges: [1, 2, 3, 4, 99].map((id, index) => ({
          id,
          name: names[index],
          ownTs: ENDS + index,
          expireTs: ENDS + index,
          expiresAt: new Date((ENDS + index) * 1000),
        })),
      },
    ],
    unreadBytes: 0,
    signature: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('006: a privilege ends with the token at the latest, and 0 means with it', () => {
  const [{ privileges }] = decodeToken(token006({ 1: 0, 2: TS + 5, 3: ENDS })).services;
  expect(privileges.map(({ expireTs }) => expireTs)).toEqual([TS, TS, ENDS]);
  expect(privileges.map(({ ownTs }) => ownTs)).toEqual([0, TS + 5, ENDS]);
});

test('006: the builders make RTC and RTM tokens', () => {
  const rtc = RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, 'demo-room', 0, 2, ENDS);
  expect(decodeToken(rtc).services).toMatchObject([
    {
      name: 'rtc',
      channelCrc: crc32('demo-room'),
      uidCrc: 0,
      privileges: [{ name: 'joinChannel' }],
    },
  ]);
  const rtm = RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, 'ada', 1, ENDS);
  expect(decodeToken(rtm).services).toMatchObject([
    { name: 'rtm', channelCrc: crc32('ada'), uidCrc: 0, privileges: [{ name: 'login' }] },
  ]);
});

test.each([
  ['generateMediaChannelKey', 1, 'mediaChannel'],
  ['generateRecordingKey', 2, 'recording'],
  ['generatePublicSharingKey', 3, 'publicSharing'],
])('005: %s', (method, type, name) => {
  const key = dynamicKey[method](APP_ID, CERTIFICATE, 'demo-room', 1700000000, 7, 42, ENDS);
  expect(decodeToken(key)).toEqual({
    version: '005',
    appId: APP_ID.toLowerCase(),
    issuedAt: new Date(1700000000000),
    issueTs: 1700000000,
    expiresAt: new Date(ENDS * 1000),
    expireTs: ENDS,
    salt: 7,
    services: [{ type, name, privileges: [] }],
    unreadBytes: 0,
    signature: expect.stringMatching(/^[0-9A-F]{40}$/),
  });
});

test.each([
  [dynamicKey.noUpload, 'none'],
  [dynamicKey.audioVideoUpload, 'audioAndVideo'],
  ['1', '1'],
])('005: the in-channel permission %j lets a user upload: %s', (permission, upload) => {
  const key = dynamicKey.generateInChannelPermissionKey(
    APP_ID,
    CERTIFICATE,
    'demo-room',
    1700000000,
    7,
    42,
    ENDS,
    permission,
  );
  expect(decodeToken(key).services).toEqual([
    { type: 4, name: 'inChannelPermission', upload, privileges: [] },
  ]);
});

test('005: an expiry of 0 is none', () => {
  const key = dynamicKey.generateMediaChannelKey(APP_ID, CERTIFICATE, 'c', 1700000000, 7, 42, 0);
  expect(decodeToken(key)).toMatchObject({ expiresAt: null, expireTs: 0 });
});

test('006: an expiry of 0 is 1970', () => {
  const token = new AccessToken(APP_ID, CERTIFICATE, 'c', 42);
  token.ts = 0;
  expect(decodeToken(token.build())).toMatchObject({ expiresAt: new Date(0), expireTs: 0 });
});

test('005: a service of unknown type', () => {
  const key = dynamicKey.generateDynamicKey(APP_ID, CERTIFICATE, 'c', 1, 2, 3, 4, null, 9);
  expect(decodeToken(key).services).toEqual([{ type: 9, name: 'unknown', privileges: [] }]);
});

// As the samples of Agora's repository for these versions write them: fixed widths behind the version.
const SIGNATURE = '4f1b9a7c0d'.repeat(4);
const KEY003 = `003${SIGNATURE}${APP_ID}14464554720383bbe528823412731446455471`;
const KEY004 = `004${SIGNATURE}${APP_ID}14464554720383bbe51446455471`;

test.each([
  ['003', KEY003, [{ name: 'mediaChannel', uid: '2882341273', privileges: [] }]],
  ['004', KEY004, []],
])('%s', (version, key, services) => {
  expect(decodeToken(key)).toEqual({
    version,
    appId: APP_ID,
    issuedAt: new Date(1446455472000),
    issueTs: 1446455472,
    expiresAt: new Date(1446455471000),
    expireTs: 1446455471,
    salt: 58964965,
    services,
    unreadBytes: 0,
    signature: SIGNATURE,
  });
});

test.each(['0000000000', '4294967295'])('003 and 004: the expiry %s is none', (ends) => {
  for (const key of [KEY003, KEY004]) {
    const endless = key.slice(0, -10) + ends;
    expect(decodeToken(endless)).toMatchObject({ expiresAt: null, expireTs: 0 });
  }
});

test('003 and 004: other lengths and characters are no key', () => {
  for (const key of [KEY003, KEY004]) {
    for (const text of [key.slice(0, -1), `${key}0`, key.replace('4f1b', '4g1b')]) {
      expect(() => decodeToken(text)).toThrow(
        expect.objectContaining({ code: 'ERR_TOKEN_VERSION', offset: 0 }),
      );
    }
  }
});

test('a token of the Signaling SDK is refused by name', () => {
  const token = SignalingToken.get(APP_ID, CERTIFICATE, 'ada', 60);
  expect(() => decodeToken(token)).toThrow(
    expect.objectContaining({
      code: 'ERR_TOKEN_VERSION',
      message: expect.stringContaining('Signaling SDK'),
    }),
  );
});
