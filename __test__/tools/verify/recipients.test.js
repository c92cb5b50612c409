'use strict';

const { createTokenBuilder, verifyToken } = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { field, service, token007 } = require('../../support/raw-tokens');

const NOW = 1700000000;
const rtc = (channel, user, privileges = [[1, 0]]) =>
  service(1, privileges, field(channel), field(user));
const streaming = (channel, account) => service(3, [[1, 0]], field(channel), field(account));
const rtm = (userId) => service(2, [[1, 0]], field(userId));
const chat = (userId, privilege) => service(5, [[privilege, 0]], field(userId));

function make(...services) {
  return token007({ issueTs: NOW, services });
}

function reasons(token, options = {}) {
  return verifyToken(token, CERTIFICATE, { now: NOW, ...options }).reasons;
}

function codes(token, options) {
  return reasons(token, options).map(({ code }) => code);
}

describe('a channel that createTokenBuilder refuses', () => {
  const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
  const REFUSED = [
    ['', /^The channel is empty/],
    ['undefined', /the word for a missing value/],
    ['a'.repeat(65), /65 bytes/],
    ['a/b', /'\/' at 1/],
    ['raum-ü', /U\+00FC at 5/],
    ['a\n', /a line break at 1/],
    ['a\u0000', /U\+0000 at 1/],
  ];

  test.each(REFUSED)('%j is a reason', (channelName, message) => {
    const build = () => builder.rtc({ channel: channelName, uid: 42, role: 'publisher' });
    expect(build).toThrow(expect.objectContaining({ code: 'ERR_CHANNEL' }));
    const token = make(rtc(channelName, '42'));
    for (const options of [{}, { channelName }, { uid: 42 }, { channelName, uid: 42 }]) {
      expect(reasons(token, options)).toEqual([
        {
          code: 'ERR_TOKEN_CHANNEL_NAME',
          clientError: null,
          message: expect.stringMatching(message),
          hint: 'Clients cannot join such a channel, and createTokenBuilder builds no token for it.',
        },
      ]);
    }
    expect(codes(token, { privilege: 'joinChannel' })).toEqual(['ERR_TOKEN_CHANNEL_NAME']);
  });

  test.each(REFUSED)('%j is not allowed by a wildcard either', (channelName) => {
    expect(codes(make(rtc('*', '42')), { channelName })).toEqual(['ERR_TOKEN_CHANNEL_NAME']);
  });

  test('nor is one in a wildcard token that fits', () => {
    const token = make(rtc(`${'*'.repeat(64)}y`, '42'));
    expect(codes(token, { channelName: 'lobby' })).toEqual(['ERR_TOKEN_CHANNEL_NAME']);
    expect(codes(make(rtc(`${'*'.repeat(63)}y`, '42')), { channelName: 'lobby' })).toEqual([]);
  });

  test('of streaming is a reason too', () => {
    expect(codes(make(streaming('a/b', 'ada')))).toEqual(['ERR_TOKEN_CHANNEL_NAME']);
  });

  test('does not spoil another one that was asked for', () => {
    const token = make(rtc('a/b', '1'), rtc('lobby', '2'));
    expect(codes(token, { channelName: 'lobby' })).toEqual([]);
    expect(codes(token, { uid: 2 })).toEqual([]);
    expect(codes(token)).toEqual(['ERR_TOKEN_CHANNEL_NAME']);
  });

  test('is told beside the other channel', () => {
    expect(codes(make(rtc('lobby', '42')), { channelName: 'a/b' })).toEqual([
      'ERR_TOKEN_CHANNEL_NAME',
      'ERR_TOKEN_CHANNEL',
    ]);
  });
});

