'use strict';

// agora-token-native/agora-access-token beside agora-access-token@2.0.4: shapes, random programs over
// its AccessToken, and ordinary and odd calls of its builders.

const fs = require('node:fs');
const path = require('node:path');
const { randomProgram, runProgram } = require('../support/access-token-program');
const { BUILDERS } = require('../support/builders');
const { Comparison, difference } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { LOAD_DRAW } = require('../support/libraries');
const { Random } = require('../support/random');
const { checkCall, randomArguments } = require('../support/random-calls');
const { withRandom } = require('../support/sandbox');
const { scale, seed } = require('../support/settings');
const { shapeOf } = require('../support/shape-of');

const ORIGINAL = path.dirname(require.resolve('agora-access-token-reference/package.json'));
const OURS = path.resolve(__dirname, '../../agora-access-token');

const FILES = [
  'index',
  'src/AccessToken',
  'src/DynamicKey5',
  'src/RtcTokenBuilder',
  'src/RtmTokenBuilder',
  'src/SignalingToken',
];

// The salt of 006 is drawn when the module loads.
function load(root) {
  return withRandom(
    () => LOAD_DRAW,
    () => Object.fromEntries(FILES.map((file) => [file, require(path.join(root, `${file}.js`))])),
  );
}

const pair = {
  original: { name: 'original', root: ORIGINAL, modules: load(ORIGINAL) },
  ours: { name: 'ours', root: OURS, modules: load(OURS), backend: require('../..').backend },
};

test('the original is agora-access-token 2.0.4', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(ORIGINAL, 'package.json'), 'utf8'));
  expect(`${manifest.name}@${manifest.version}`).toBe('agora-access-token@2.0.4');
});

test('it has these modules and no others', () => {
  const sources = fs.readdirSync(path.join(ORIGINAL, 'src')).map((file) => `src/${file}`);
  expect(['index.js', ...sources].sort()).toEqual(FILES.map((file) => `${file}.js`));
});

describe.each(FILES)('%s', (file) => {
  const [original, ours] = [pair.original.modules[file], pair.ours.modules[file]];

  test('exports the same names in the same order', () => {
    expect(Object.keys(ours)).toEqual(Object.keys(original));
  });

  test.each(Object.keys(original))('%s has the same shape', (name) => {
    expect(shapeOf(ours[name])).toEqual(shapeOf(original[name]));
  });
});

test('a new AccessToken has the same fields and methods', () => {
  const make = ({ modules }) => {
    const { AccessToken } = modules['src/AccessToken'];
    const token = new AccessToken(APP_ID, CERTIFICATE, 'c', 7);
    return shapeOf(token).filter((line) => !/^\.ts = /.test(line));
  };
  expect(make(pair.ours)).toEqual(make(pair.original));
});

test.each([
  ['ordinary', 0, seed],
  ['partly odd', 0.1, seed + 1],
  ['mostly odd', 0.5, seed + 2],
])('an AccessToken goes through %s programs as the original does', (_name, oddness, start) => {
  const random = new Random(start);
  const comparison = new Comparison(start, pair);
  for (let i = 0; i < 200 * scale; i++) {
    const steps = randomProgram(random, 20, oddness);
    comparison.check(
      () => `program ${i}:\n${steps.map(({ label }) => label).join('\n')}`,
      (context) => runProgram(steps, context),
      randomConditions(random),
    );
  }
  expect(comparison.cases).toBe(200 * scale);
  expect(comparison.report()).toBe('');
});

test('parsing leaves the App ID of the token alone, unlike agora-token', () => {
  const other = '0'.repeat(32);
  const action = ({ library }) => {
    const { AccessToken } = library.modules['src/AccessToken'];
    const token = new AccessToken(other, CERTIFICATE, 'c', 7);
    const parsed = token.fromString(new AccessToken(APP_ID, CERTIFICATE, 'c', 7).build());
    return [parsed, token.appID];
  };
  expect(difference(action, { nowMs: 1700000000123, drawSeed: 1 }, pair)).toBe('');
  expect(action({ library: pair.ours })).toEqual([true, other]);
  const { AccessToken } = require('../../src/AccessToken');
  expect(action({ library: { modules: { 'src/AccessToken': { AccessToken } } } })).toEqual([
    true,
    APP_ID,
  ]);
});

test('every name of privileges makes the same token', () => {
  const { priviledges } = pair.original.modules['src/AccessToken'];
  for (const name of Object.keys(priviledges)) {
    const action = ({ library }) => {
      const { AccessToken, priviledges: numbers } = library.modules['src/AccessToken'];
      const token = new AccessToken(APP_ID, CERTIFICATE, 'c', 7);
      token.addPriviledge(numbers[name], 1700003600);
      return token.build();
    };
    expect(difference(action, { nowMs: 1700000000123, drawSeed: 1 }, pair)).toBe('');
  }
  expect(Object.keys(priviledges)).toHaveLength(14);
});

test('the token that the builder leaves behind is an AccessToken', () => {
  for (const { modules } of [pair.original, pair.ours]) {
    modules.index.RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, 'c', 7, 1, 1700003600);
    expect(modules.index.RtcTokenBuilder.key).toBeInstanceOf(
      modules['src/AccessToken'].AccessToken,
    );
  }
});

const CALLED = BUILDERS.filter(({ file }) => FILES.includes(file));

test('there are builders to call', () => {
  expect(CALLED).toHaveLength(10);
});

describe.each(CALLED.map((builder) => [builder.name, builder]))('%s', (_name, builder) => {
  test.each([
    ['ordinary', 0],
    ['odd', 2],
  ])('gives the same token for %s calls', (_kind, odd) => {
    const random = new Random(seed + odd);
    const comparison = new Comparison(seed + odd, pair);
    for (let i = 0; i < 200 * scale; i++) {
      checkCall(comparison, random, builder, randomArguments(random, builder, odd));
    }
    expect(comparison.cases).toBe(200 * scale);
    expect(comparison.report()).toBe('');
  });
});
