'use strict';

const { verifyToken } = require('../../..');
const reference = require('agora-access-token-reference');
const { AccessToken } = require('../../../src/AccessToken');
const dynamicKey = require('../../../src/DynamicKey5');
const { crc32 } = require('../../../lib/bytes/crc32');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const raw = require('../../support/raw-tokens');

const NOW = 1700000000;
const ENDS = NOW + 600;

function token006(channel, uid, privileges = { 1: ENDS }) {
  const token = new AccessToken(APP_ID, CERTIFICATE, channel, uid);
  token.ts = NOW + 3600;
  for (const [id, expireTs] of Object.entries(privileges)) token.addPriviledge(id, expireTs);
  return token.build();
}

const RTC = token006('lobby', 42);
const MEDIA = dynamicKey.generateMediaChannelKey(APP_ID, CERTIFICATE, 'lobby', NOW, 7, 42, ENDS);

function reasons(token, options, appCertificate = CERTIFICATE) {
  return verifyToken(token, appCertificate, { now: NOW, ...options }).reasons;
}

test('006 with channel and uid', () => {
  expect(reasons(RTC, { channelName: 'lobby', uid: 42 })).toEqual([]);
  expect(reasons(RTC, { channelName: 'lobby', uid: '42', appId: APP_ID })).toEqual([]);
});