describe('the user of a channel', () => {
  test('of streaming is its account', () => {
    const token = make(streaming('stage', 'ada'));
    expect(codes(token, { channelName: 'stage', uid: 'ada' })).toEqual([]);
    expect(reasons(token, { channelName: 'stage', uid: 'bob' })).toMatchObject([
      { code: 'ERR_TOKEN_UID', message: 'The token is for uid "ada", not "bob".' },
    ]);
  });

  test('is that of the channel that was asked for', () => {
    const token = make(rtc('a', '1'), rtc('b', '2'));
    expect(reasons(token, { channelName: 'b', uid: 1 })).toMatchObject([
      { code: 'ERR_TOKEN_UID', message: 'The token is for uid "2", not "1".' },
    ]);
    expect(codes(token, { uid: 3 })).toEqual(['ERR_TOKEN_UID']);
  });

  test('is compared as text', () => {
    for (const uid of ['042', '0x2a', '42.0', ' 42', '4_2']) {
      expect(codes(make(rtc('lobby', '42')), { uid })).toEqual(['ERR_TOKEN_UID']);
    }
  });

  test('0 as text is a user of that name', () => {
    expect(codes(make(rtc('lobby', '0')), { uid: '0' })).toEqual([]);
    expect(codes(make(rtc('lobby', '0')), { uid: 0 })).toEqual(['ERR_TOKEN_UID']);
    expect(codes(make(rtc('lobby', '')), { uid: -0 })).toEqual([]);
  });

  test.each(['undefined', 'null', 'NaN'])('%j was missing when the token was built', (user) => {
    const [{ hint }] = reasons(make(rtc('lobby', user)), { uid: 42 });
    expect(hint).toContain('missing when the token was built');
  });
});

describe('a user id', () => {
  test('of one service is enough', () => {
    const token = make(rtm('ada'), chat('bob', 1));
    expect(codes(token, { userId: 'ada' })).toEqual([]);
    expect(codes(token, { userId: 'bob' })).toEqual([]);
    expect(reasons(token, { userId: 'cleo' })).toMatchObject([
      { code: 'ERR_TOKEN_USER_ID', message: 'The token is for user id "ada", not "cleo".' },
    ]);
  });

  test('has no wildcards', () => {
    expect(codes(make(rtm('*')), { userId: 'ada' })).toEqual(['ERR_TOKEN_USER_ID']);
    expect(codes(make(rtm('*')), { userId: '*' })).toEqual([]);
  });

  test('that is empty is nobody’s, not even where a token for an app holds none', () => {
    const app = make(chat('', 2));
    expect(codes(app)).toEqual([]);
    expect(codes(app, { userId: '' })).toEqual(['ERR_TOKEN_USER_ID']);
    expect(codes(app, { userId: 'ada' })).toEqual(['ERR_TOKEN_USER_ID']);
    expect(codes(make(rtm('')), { userId: '' })).toEqual(['ERR_TOKEN_USER_ID']);
  });

  test('is not that of a channel', () => {
    expect(
      reasons(make(rtc('lobby', 'ada'), streaming('lobby', 'ada')), { userId: 'ada' }),
    ).toEqual([
      expect.objectContaining({
        code: 'ERR_TOKEN_USER_ID',
        message: 'No service of the token is for a user id; it has rtc, streaming.',
      }),
    ]);
  });
});

test.each([
  ['Lobby', 'lobby'],
  ['lobby', 'LOBBY'],
  [' lobby', 'lobby'],
  ['lobby', 'lobby '],
  ['LOBBY ', ' lobby'],
])('%j and %j differ in letter case or white space only, and it is told', (channel, asked) => {
  expect(reasons(make(rtc(channel, '1')), { channelName: asked })).toEqual([
    expect.objectContaining({
      code: 'ERR_TOKEN_CHANNEL',
      hint: expect.stringContaining('differ only in letter case or in white space'),
    }),
  ]);
});

test('a token without services is for nobody', () => {
  expect(reasons(make(), { channelName: 'lobby', userId: 'ada' })).toMatchObject([
    { code: 'ERR_TOKEN_NO_SERVICE' },
    { message: 'No service of the token is for a channel; it has none.' },
    { message: 'No service of the token is for a user id; it has none.' },
  ]);
});

test('what the token has is told once a service', () => {
  const token = make(...Array(50).fill(rtm('ada')), chat('ada', 1));
  expect(reasons(token, { channelName: 'lobby' })).toMatchObject([
    { message: 'No service of the token is for a channel; it has rtm, chat.' },
  ]);
  expect(reasons(token, { uid: 1 })).toMatchObject([{ code: 'ERR_TOKEN_UID' }]);
});
