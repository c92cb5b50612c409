'use strict';

const { Comparison, differenceIn } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { randomProgram, runProgram } = require('../support/access-token-program');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { Random } = require('../support/random');
const { scale, seed } = require('../support/settings');

const PROGRAMS = 300 * scale;
const STEPS = 20;
const { original, ours } = libraries();

function newToken(library, ...args) {
  const { AccessToken } = library.modules['src/AccessToken'];
  return new AccessToken(...(args.length ? args : [APP_ID, CERTIFICATE, 'channel', 7]));
}

test.each([
  ['ordinary', 0, seed],
  ['partly odd', 0.1, seed + 1],
  ['mostly odd', 0.5, seed + 2],
])("a 006 AccessToken goes through %s programs as the original's does", (_name, oddness, start) => {
  const random = new Random(start);
  const comparison = new Comparison(start);
  for (let i = 0; i < PROGRAMS; i++) {
    const steps = randomProgram(random, STEPS, oddness);
    comparison.check(
      () => `program ${i}:\n${steps.map(({ label }) => label).join('\n')}`,
      (context) => runProgram(steps, context),
      randomConditions(random),
    );
  }
  expect(comparison.cases).toBe(PROGRAMS);
  expect(comparison.report()).toBe('');
});

// The original writes into 1024 bytes: 162 privileges fit, some more are silently cut, then it throws.
test.each(Array.from({ length: 15 }, (_, i) => 158 + i))(
  "%i privileges give the original's outcome",
  (count) => {
    const build = ({ library }) => {
      const token = newToken(library);
      for (let key = 0; key < count; key++) {
        token.addPriviledge(key, 4000000000 + key);
      }
      return token.build();
    };
    expect(differenceIn(build)).toBe('');
  },
);

test('169 privileges build and 170 throw', () => {
  const build = (count) => {
    const token = newToken(ours);
    for (let key = 0; key < count; key++) {
      token.addPriviledge(key, 1);
    }
    return token.build();
  };
  expect(build(169)).toMatch(/^006.{1300}/);
  expect(() => build(170)).toThrow(expect.objectContaining({ code: 'ERR_OUT_OF_RANGE' }));
});

test.each([0, 1, 31, 33, 64, 1000])('an App ID of %i characters is accepted', (length) => {
  const build = ({ library }) =>
    newToken(library, 'a'.repeat(length), CERTIFICATE, 'channel', 7).build();
  expect(differenceIn(build)).toBe('');
});

test.each(['\ud800', 'a\udfffb', '频道', '😀', 'é'])(
  "the checksums of channel and uid %j are the original's",
  (text) => {
    const parse = ({ library }) => {
      const token = newToken(library);
      token.fromString(newToken(library, APP_ID, CERTIFICATE, text, text).build());
      return token;
    };
    expect(differenceIn(parse)).toBe('');
  },
);

