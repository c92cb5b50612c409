'use strict';

const { TokenError, verifyToken } = require('../../..');
const { CERTIFICATE } = require('../../support/identifiers');
const { field, message006, service, token005, token006, token007 } =
  require('../../support/raw-tokens');

const NOW = 1700000000;
const DAY = 24 * 3600;
const MOST = 0xffffffff;

function make({ expire, issueTs = NOW, join = 0 }) {
  const rtc = service(1, [[1, join]], field('lobby'), field('42'));
  return token007({ issueTs, expire, services: [rtc] });
}

function reasons(token, options) {
  return verifyToken(token, CERTIFICATE, { channelName: 'lobby', uid: 42, ...options }).reasons;
}

function codes(token, options) {
  return reasons(token, options).map(({ code }) => code);
}

const HOUR = make({ expire: 3600 });

describe('a token that was issued in the future', () => {
  test.each([
    [0, []],
    [-60, []],
    [-60.5, ['ERR_TOKEN_ISSUED_LATER']],
    [-61, ['ERR_TOKEN_ISSUED_LATER']],
    [-NOW, ['ERR_TOKEN_ISSUED_LATER']],
  ])('at %d seconds', (after, expected) => {
    expect(codes(HOUR, { now: NOW + after })).toEqual(expected);
  });

  test('its reason', () => {
    expect(reasons(HOUR, { now: NOW - 61 })).toEqual([
      {
        code: 'ERR_TOKEN_ISSUED_LATER',
        clientError: null,
        message: 'The token was issued at 2023-11-14T22:13:20.000Z, in the future.',
        hint: expect.stringMatching(/^A clock is wrong/),
      },
    ]);
  });

  test('005 tells when it was issued too', () => {
    const key = token005({ channel: 'lobby', uid: 42, issueTs: NOW, expireTs: NOW + 600 });
    expect(codes(key, { now: NOW - 60 })).toEqual([]);
    expect(codes(key, { now: NOW - 61 })).toEqual(['ERR_TOKEN_ISSUED_LATER']);
  });

  test('006 ends 24 hours after it was issued, so that more than that is too late', () => {
    const make006 = (expireTs) =>
      token006({ channel: 'lobby', uid: '42', message: message006(expireTs, [[1, expireTs]]) });
    expect(codes(make006(NOW + DAY), { now: NOW - 60 })).toEqual([]);
    expect(reasons(make006(NOW + DAY), { now: NOW - 61 })).toMatchObject([
      {
        code: 'ERR_TOKEN_ISSUED_LATER',
        message:
          'The token was issued at 2023-11-14T22:13:20.000Z, 24 hours before its end, in the future.',
      },
    ]);
    expect(codes(make006(MOST), { now: NOW })).toEqual(['ERR_TOKEN_ISSUED_LATER']);
  });
});

describe('a token that is older than 24 hours', () => {
  const long = make({ expire: 10 * DAY });

  test.each([
    [DAY - 1, []],
    [DAY - 0.5, []],
    [DAY, ['ERR_TOKEN_TOO_OLD']],
    [5 * DAY, ['ERR_TOKEN_TOO_OLD']],
    [10 * DAY, ['ERR_TOKEN_EXPIRED']],
  ])('after %d seconds', (after, expected) => {
    expect(codes(long, { now: NOW + after })).toEqual(expected);
  });

  test('its reason', () => {
    expect(reasons(long, { now: NOW + DAY })).toEqual([
      {
        code: 'ERR_TOKEN_TOO_OLD',
        clientError: 109,
        message: 'The token was issued at 2023-11-14T22:13:20.000Z, over 24 hours ago.',
        hint: expect.stringMatching(/^A client sees 109 .*24 hours at most/),
      },
    ]);
  });

  test('one for 24 hours is expired, and told so', () => {
    expect(codes(make({ expire: DAY }), { now: NOW + DAY })).toEqual(['ERR_TOKEN_EXPIRED']);
  });
});

describe('an expiry beyond what 32 bits hold', () => {
  const issueTs = MOST - 1000;

  test.each([
    ['the token, to the last second', { expire: 1000 }, []],
    ['the token', { expire: 1001 }, ['ERR_TOKEN_LIFETIME']],
    ['the token, by far', { expire: MOST }, ['ERR_TOKEN_LIFETIME']],
    ['a privilege, to the last second', { expire: 1000, join: 1000 }, []],
    ['a privilege', { expire: 1000, join: 1001 }, ['ERR_TOKEN_LIFETIME']],
  ])('%s', (_name, parts, expected) => {
    expect(codes(make({ issueTs, ...parts }), { now: issueTs })).toEqual(expected);
  });

  test('its reason', () => {
    expect(reasons(make({ issueTs, expire: 1001 }), { now: issueTs })).toEqual([
      {
        code: 'ERR_TOKEN_LIFETIME',
        clientError: null,
        message:
          'The token or a privilege ends at 2106-02-07T06:28:16.000Z; ' +
          '32 bits count to 2106-02-07T06:28:15.000Z.',
        hint: expect.stringMatching(/Durations are seconds from now/),
      },
    ]);
  });
});

