'use strict';

const fc = require('fast-check');
const { createTokenBuilder, decodeToken, TokenError, verifyToken } = require('../../..');
const original = require('agora-token-reference/src/AccessToken2');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { inflateToken, tokenAround } = require('../../support/token-content');

const NOW = 1700000000;
const OTHER_APP_ID = 'f'.repeat(32);

const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE, now: NOW });
const PUBLISHER = builder.rtc({
  channel: 'lobby',
  uid: 42,
  role: 'publisher',
  expiresIn: 3600,
  privileges: { publishAudio: 600 },
});
const RTM = builder.rtm({ userId: 'ada', expiresIn: 3600 });

function codes(token, options, appCertificate = CERTIFICATE) {
  return verifyToken(token, appCertificate, { now: NOW, ...options }).reasons.map(
    ({ code }) => code,
  );
}

function onlyReason(token, options, appCertificate = CERTIFICATE) {
  const { valid, reasons } = verifyToken(token, appCertificate, { now: NOW, ...options });
  expect(valid).toBe(false);
  expect(reasons).toHaveLength(1);
  return reasons[0];
}

test('a good token is valid, and comes decoded', () => {
  const options = {
    now: NOW,
    appId: APP_ID,
    channelName: 'lobby',
    uid: 42,
    privilege: ['joinChannel', 'rtc.publishAudio'],
  };
  expect(verifyToken(PUBLISHER, CERTIFICATE, options)).toEqual({
    valid: true,
    reasons: [],
    warnings: [],
    token: decodeToken(PUBLISHER),
    certificateIndex: 0,
  });
});

test('without options the clock is the system’s', () => {
  const fresh = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
  expect(verifyToken(fresh.rtm({ userId: 'ada' }), CERTIFICATE).valid).toBe(true);
  expect(verifyToken(RTM, CERTIFICATE).reasons).toMatchObject([{ code: 'ERR_TOKEN_EXPIRED' }]);
});

test('another certificate', () => {
  expect(onlyReason(PUBLISHER, {}, OTHER_CERTIFICATE)).toEqual({
    code: 'ERR_TOKEN_SIGNATURE',
    clientError: 110,
    message: 'The signature is not that of this App Certificate.',
    hint: expect.stringMatching(/^A client sees 110 \(invalid token\)\. .*App Certificate/),
  });
});

test('any changed byte of the content is noticed', () => {
  const content = inflateToken(PUBLISHER);
  for (let at = 0; at < content.length; at++) {
    const changed = Buffer.from(content);
    changed[at] ^= 1;
    const { valid } = verifyToken(tokenAround(changed), CERTIFICATE, { now: NOW });
    expect([at, valid]).toEqual([at, false]);
  }
});

test('the original agrees on whose signature it is', () => {
  for (const certificate of [CERTIFICATE, OTHER_CERTIFICATE]) {
    const token = new original.AccessToken2(APP_ID, certificate, NOW, 60);
    const rtc = new original.ServiceRtc('lobby', 42);
    rtc.add_privilege(1, 60);
    token.add_service(rtc);
    const text = token.build();
    const parsed = new original.AccessToken2();
    parsed.from_string(text);
    expect(codes(text).length === 0).toBe(parsed.verifySignature(CERTIFICATE));
  }
});

test('another App ID', () => {
  expect(onlyReason(PUBLISHER, { appId: OTHER_APP_ID })).toMatchObject({
    code: 'ERR_TOKEN_APP_ID',
    clientError: 110,
    message: `The token is for App ID "${APP_ID}", not "${OTHER_APP_ID}".`,
  });
});

test('a token is expired from the second in which it ends', () => {
  expect(codes(PUBLISHER, { now: NOW + 3599.9 })).toEqual([]);
  expect(onlyReason(PUBLISHER, { now: NOW + 3600 })).toMatchObject({
    code: 'ERR_TOKEN_EXPIRED',
    clientError: 109,
    message: 'The token expired at 2023-11-14T23:13:20.000Z.',
    hint: expect.stringMatching(/^A client sees 109 \(token expired\)\./),
  });
});

