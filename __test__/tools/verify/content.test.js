'use strict';

// What is wrong with a token that somebody signed, whatever it is for.

const { decodeToken, verifyToken } = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { field, message006, service, token005, token006, token007, u16 } =
  require('../../support/raw-tokens');

const NOW = 1700000000;
const ENDS = NOW + 3600;
const RTC = service(1, [[1, 600]], field('lobby'), field('42'));

function verify(token, options = {}) {
  return verifyToken(token, CERTIFICATE, { now: NOW, ...options });
}

function codes(token, options) {
  return verify(token, options).reasons.map(({ code }) => code);
}

function make(parts = {}) {
  return token007({ issueTs: NOW, services: [RTC], ...parts });
}

test('nothing is wrong with a token of these tests', () => {
  expect(verify(make(), { appId: APP_ID })).toMatchObject({ valid: true, warnings: [] });
});

describe('the App ID', () => {
  test.each([
    ['empty', ''],
    ['too short', APP_ID.slice(1)],
    ['too long', `${APP_ID}0`],
    ['no hex digits', 'g'.repeat(32)],
    ['one that is none', `${APP_ID.slice(1)}-`],
    ['a line break behind it', `${APP_ID}\n`],
    ['not UTF-8', Buffer.alloc(32, 0xff)],
  ])('that is no hex id: %s', (_name, appId) => {
    const found = codes(make({ appId }));
    expect(found).toContain('ERR_TOKEN_APP_ID_FORMAT');
    expect(codes(make({ appId }), { appId: APP_ID })).toEqual(found);
  });

  test('its reason', () => {
    expect(verify(make({ appId: 'my-app' })).reasons).toEqual([
      {
        code: 'ERR_TOKEN_APP_ID_FORMAT',
        clientError: 110,
        message: 'The App ID of the token is "my-app".',
        hint: expect.stringMatching(/^A client sees 110 .*builder/),
      },
    ]);
  });

  const message = message006(ENDS, [[1, ENDS]]);
  const legacy = {
    '006': (appId) => token006({ appId, channel: 'lobby', uid: '42', message }),
    '005': (appId) =>
      token005({
        appId: Buffer.from(appId, 'hex'),
        channel: 'lobby',
        uid: 42,
        issueTs: NOW,
        expireTs: ENDS,
      }),
  };
  const asked = { channelName: 'lobby', uid: 42 };

  test.each([
    ['006', 'x'.repeat(32)],
    ['006', `${APP_ID.slice(2)}zz`],
    ['005', APP_ID.slice(2)],
    ['005', `${APP_ID}00`],
    ['005', ''],
  ])('of %s: %j', (version, appId) => {
    expect(codes(legacy[version](appId), asked)).toEqual(['ERR_TOKEN_APP_ID_FORMAT']);
  });

  test('that differs in letter case is another one, but not for 005, which does not hold it', () => {
    const appId = APP_ID.toLowerCase();
    expect(codes(make(), { appId })).toEqual(['ERR_TOKEN_APP_ID']);
    expect(codes(make(), { appId: APP_ID.toUpperCase() })).toEqual(['ERR_TOKEN_APP_ID']);
    expect(codes(legacy['006'](APP_ID), { ...asked, appId })).toEqual(['ERR_TOKEN_APP_ID']);
    expect(codes(legacy['005'](APP_ID), { ...asked, appId })).toEqual([]);
    expect(codes(legacy['005'](APP_ID), { ...asked, appId: APP_ID })).toEqual([]);
    expect(codes(legacy['005'](APP_ID), { ...asked, appId: 'f'.repeat(32) })).toEqual([
      'ERR_TOKEN_APP_ID',
    ]);
  });
});