test('006 built by agora-access-token', () => {
  // Its token ends 24 hours from now, whatever the clock of the check is.
  const now = Math.floor(Date.now() / 1000);
  const token = reference.RtcTokenBuilder.buildTokenWithUid(
    APP_ID,
    CERTIFICATE,
    'lobby',
    42,
    reference.RtcRole.PUBLISHER,
    now + 600,
  );
  const options = { channelName: 'lobby', uid: 42, privilege: 'publishAudio', now };
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
    {
      code: 'ERR_TOKEN_CHANNEL',
      clientError: 110,
      message: 'The token is for another channel than "Lobby".',
    },
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
  expect(reasons(token, { userId: 'bob' })).toMatchObject([
    { code: 'ERR_TOKEN_USER_ID', message: 'The token is for another user id than "bob".' },
  ]);
  expect(reasons(token, {})).toMatchObject([
    {
      code: 'ERR_TOKEN_NEEDS_CHANNEL_AND_UID',
      message: 'The signature of a token 006 covers the user id, which the token does not hold.',
      hint: 'Pass userId.',
    },
  ]);
  const message = raw.message006(ENDS, [[1000, ENDS]]);
  const withUid = raw.token006({ channel: 'ada', uid: '', message, uidCrc: 1 });
  expect(reasons(withUid, { userId: 'ada' })).toMatchObject([
    { code: 'ERR_TOKEN_UID', message: 'The token is for one user, not for any.' },
  ]);
  const ofUmlaut = raw.token006({ channel: 'ü/', uid: '', message });
  expect(reasons(ofUmlaut, { userId: 'ü/' })).toEqual([]);
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

test('006 is for what it is: a channel, or a user id', () => {
  const rtm = token006('ada', '', { 1000: ENDS });
  expect(reasons(rtm, { channelName: 'ada', uid: 0 })).toMatchObject([
    { code: 'ERR_TOKEN_NEEDS_CHANNEL_AND_UID', hint: 'Pass userId.' },
  ]);
  expect(reasons(rtm, { userId: 'ada', channelName: 'ada' })).toMatchObject([
    { code: 'ERR_TOKEN_CHANNEL', message: expect.stringContaining('it has rtm') },
  ]);
  expect(reasons(rtm, { userId: 'ada', uid: 0 })).toMatchObject([{ code: 'ERR_TOKEN_UID' }]);
  expect(reasons(RTC, { channelName: 'lobby', uid: 42, userId: 'lobby' })).toMatchObject([
    { code: 'ERR_TOKEN_USER_ID', message: expect.stringContaining('it has rtc') },
  ]);
});

test('006 of which nothing lets a client enter', () => {
  const asked = { channelName: 'lobby', uid: 42 };
  for (const privileges of [{}, { 2: ENDS }]) {
    expect(reasons(token006('lobby', 42, privileges), asked)).toMatchObject([
      { code: 'ERR_TOKEN_NO_ENTRY' },
    ]);
  }
});

test('the channel of 006 and 005 must be one that a client can join', () => {
  for (const channel of ['a/b', '', 'a'.repeat(65), 'ü', 'a'.repeat(100_000), '\ud800']) {
    const signed = { channel, uid: '42', message: raw.message006(ENDS, [[1, ENDS]]) };
    expect(reasons(raw.token006(signed), { channelName: channel, uid: 42 })).toMatchObject([
      { code: 'ERR_TOKEN_CHANNEL_NAME' },
    ]);
    expect(reasons(MEDIA, { channelName: channel, uid: 42 })).toMatchObject([
      { code: 'ERR_TOKEN_CHANNEL_NAME' },
    ]);
  }
});

test('006 for half of a surrogate pair, which would be signed as U+FFFD', () => {
  const message = raw.message006(ENDS, [[1, ENDS]]);
  const signed = { channel: 'lobby', uid: '\ufffd', message };
  const token = raw.token006(signed);
  expect(reasons(token, { channelName: 'lobby', uid: '\ufffd' })).toEqual([]);
  // Whoever has the token can write the checksum that the other text has.
  const adjusted = raw.token006({ ...signed, uidCrc: crc32('\ud800') });
  for (const text of [token, adjusted]) {
    expect(reasons(text, { channelName: 'lobby', uid: '\ud800' })).toMatchObject([
      { code: 'ERR_TOKEN_UID' },
    ]);
  }
  const rtm = raw.message006(ENDS, [[1000, ENDS]]);
  const ofUser = { channel: '\ufffd', uid: '', message: rtm };
  expect(reasons(raw.token006(ofUser), { userId: '\ufffd' })).toEqual([]);
  const [{ code }] = reasons(raw.token006({ ...ofUser, channelCrc: crc32('\ud800') }), {
    userId: '\ud800',
  });
  expect(code).toBe('ERR_TOKEN_USER_ID');
});

describe('the weakness of 006', () => {
  const signed = { channel: 'room', uid: '123', message: raw.message006(ENDS, [[1, ENDS]]) };
  const content = (token) => Buffer.from(token.slice(35), 'base64');
  const genuine = raw.token006(signed);
  const moved = (channel, uid) =>
    raw.token006({
      ...signed,
      channel,
      uid,
      signature: content(genuine).subarray(2, 34),
      uidCrc: uid === '' ? 0 : crc32(uid),
    });

  test.each([
    ['room', '123', { channelName: 'room', uid: 123 }],
    ['room1', '23', { channelName: 'room1', uid: 23 }],
    ['room123', '', { channelName: 'room123', uid: 7 }],
    ['roo', 'm123', { channelName: 'roo', uid: 'm123' }],
  ])('one for room and 123 also verifies for %s and %s, and it is said', (channel, uid, asked) => {
    const { valid, warnings } = verifyToken(moved(channel, uid), CERTIFICATE, {
      now: NOW,
      ...asked,
    });
    expect(valid).toBe(true);
    expect(warnings).toEqual([
      { code: 'WARN_TOKEN_006', message: expect.stringMatching(/without separators/) },
    ]);
  });

  test('a warning that a caller changes is as it was for the next', () => {
    const ask = () =>
      verifyToken(genuine, CERTIFICATE, { now: NOW, channelName: 'room', uid: 123 });
    const before = structuredClone(ask().warnings);
    ask().warnings[0].message = 'changed';
    expect(ask().warnings).toEqual(before);
  });

  test('the checksums must be those of the question', () => {
    const asked = { channelName: 'room1', uid: 23 };
    expect(reasons(genuine, asked)).toMatchObject([
      { code: 'ERR_TOKEN_CHANNEL' },
      { code: 'ERR_TOKEN_UID' },
    ]);
    for (const wrong of [{ channelCrc: 0 }, { channelCrc: crc32('room') ^ 1 }]) {
      const token = raw.token006({ ...signed, ...wrong });
      expect(reasons(token, { channelName: 'room', uid: 123 })).toMatchObject([
        { code: 'ERR_TOKEN_CHANNEL' },
      ]);
    }
    const token = raw.token006({ ...signed, uidCrc: crc32('123') ^ 1 });
    expect(reasons(token, { channelName: 'room', uid: 123 })).toMatchObject([
      { code: 'ERR_TOKEN_UID' },
    ]);
  });
});

describe('006 that its builder would not write', () => {
  const asked = { channelName: 'lobby', uid: 42 };
  const make = (privileges, parts = {}, tail = undefined) =>
    raw.token006({
      channel: 'lobby',
      uid: '42',
      message: raw.message006(ENDS, privileges, tail),
      ...parts,
    });

  test('is otherwise fine', () => {
    const all = [1, 2, 3, 4].map((id) => [id, ENDS]);
    expect(reasons(make(all), asked)).toEqual([]);
  });

  test.each([
    [
      'a privilege 0',
      [
        [0, ENDS],
        [1, ENDS],
      ],
      /no privilege 0\./,
    ],
    [
      'a privilege that does not exist',
      [
        [1, ENDS],
        [99, ENDS],
      ],
      /no privilege 99/,
    ],
    [
      'not ascending',
      [
        [2, ENDS],
        [1, ENDS],
      ],
      /not in ascending order/,
    ],
    [
      'one twice',
      [
        [1, ENDS],
        [1, ENDS],
      ],
      /not in ascending order/,
    ],
    [
      'RTC and RTM',
      [
        [1, ENDS],
        [1000, ENDS],
      ],
      /of RTC and of RTM/,
    ],
  ])('%s', (_name, privileges, message) => {
    const options = privileges.some(([id]) => id === 1000) ? { userId: 'lobby' } : asked;
    const parts = options === asked ? {} : { uid: '' };
    expect(reasons(make(privileges, parts), options)).toEqual([
      {
        code: 'ERR_TOKEN_NOT_CANONICAL',
        clientError: null,
        message: expect.stringMatching(message),
        hint: expect.stringMatching(/no separators/),
      },
    ]);
  });

  test('bytes behind the message, or behind the content', () => {
    expect(reasons(make([[1, ENDS]], {}, Buffer.alloc(1)), asked)).toMatchObject([
      {
        code: 'ERR_TOKEN_NOT_CANONICAL',
        message:
          'The content is not that of a builder of version 006: 1 bytes follow what was read.',
      },
    ]);
    expect(reasons(make([[1, ENDS]], { tail: Buffer.alloc(3) }), asked)).toMatchObject([
      { code: 'ERR_TOKEN_NOT_CANONICAL', message: expect.stringContaining('3 bytes') },
    ]);
  });

  test('bytes that were moved from the uid to the message, or back', () => {
    // The same is signed, wherever the message is said to begin.
    const message = raw.message006(ENDS, [[1, ENDS]]);
    const whole = Buffer.concat([Buffer.from('4242'), message]);
    const genuine = Buffer.from(
      raw.token006({ channel: 'lobby', uid: '4242', message }).slice(35),
      'base64',
    ).subarray(2, 34);
    for (let at = 0; at <= whole.length; at++) {
      const uid = whole.subarray(0, at).toString('latin1');
      const token = raw.token006({
        channel: 'lobby',
        uid,
        message: whole.subarray(at),
        signature: genuine,
      });
      const { valid } = verifyToken(token, CERTIFICATE, { now: NOW, channelName: 'lobby', uid });
      expect([at, valid]).toEqual([at, at === 4]);
    }
  });
});

describe('005 that its builder would not write', () => {
  const asked = { channelName: 'lobby', uid: 42 };
  const make = (parts) =>
    raw.token005({ channel: 'lobby', uid: 42, issueTs: NOW, expireTs: ENDS, ...parts });
  const NOT_CANONICAL = [{ code: 'ERR_TOKEN_NOT_CANONICAL' }];

  test('is otherwise fine', () => {
    expect(reasons(make({}), asked)).toEqual([]);
    expect(reasons(make({ type: 4, extra: [[1, '3']] }), asked)).toEqual([]);
  });

  test.each([
    ['a permission where there is none', { extra: [[1, '3']] }, /no permission 1/],
    ['a permission that does not exist', { type: 4, extra: [[2, '3']] }, /no permission 2/],
    ['a byte behind it, which is not signed', { tail: Buffer.alloc(1) }, /: 1 bytes follow/],
  ])('%s', (_name, parts, message) => {
    expect(reasons(make(parts), asked)).toMatchObject(NOT_CANONICAL);
    expect(reasons(make(parts), asked)[0].message).toMatch(message);
  });

  test('a permission twice, of which one was signed', () => {
    const twice = {
      type: 4,
      extra: [
        [1, '0'],
        [1, '3'],
      ],
      signedExtra: [[1, '3']],
    };
    expect(reasons(make(twice), asked)).toMatchObject([
      { code: 'ERR_TOKEN_NOT_CANONICAL', message: expect.stringContaining('ascending') },
    ]);
  });

  test('a signature in lower case', () => {
    const sign = (signature) => signature.toLowerCase();
    expect(reasons(make({ sign }), asked)).toMatchObject([{ code: 'ERR_TOKEN_SIGNATURE' }]);
  });
});

describe('005', () => {
  const media = MEDIA;
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
    for (const options of [{}, { channelName: 'lobby' }, { uid: 42 }, { userId: 'ada' }]) {
      expect(reasons(media, options)).toEqual([
        {
          code: 'ERR_TOKEN_NEEDS_CHANNEL_AND_UID',
          clientError: null,
          message:
            'The signature of a token 005 covers the channel and the uid, which the token does not hold.',
          hint: expect.stringContaining('Pass both'),
        },
      ]);
    }
    expect(reasons(media, { channelName: 'lobby', uid: 'ada' })).toMatchObject([
      { code: 'ERR_TOKEN_UID' },
    ]);
  });

  test('expires', () => {
    const options = { channelName: 'lobby', uid: 42, now: ENDS };
    expect(reasons(media, options)).toMatchObject([{ code: 'ERR_TOKEN_EXPIRED' }]);
  });

  test.each(['0x2a', '042', '42.0', ' 42', '4.2e1', '+42', '\u0664\u0662'])(
    'the uid is not spelled %j',
    (uid) => {
      expect(reasons(media, { channelName: 'lobby', uid })).toMatchObject([
        { code: 'ERR_TOKEN_UID', message: expect.stringContaining('for a number') },
      ]);
    },
  );

  test('uid 0 is the number, and no empty text', () => {
    const key = raw.token005({ channel: 'c', uid: 0, issueTs: NOW, expireTs: ENDS });
    const asked = { channelName: 'c' };
    expect(reasons(key, { ...asked, uid: 0 })).toEqual([]);
    expect(reasons(key, { ...asked, uid: '0' })).toEqual([]);
    for (const uid of ['', '4294967296', '-0']) {
      expect(reasons(key, { ...asked, uid })).toMatchObject([{ code: 'ERR_TOKEN_UID' }]);
    }
    const last = raw.token005({ channel: 'c', uid: 0xffffffff, issueTs: NOW, expireTs: ENDS });
    expect(reasons(last, { ...asked, uid: '4294967295' })).toEqual([]);
  });

  test('has no privileges and no user id', () => {
    const asked = { channelName: 'lobby', uid: 42 };
    expect(reasons(media, { ...asked, privilege: 'joinChannel' })).toMatchObject([
      { code: 'ERR_TOKEN_PRIVILEGE_MISSING', message: expect.stringContaining('mediaChannel') },
    ]);
    expect(reasons(media, { ...asked, userId: 'ada' })).toMatchObject([
      { code: 'ERR_TOKEN_USER_ID' },
    ]);
  });

  test('says what is weak about it', () => {
    const { valid, warnings } = verifyToken(media, CERTIFICATE, {
      now: NOW,
      channelName: 'lobby',
      uid: 42,
    });
    expect(valid).toBe(true);
    expect(warnings).toEqual([
      { code: 'WARN_TOKEN_005', message: expect.stringMatching(/HMAC-SHA1/) },
    ]);
  });

  test('signs the length of the channel, so that nothing of it can be moved', () => {
    const key = raw.token005({ channel: 'room', uid: 0x31323334, issueTs: NOW, expireTs: ENDS });
    expect(reasons(key, { channelName: 'room', uid: 0x31323334 })).toEqual([]);
    expect(reasons(key, { channelName: 'room4', uid: 0x31323300 })).toMatchObject([
      { code: 'ERR_TOKEN_SIGNATURE' },
    ]);
  });
});