test('now is seconds, a Date or a function', () => {
  for (const at of [NOW + 3600, new Date((NOW + 3600) * 1000), () => NOW + 3600]) {
    expect(codes(PUBLISHER, { now: at })).toEqual(['ERR_TOKEN_EXPIRED']);
  }
});

test.each([
  [{ channelName: 'Lobby' }, 'ERR_TOKEN_CHANNEL', /"lobby", not "Lobby"/, /letter case/],
  [{ channelName: 'lobby ' }, 'ERR_TOKEN_CHANNEL', /"lobby", not "lobby "/, /white space/],
  [{ channelName: 'other' }, 'ERR_TOKEN_CHANNEL', /"lobby", not "other"/, /exactly the channel/],
  [{ uid: 43 }, 'ERR_TOKEN_UID', /"42", not "43"/, /uid or user account/],
  [{ uid: 0 }, 'ERR_TOKEN_UID', /"42", not for any user/, /joins with uid 0/],
  [{ channelName: 'lobby', uid: 'ada' }, 'ERR_TOKEN_UID', /"42", not "ada"/, /uid/],
  [{ userId: 'ada' }, 'ERR_TOKEN_USER_ID', /No service .* user id; it has rtc/, /user id/],
])('%j', (options, code, message, hint) => {
  expect(onlyReason(PUBLISHER, options)).toMatchObject({
    code,
    clientError: 110,
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint),
  });
});

test('the uid may be given as text', () => {
  expect(codes(PUBLISHER, { uid: '42' })).toEqual([]);
});

test('a token for any user, and one for every channel', () => {
  const anyUser = builder.rtc({ channel: 'lobby', uid: 0, role: 'subscriber' });
  expect(codes(anyUser, { channelName: 'lobby', uid: 7 })).toEqual([]);
  expect(codes(anyUser, { channelName: 'lobby', uid: 0 })).toEqual([]);
  const anyChannel = builder.rtc({ channel: '*', uid: 7, role: 'subscriber' });
  expect(codes(anyChannel, { channelName: 'lobby', uid: 7 })).toEqual([]);
  expect(codes(anyChannel, { channelName: 'lobby', uid: 8 })).toEqual(['ERR_TOKEN_UID']);
});

test.each([
  ['class-*', 'class-1', true],
  ['class-*', 'class-', true],
  ['class-*', 'class', false],
  ['*-1', 'class-1', true],
  ['*-1', 'class-12', false],
  ['1*a*2', '1abc2', true],
  ['1*a*2', '1bc2', false],
  ['1*a*2', '1a2', true],
  ['a*a', 'a', false],
  ['a*ab', 'aab', true],
  ['**', 'a', true],
  ['.*', 'lobby', false],
  ['lobby', 'lobby-2', false],
])('a wildcard token for %j and a client with %j: %p', (pattern, text, valid) => {
  const token = builder.rtc({ channel: pattern, account: pattern, role: 'publisher' });
  const verified = verifyToken(token, CERTIFICATE, { now: NOW, channelName: text, uid: text });
  expect(verified.valid).toBe(valid);
  expect(verifyToken(token, CERTIFICATE, { now: NOW, channelName: text }).valid).toBe(valid);
});

test('a uid that was missing when the token was built', () => {
  const { RtcTokenBuilder } = require('../../..');
  const token = RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, 'c', undefined, 1, 60, 60);
  const { reasons } = verifyToken(token, CERTIFICATE, { uid: 42 });
  expect(reasons).toMatchObject([
    { code: 'ERR_TOKEN_UID', hint: expect.stringContaining('missing when the token was built') },
  ]);
});