describe('services', () => {
  test('none', () => {
    const token = make({ services: [] });
    expect(verify(token)).toMatchObject({
      valid: false,
      reasons: [
        {
          code: 'ERR_TOKEN_NO_SERVICE',
          clientError: 110,
          message: 'The token has no service.',
          hint: expect.stringContaining('No service was added'),
        },
      ],
      token: decodeToken(token),
    });
    expect(codes(token, { appId: APP_ID })).toEqual(['ERR_TOKEN_NO_SERVICE']);
  });

  test('of a type that is not known, alone or behind another', () => {
    const unknown = service(4000, []);
    expect(verify(make({ services: [unknown] })).reasons).toMatchObject([
      { code: 'ERR_TOKEN_NO_SERVICE', message: 'The token has only a service of type 4000.' },
    ]);
    expect(verify(make({ services: [RTC, unknown, RTC] }))).toMatchObject({
      valid: true,
      token: { services: [{ name: 'rtc' }, { type: 4000, name: 'unknown' }] },
      warnings: [
        {
          code: 'WARN_TOKEN_UNREAD',
          message: expect.stringMatching(/^\d+ bytes .* since a service is unknown/),
        },
      ],
    });
  });

  test('of a type that is not known, with nothing behind it', () => {
    expect(verify(make({ services: [RTC, u16(4000)] }))).toMatchObject({
      valid: true,
      warnings: [
        {
          code: 'WARN_TOKEN_UNREAD',
          message:
            '0 bytes of the token were not read, since a service is unknown; nothing is said of them.',
        },
      ],
    });
  });

  test('of 005 that are not known', () => {
    const key = { channel: 'c', uid: 1, issueTs: NOW, expireTs: ENDS };
    const asked = { channelName: 'c', uid: 1 };
    expect(codes(token005({ ...key, type: 9 }), asked)).toEqual(['ERR_TOKEN_NO_SERVICE']);
    for (const type of [1, 2, 3, 4]) expect(codes(token005({ ...key, type }), asked)).toEqual([]);
  });
});

describe('a text that is not UTF-8', () => {
  const bytes = Buffer.from([0x61, 0xff]);
  const NOT_UTF8 = ['ERR_TOKEN_NOT_UTF8'];

  test('is not the replacement character that it is shown as', () => {
    const token = make({ services: [service(2, [[1, 0]], field(bytes))] });
    expect(decodeToken(token).services[0].userId).toBe('a\ufffd');
    expect(codes(token, { userId: 'a\ufffd' })).toEqual(NOT_UTF8);
    const written = make({ services: [service(2, [[1, 0]], field('a\ufffd'))] });
    expect(codes(written, { userId: 'a\ufffd' })).toEqual([]);
    expect(codes(written, { userId: 'a\ud800' })).toEqual(['ERR_TOKEN_USER_ID']);
  });

  test.each([
    ['the channel', service(1, [[1, 0]], field(bytes), field('42'))],
    ['the uid', service(1, [[1, 0]], field('lobby'), field(bytes))],
    ['the account', service(3, [[1, 0]], field('lobby'), field(bytes))],
    ['the room', service(7, [], field(bytes), field('ada'), Buffer.alloc(2))],
  ])('is told: %s', (name, made) => {
    const reasons = verify(make({ services: [made, RTC] })).reasons;
    expect(reasons).toContainEqual({
      code: 'ERR_TOKEN_NOT_UTF8',
      clientError: null,
      message: `Not UTF-8: ${name}.`,
      hint: expect.stringMatching(/^A channel or a user was passed as bytes/),
    });
  });

  test.each([
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a longer form than needed', [0xc0, 0xaf]],
    ['a cut character', [0xf0, 0x9f, 0x98]],
  ])('%s', (_name, wrong) => {
    const made = service(2, [[1, 0]], field(Buffer.from(wrong)));
    expect(codes(make({ services: [made] }))).toEqual(NOT_UTF8);
  });

  test.each([['ü'], ['😀'], ['\ufeffada'], ['\0']])('%j is UTF-8', (userId) => {
    expect(codes(make({ services: [service(2, [[1, 0]], field(userId))] }), { userId })).toEqual(
      [],
    );
  });
});

describe('warnings', () => {
  test.each([[1], [5]])('%d bytes behind the services', (length) => {
    const { valid, warnings } = verify(make({ tail: Buffer.alloc(length) }));
    expect(valid).toBe(true);
    expect(warnings).toEqual([
      {
        code: 'WARN_TOKEN_UNREAD',
        message: `${length} bytes of the token were not read; nothing is said of them.`,
      },
    ]);
  });

  test('a lifetime that Agora cuts', () => {
    expect(verify(make({ expire: 86_400 })).warnings).toEqual([]);
    expect(verify(make({ expire: 86_401 }))).toMatchObject({
      valid: true,
      warnings: [
        {
          code: 'WARN_LONG_DURATION',
          message: 'The token is for 86401 seconds; Agora takes it for 24 hours (86400 seconds).',
        },
      ],
    });
  });
});
