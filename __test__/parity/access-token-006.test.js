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