describe('005', () => {
  const key = (expireTs) => token005({ channel: 'lobby', uid: 42, issueTs: NOW, expireTs });

  test('with expiry 0 does not expire', () => {
    expect(codes(key(0), { now: NOW })).toEqual([]);
    expect(codes(key(0), { now: MOST })).toEqual([]);
  });

  test('with another expires then', () => {
    expect(codes(key(NOW + 1), { now: NOW })).toEqual([]);
    expect(codes(key(NOW + 1), { now: NOW + 1 })).toEqual(['ERR_TOKEN_EXPIRED']);
    expect(codes(key(1), { now: NOW })).toEqual(['ERR_TOKEN_EXPIRED']);
    expect(codes(key(NOW + 9 * DAY), { now: NOW + 8 * DAY })).toEqual([]);
  });

  test('no other version has an expiry that means never', () => {
    expect(codes(make({ expire: 0 }), { now: NOW })).toEqual(['ERR_TOKEN_EXPIRED']);
    const token = token006({ channel: 'lobby', uid: '42', message: message006(0, [[1, 0]]) });
    expect(codes(token, { now: NOW })).toEqual(['ERR_TOKEN_EXPIRED']);
  });
});

describe('clockTolerance', () => {
  test('is for every end if given', () => {
    const now = NOW + 3600;
    expect(codes(HOUR, { now })).toEqual(['ERR_TOKEN_EXPIRED']);
    expect(codes(HOUR, { now, clockTolerance: 0 })).toEqual(['ERR_TOKEN_EXPIRED']);
    expect(codes(HOUR, { now, clockTolerance: 1 })).toEqual([]);
    expect(codes(HOUR, { now: now + 30, clockTolerance: 30 })).toEqual(['ERR_TOKEN_EXPIRED']);
    expect(codes(HOUR, { now: now + 29, clockTolerance: 30 })).toEqual([]);
  });

  test('is for privileges too', () => {
    const short = make({ expire: 3600, join: 600 });
    const now = NOW + 600;
    for (const privilege of [undefined, 'joinChannel']) {
      expect(codes(short, { now, privilege })).toEqual(['ERR_TOKEN_PRIVILEGE_EXPIRED']);
      expect(codes(short, { now, privilege, clockTolerance: 1 })).toEqual([]);
    }
  });

  test('is for the 24 hours too', () => {
    const long = make({ expire: 2 * DAY });
    expect(codes(long, { now: NOW + DAY, clockTolerance: 1 })).toEqual([]);
    expect(codes(long, { now: NOW + DAY + 1, clockTolerance: 1 })).toEqual(['ERR_TOKEN_TOO_OLD']);
  });

  test('is for the time of issue, in place of 60 seconds', () => {
    expect(codes(HOUR, { now: NOW - 1, clockTolerance: 0 })).toEqual(['ERR_TOKEN_ISSUED_LATER']);
    expect(codes(HOUR, { now: NOW - 5, clockTolerance: 5 })).toEqual([]);
    expect(codes(HOUR, { now: NOW - 6, clockTolerance: 5 })).toEqual(['ERR_TOKEN_ISSUED_LATER']);
    expect(codes(HOUR, { now: NOW - 90, clockTolerance: 90 })).toEqual([]);
  });

  test('may have a fraction, and be a day', () => {
    expect(codes(HOUR, { now: NOW - 0.5, clockTolerance: 0.5 })).toEqual([]);
    expect(codes(HOUR, { now: NOW - DAY, clockTolerance: DAY })).toEqual([]);
  });

  test.each([[-1], [DAY + 1], [Number.NaN], [Number.POSITIVE_INFINITY], ['60'], [null], [60n]])(
    '%p is refused',
    (clockTolerance) => {
      expect.assertions(3);
      try {
        verifyToken(HOUR, CERTIFICATE, { clockTolerance });
      } catch (error) {
        expect(error).toBeInstanceOf(TokenError);
        expect(error.code).toBe('ERR_OPTION');
        expect(error.message).toMatch(/^clockTolerance must be seconds, from 0 to 86400; found /);
      }
    },
  );
});
