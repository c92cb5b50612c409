'use strict';

const { verifyToken } = require('../../..');
const reference = require('agora-access-token-reference');
const { AccessToken } = require('../../../src/AccessToken');
const dynamicKey = require('../../../src/DynamicKey5');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');

const NOW = 1700000000;
const ENDS = NOW + 600;

function token006(channel, uid, privileges = { 1: ENDS }) {
  const token = new AccessToken(APP_ID, CERTIFICATE, channel, uid);
  token.ts = NOW + 3600;
  for (const [id, expireTs] of Object.entries(privileges)) token.addPriviledge(id, expireTs);
  return token.build();
}

const RTC = token006('lobby', 42);

function reasons(token, options, appCertificate = CERTIFICATE) {
  return verifyToken(token, appCertificate, { now: NOW, ...options }).reasons;
}

test('006 with channel and uid', () => {
  expect(reasons(RTC, { channelName: 'lobby', uid: 42 })).toEqual([]);
  expect(reasons(RTC, { channelName: 'lobby', uid: '42', appId: APP_ID })).toEqual([]);
});

test('006 built by agora-access-token', () => {
  const token = reference.RtcTokenBuilder.buildTokenWithUid(
    APP_ID,
    CERTIFICATE,
    'lobby',
    42,
    reference.RtcRole.PUBLISHER,
    ENDS,
  );
  const options = { channelName: 'lobby', uid: 42, privilege: 'publishAudio' };
  expect(reasons(token, options)).toEqual([]);
  expect(reasons(token, options, OTHER_CERTIFICATE)).toMatchObject([
    { code: 'ERR_TOKEN_SIGNATURE' },
  ]);
});

test.each([[{}], [{ channelName: 'lobby' }], [{ uid: 42 }]])(
  '006 needs channel and uid: %j',
  (options) => {
    expect(reasons(RTC, options)).toEqual([
      {
        code: 'ERR_TOKEN_NEEDS_CHANNEL_AND_UID',
        clientError: null,
        message:
          'The signature of a token 006 covers the channel and the uid, which the token does not hold.',
        hint: expect.stringContaining('Pass both'),
      },
    ]);
  },
);

test('006 for another channel or uid', () => {
  expect(reasons(RTC, { channelName: 'Lobby', uid: 43 })).toMatchObject([
    { code: 'ERR_TOKEN_CHANNEL', clientError: 110, message: expect.stringContaining('"Lobby"') },
    { code: 'ERR_TOKEN_UID', clientError: 110, message: expect.stringContaining('"43"') },
  ]);
  expect(reasons(RTC, { channelName: 'lobby', uid: 0 })).toMatchObject([
    { code: 'ERR_TOKEN_UID', message: 'The token is for one user, not for any.' },
  ]);
});

test('006 with another certificate, or another App ID in its text', () => {
  const options = { channelName: 'lobby', uid: 42 };
  const forged = RTC.replace(APP_ID, 'f'.repeat(32));
  expect(reasons(RTC, options, OTHER_CERTIFICATE)).toMatchObject([{ code: 'ERR_TOKEN_SIGNATURE' }]);
  expect(reasons(forged, options)).toMatchObject([{ code: 'ERR_TOKEN_SIGNATURE' }]);
});

test('006 for any user needs no uid', () => {
  const token = token006('lobby', 0);
  expect(reasons(token, { channelName: 'lobby' })).toEqual([]);
  expect(reasons(token, { channelName: 'lobby', uid: 7 })).toEqual([]);
});

test('006 for RTM needs the user id', () => {
  const token = token006('ada', '', { 1000: ENDS });
  expect(reasons(token, { userId: 'ada', privilege: 'login' })).toEqual([]);
  expect(reasons(token, { userId: 'bob' })).toMatchObject([{ code: 'ERR_TOKEN_USER_ID' }]);
  expect(reasons(token, {})).toMatchObject([
    { code: 'ERR_TOKEN_NEEDS_CHANNEL_AND_UID', hint: 'Pass userId.' },
  ]);
});

test('006: the privileges and the token expire', () => {
  const options = { channelName: 'lobby', uid: 42 };
  expect(reasons(RTC, { ...options, now: ENDS })).toMatchObject([
    { code: 'ERR_TOKEN_PRIVILEGE_EXPIRED', clientError: 109 },
  ]);
  expect(reasons(RTC, { ...options, now: NOW + 3600 })).toMatchObject([
    { code: 'ERR_TOKEN_EXPIRED', clientError: 109 },
  ]);
  expect(reasons(RTC, { ...options, privilege: 'publishAudio' })).toMatchObject([
    { code: 'ERR_TOKEN_PRIVILEGE_MISSING' },
  ]);
});

describe('005', () => {
  const media = dynamicKey.generateMediaChannelKey(APP_ID, CERTIFICATE, 'lobby', NOW, 7, 42, ENDS);
  const inChannel = dynamicKey.generateInChannelPermissionKey(
    APP_ID,
    CERTIFICATE,
    'lobby',
    NOW,
    7,
    42,
    ENDS,
    dynamicKey.audioVideoUpload,
  );

  test.each([
    ['media channel', media],
    ['in-channel permission', inChannel],
  ])('%s', (_name, key) => {
    expect(reasons(key, { channelName: 'lobby', uid: 42, appId: APP_ID })).toEqual([]);
    expect(reasons(key, { channelName: 'lobby', uid: '42' })).toEqual([]);
    for (const [options, certificate] of [
      [{ channelName: 'Lobby', uid: 42 }],
      [{ channelName: 'lobby', uid: 43 }],
      [{ channelName: 'lobby', uid: 42 }, OTHER_CERTIFICATE],
    ]) {
      expect(reasons(key, options, certificate)).toMatchObject([
        { code: 'ERR_TOKEN_SIGNATURE', clientError: 110 },
      ]);
    }
  });

  test('needs channel and uid, and the uid to be a number', () => {
    expect(reasons(media, {})).toMatchObject([{ code: 'ERR_TOKEN_NEEDS_CHANNEL_AND_UID' }]);
    expect(reasons(media, { channelName: 'lobby', uid: 'ada' })).toMatchObject([
      { code: 'ERR_TOKEN_UID' },
    ]);
  });

  test('expires', () => {
    const options = { channelName: 'lobby', uid: 42, now: ENDS };
    expect(reasons(media, options)).toMatchObject([{ code: 'ERR_TOKEN_EXPIRED' }]);
  });
});
