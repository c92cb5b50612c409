'use strict';

const { Comparison, differenceIn } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { TOKEN007_BUILDERS } = require('../support/builders');
const { randomDamage } = require('../support/damage');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { COMMON } = require('../support/odd-values');
const { ordinaryValue } = require('../support/ordinary-values');
const { Random } = require('../support/random');
const { makeAll } = require('../support/recipes');
const { exportsOf } = require('../support/services');
const { scale, seed } = require('../support/settings');

const { original, ours } = libraries();
const TOKENS = 1500 * scale;

// Parses into a token that already held another one, and gives everything that this changed.
function parse(library, text) {
  const { AccessToken2, ServiceRtm } = exportsOf(library);
  const token = new AccessToken2(APP_ID, CERTIFICATE, 1700000000, 3600);
  token.add_service(new ServiceRtm('before'));
  token.from_string(token.build());
  const result = token.from_string(text);
  return { result, token, verified: token.verifySignature(CERTIFICATE) };
}

function randomToken(random, library) {
  const builder = random.pick(TOKEN007_BUILDERS);
  const args = builder.parameters.map((kind) => ordinaryValue(random, kind));
  return builder.call(library, makeAll(args, { library, log: () => {} }));
}

describe.each([
  ['the original', original, seed],
  ['ours', ours, seed + 1],
])('a token of %s', (_name, maker, start) => {
  test('is parsed and verified alike, as it is', () => {
    const random = new Random(start);
    const comparison = new Comparison(start);
    for (let i = 0; i < TOKENS / 5; i++) {
      const text = randomToken(random, maker);
      comparison.check(
        () => text,
        ({ library }) => parse(library, text),
        randomConditions(random),
      );
    }
    expect(comparison.cases).toBe(TOKENS / 5);
    expect(comparison.report()).toBe('');
  });

  test('leaves the same state behind, damaged', () => {
    const random = new Random(start);
    const comparison = new Comparison(start);
    for (let i = 0; i < TOKENS; i++) {
      const { label, apply } = randomDamage(random);
      const text = apply(randomToken(random, maker));
      comparison.check(
        () => `${label}: ${text}`,
        ({ library }) => parse(library, text),
        randomConditions(random),
      );
    }
    expect(comparison.cases).toBe(TOKENS);
    expect(comparison.report()).toBe('');
  });
});

test.each(COMMON.map((odd) => [odd.label, odd]))(
  'from_string(%s) leaves the same state behind',
  (_label, odd) => {
    expect(differenceIn((context) => parse(context.library, odd.make(context, 'token')))).toBe('');
  },
);

test.each(COMMON.map((odd) => [odd.label, odd]))(
  'verifySignature(%s) gives the same answer',
  (_label, odd) => {
    const text = randomToken(new Random(seed), original);
    const verify = (context) => {
      const token = new (exportsOf(context.library).AccessToken2)();
      token.from_string(text);
      return token.verifySignature(odd.make(context, 'certificate'));
    };
    expect(differenceIn(verify)).toBe('');
  },
);

test.each([
  [
    'every bit of the stream',
    (bytes) => bytes.length * 8,
    (bytes, at) => {
      const out = Buffer.from(bytes);
      out[at >> 3] ^= 1 << (at & 7);
      return out;
    },
  ],
  ['every length of the stream', (bytes) => bytes.length, (bytes, at) => bytes.subarray(0, at)],
])('%s can be wrong, and the state is the same', (_name, count, change) => {
  const random = new Random(seed);
  const comparison = new Comparison(seed);
  const bytes = Buffer.from(randomToken(random, original).slice(3), 'base64');
  for (let at = 0; at < count(bytes); at++) {
    const text = `007${change(bytes, at).toString('base64')}`;
    comparison.check(
      () => text,
      ({ library }) => parse(library, text),
      randomConditions(random),
    );
  }
  expect(comparison.cases).toBeGreaterThan(90);
  expect(comparison.report()).toBe('');
});

test('a parsed token builds the same again, and parses the same once more', () => {
  const random = new Random(seed);
  const comparison = new Comparison(seed);
  for (let i = 0; i < TOKENS / 5; i++) {
    const text = randomToken(random, original);
    const again = ({ library }) => {
      const { token } = parse(library, text);
      token.appCertificate = CERTIFICATE;
      const rebuilt = token.build();
      return [rebuilt, parse(library, rebuilt)];
    };
    comparison.check(() => text, again, randomConditions(random));
  }
  expect(comparison.report()).toBe('');
});