test('channel and uid must be those of one service', () => {
  const { AccessToken2, ServiceRtc } = require('../../../src/AccessToken2');
  const token = new AccessToken2(APP_ID, CERTIFICATE, NOW, 60);
  for (const [channel, uid] of [
    ['a', 1],
    ['b', 2],
  ]) {
    const rtc = new ServiceRtc(channel, uid);
    rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 60);
    token.add_service(rtc);
  }
  const text = token.build();
  expect(codes(text, { channelName: 'a', uid: 1 })).toEqual([]);
  expect(codes(text, { channelName: 'b', uid: 2 })).toEqual([]);
  expect(codes(text, { channelName: 'a', uid: 2 })).toEqual(['ERR_TOKEN_UID']);
  expect(codes(text, { uid: 2 })).toEqual([]);
});

test('a token without a channel', () => {
  expect(codes(RTM, { channelName: 'lobby', uid: 42 })).toEqual(['ERR_TOKEN_CHANNEL']);
  expect(codes(RTM, { uid: 42 })).toEqual(['ERR_TOKEN_UID']);
});

test('the user id', () => {
  expect(codes(RTM, { userId: 'ada', privilege: 'login' })).toEqual([]);
  expect(onlyReason(RTM, { userId: 'bob' })).toMatchObject({
    code: 'ERR_TOKEN_USER_ID',
    clientError: 110,
    message: 'The token is for user id "ada", not "bob".',
  });
});

test('a missing privilege', () => {
  const token = builder.rtc({ channel: 'lobby', uid: 42, role: 'subscriber' });
  expect(onlyReason(token, { privilege: 'publishAudio' })).toEqual({
    code: 'ERR_TOKEN_PRIVILEGE_MISSING',
    clientError: null,
    message: 'The token does not grant publishAudio; it has rtc.',
    hint: expect.stringMatching(/^A client joins .*co-hosts/),
  });
  expect(onlyReason(token, { privilege: 'rtm.login' })).toMatchObject({
    code: 'ERR_TOKEN_PRIVILEGE_MISSING',
    clientError: 110,
  });
});

test('an expired privilege', () => {
  const now = NOW + 600;
  expect(codes(PUBLISHER, { now })).toEqual([]);
  expect(codes(PUBLISHER, { now, privilege: 'publishVideo' })).toEqual([]);
  expect(onlyReason(PUBLISHER, { now, privilege: 'publishAudio' })).toMatchObject({
    code: 'ERR_TOKEN_PRIVILEGE_EXPIRED',
    message: 'The privilege publishAudio expired at 2023-11-14T22:23:20.000Z.',
  });
});

test('a privilege of a name that two services have is there while one of them lasts', () => {
  const token = builder.build({ rtm: { userId: 'ada', expiresIn: 60 }, fpa: {} });
  const now = NOW + 60;
  expect(codes(token, { now, privilege: 'login' })).toEqual([]);
  expect(codes(token, { now, privilege: 'fpa.login' })).toEqual([]);
  expect(codes(token, { now, privilege: 'rtm.login' })).toEqual(['ERR_TOKEN_PRIVILEGE_EXPIRED']);
  expect(codes(token, { now })).toEqual(['ERR_TOKEN_PRIVILEGE_EXPIRED']);
});

test('a privilege to enter that has expired is a reason without being asked for', () => {
  const token = builder.rtc({
    channel: 'lobby',
    uid: 42,
    role: 'subscriber',
    privileges: { joinChannel: 60 },
  });
  expect(codes(token, { now: NOW + 59 })).toEqual([]);
  expect(onlyReason(token, { now: NOW + 60 })).toMatchObject({
    code: 'ERR_TOKEN_PRIVILEGE_EXPIRED',
    clientError: 109,
    message: expect.stringContaining('rtc.joinChannel'),
  });
});

test('every reason is told at once', () => {
  const options = { now: NOW + 9999, channelName: 'x', userId: 'ada', privilege: ['login'] };
  expect(codes(PUBLISHER, options)).toEqual([
    'ERR_TOKEN_CHANNEL',
    'ERR_TOKEN_USER_ID',
    'ERR_TOKEN_EXPIRED',
    'ERR_TOKEN_PRIVILEGE_MISSING',
  ]);
});