// The builders' short way, which both kernels have: what it takes, and what it must leave to the other.
describe('the builders', () => {
  const TEXTS = [
    ['empty', ''],
    ['a lone surrogate', 'a\ud800'],
    ['a lone second half', '\udfffb'],
    ['a pair', '😀😀'],
    ['halves that meet across fields', '\ud83d'],
    ['U+FFFD itself', '\ufffd'],
    ['two and three bytes a character', 'é频'.repeat(20)],
    ['a zero byte', 'a\0b'],
    ...[63, 64, 65, 127, 128, 1023, 1024, 1025, 5000].map((n) => [`of ${n}`, 'x'.repeat(n)]),
    ['of 1024 surrogates', '😀'.repeat(512)],
    ['of 1025 of three bytes', '频'.repeat(1025)],
  ];
  const build = (call) => (context) => {
    const { RtcTokenBuilder } = context.library.modules['src/RtcTokenBuilder'];
    const { RtmTokenBuilder } = context.library.modules['src/RtmTokenBuilder'];
    const trace = context.trace();
    call(trace, RtcTokenBuilder, RtmTokenBuilder);
    trace.add('key', RtcTokenBuilder.key);
    return trace;
  };

  test.each(TEXTS)("take a text that is %s as the original's do", (_name, text) => {
    const check = build((trace, rtc, rtm) => {
      for (const place of [0, 1, 2, 3]) {
        const args = [APP_ID, CERTIFICATE, 'channel', 'user'];
        args[place] = text;
        for (const role of [1, 2]) {
          trace.step('rtc', () => rtc.buildTokenWithAccount(...args, role, 1700003600));
        }
        const [id, certificate, , user] = args;
        trace.step('rtm', () => rtm.buildToken(id, certificate, user, 1, 1700003600));
      }
      trace.step('all', () => rtc.buildTokenWithUid(text, text, text, text, 1, 1));
    });
    expect(differenceIn(check)).toBe('');
  });

  test('take halves of a pair at the ends of two fields', () => {
    const check = build((trace, rtc, rtm) => {
      trace.step('rtc', () => rtc.buildTokenWithUid(APP_ID, CERTIFICATE, '\ud83d', '\ude00', 1, 1));
      trace.step('rtc', () => rtc.buildTokenWithUid('a\ud83d', CERTIFICATE, '\ude00', 1, 1, 1));
      trace.step('rtm', () => rtm.buildToken('a\ud83d', CERTIFICATE, '\ude00', 1, 1));
    });
    expect(differenceIn(check)).toBe('');
  });

  test.each([
    0,
    -0,
    1,
    9,
    10,
    99_999,
    100_000,
    4294967295,
    4294967296,
    -1,
    1.5,
    NaN,
    Infinity,
    '0',
  ])('take the uid %p as the original', (uid) => {
    const check = build((trace, rtc) => {
      trace.step('rtc', () => rtc.buildTokenWithUid(APP_ID, CERTIFICATE, 'c', uid, 1, 1700003600));
    });
    expect(differenceIn(check)).toBe('');
  });

  test.each([0, 4294967295, 4294967296, -1, 0.5, -0.5, NaN, Infinity, '60', null, undefined, 5n])(
    'take the expiry %p as the original',
    (expiry) => {
      const check = build((trace, rtc, rtm) => {
        trace.step('rtc', () => rtc.buildTokenWithUid(APP_ID, CERTIFICATE, 'c', 1, 1, expiry));
        trace.step('rtm', () => rtm.buildToken(APP_ID, CERTIFICATE, 'u', 1, expiry));
      });
      expect(differenceIn(check)).toBe('');
    },
  );

  // A day before the last second that fits, and at the ends of the range.
  test.each([
    -86400_001,
    -86400_000,
    -1,
    0,
    (4294967295 - 86400) * 1000,
    (4294967295 - 86400) * 1000 + 999,
    (4294967296 - 86400) * 1000,
    NaN,
  ])('take the clock %d as the original', (nowMs) => {
    const check = build((trace, rtc, rtm) => {
      trace.step('rtc', () => rtc.buildTokenWithUid(APP_ID, CERTIFICATE, 'c', 1, 1, 1700003600));
      trace.step('rtm', () => rtm.buildToken(APP_ID, CERTIFICATE, 'u', 1, 1700003600));
    });
    expect(differenceIn(check, { nowMs, drawSeed: 1 })).toBe('');
  });
});

test('fromString keeps the fields that it does not read', () => {
  for (const library of [original, ours]) {
    const token = newToken(library, 'id', 'certificate', 'kept', 'kept');
    expect(token.fromString(newToken(library).build())).toBe(true);
    expect([token.appID, token.appCertificate, token.channelName, token.uid]).toEqual([
      APP_ID,
      'certificate',
      'kept',
      'kept',
    ]);
  }
});

test('a 006 builder keeps its AccessToken on itself, or on what it is called on', () => {
  const outcome = ({ library }) => {
    const { RtcTokenBuilder } = library.modules['src/RtcTokenBuilder'];
    const receiver = {};
    const token = RtcTokenBuilder.buildTokenWithAccount.call(
      receiver,
      APP_ID,
      CERTIFICATE,
      'c',
      'u',
      1,
      5,
    );
    class Derived extends RtcTokenBuilder {}
    return [
      token,
      receiver,
      Derived.buildTokenWithUid(APP_ID, CERTIFICATE, 'c', 1, 2, 5),
      Object.keys(Derived),
    ];
  };
  expect(differenceIn(outcome)).toBe('');
});