test.each([
  ['', 'ERR_TOKEN_EMPTY'],
  ['abc', 'ERR_TOKEN_VERSION'],
  [undefined, 'ERR_TOKEN_TYPE'],
  [PUBLISHER.slice(0, 50), 'ERR_TOKEN_TRUNCATED'],
])('a token that cannot be read is a reason: %j', (token, code) => {
  expect(verifyToken(token, CERTIFICATE)).toEqual({
    valid: false,
    warnings: [],
    token: null,
    certificateIndex: null,
    reasons: [
      {
        code,
        clientError: 110,
        message: expect.any(String),
        hint: expect.stringMatching(/^A client sees 110/),
      },
    ],
  });
});

test.each([
  ['ERR_APP_CERTIFICATE', [undefined], /found undefined/],
  ['ERR_APP_CERTIFICATE', [''], /empty string/],
  ['ERR_APP_CERTIFICATE', [CERTIFICATE.slice(1)], /found 31 characters/],
  ['ERR_APP_CERTIFICATE', [`${CERTIFICATE} `], /white space/],
  ['ERR_APP_CERTIFICATE', [`${CERTIFICATE.slice(0, 31)}g`], /the one at 31 is not/],
  ['ERR_APP_ID', [CERTIFICATE, { appId: 'x' }], /found 1 characters/],
  ['ERR_CLOCK', [CERTIFICATE, { now: Date.UTC(2030) }], /milliseconds/],
  ['ERR_CLOCK', [CERTIFICATE, { now: 'today' }], /found a string/],
  ['ERR_CLOCK', [CERTIFICATE, { now: new Date(Number.NaN) }], /invalid Date/],
  ['ERR_UID', [CERTIFICATE, { uid: -1 }], /found -1/],
  ['ERR_UID', [CERTIFICATE, { uid: Number.NaN }], /found NaN/],
  ['ERR_UID', [CERTIFICATE, { uid: null }], /found null/],
  ['ERR_UID', [CERTIFICATE, { uid: {} }], /found an object/],
  [
    'ERR_PRIVILEGE',
    [CERTIFICATE, { privilege: 'fly' }],
    /no privilege "fly"\. There are: rtc\.joinChannel, rtc\.publishAudio, rtc\.publishVideo, /,
  ],
  ['ERR_OPTION', [CERTIFICATE, { channel: 'lobby' }], /no option "channel".*channelName/],
  ['ERR_OPTION', [CERTIFICATE, { channelName: 5 }], /channelName .* found a number/],
  ['ERR_OPTION', [CERTIFICATE, { userId: 5 }], /userId .* found a number/],
  ['ERR_OPTION', [CERTIFICATE, { clockTolerance: -1 }], /86400; found -1/],
  ['ERR_OPTION', [CERTIFICATE, { clockTolerance: '60' }], /86400; found a string/],
  ['ERR_OPTION', [CERTIFICATE, null], /found null/],
])('%s: a malformed argument', (code, args, message) => {
  let error;
  try {
    verifyToken(PUBLISHER, ...args);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(TokenError);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain(CERTIFICATE.slice(0, 8));
});

test('no result holds the certificate', () => {
  const result = verifyToken(PUBLISHER, OTHER_CERTIFICATE, { now: NOW + 9999, channelName: 'x' });
  expect(JSON.stringify(result)).not.toContain(OTHER_CERTIFICATE);
});

test('whatever the text, the outcome is a list of reasons', () => {
  const text = fc.oneof(
    fc.string(),
    fc.base64String({ maxLength: 300 }).map((tail) => `007${tail}`),
    fc.base64String({ maxLength: 300 }).map((tail) => `005${tail}`),
    fc.base64String({ maxLength: 300 }).map((tail) => `006${APP_ID}${tail}`),
    fc.uint8Array({ maxLength: 200 }).map((content) => tokenAround(Buffer.from(content))),
  );
  fc.assert(
    fc.property(text, fc.string(), fc.oneof(fc.nat(), fc.string()), (token, channelName, uid) => {
      const { valid, reasons } = verifyToken(token, CERTIFICATE, { channelName, uid });
      expect(valid).toBe(false);
      expect(reasons.length).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});
