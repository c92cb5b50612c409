'use strict';

const path = require('node:path');
const { differenceIn, ORDINARY_CONDITIONS } = require('../support/compare');
const { callPlainly, everyBuilder, plainArgument } = require('../support/every-builder');
const { BUILDERS, TOKEN007_BUILDERS } = require('../support/builders');
const { MODULES, libraries } = require('../support/libraries');
const { observe } = require('../support/observe');
const { drawForSalt, frozen, withRandom } = require('../support/sandbox');

const { original, ours } = libraries();
const LIBRARIES = [
  ['the original', original],
  ['ours', ours],
];
const LATEST_SALT = 99999999;

const DRAWS = [
  ['0', () => 0],
  ['1', () => 1],
  ['0.9999', () => 0.9999],
  ['just below 1', () => 1 - Number.EPSILON / 2],
  ['NaN', () => NaN],
  ['-1', () => -1],
  ['a little below 0', () => -1e-9],
  ['42.95', () => 42.95],
  ['Infinity', () => Infinity],
  ['a numeric string', () => '0.5'],
  ['undefined', () => undefined],
  ['null', () => null],
  ['a BigInt', () => 1n],
  ['a Symbol', () => Symbol('draw')],
  ['an object', () => ({ valueOf: () => 0.25 })],
  [
    'an error',
    () => {
      throw new EvalError('no luck');
    },
  ],
];

test.each(DRAWS)("a draw of %s gives the original's outcome in every builder", (_name, draw) => {
  const call = (context) => withRandom(draw, () => everyBuilder(context));
  expect(differenceIn(call)).toBe('');
});

test.each(DRAWS)('a draw of %s does not matter to an invalid certificate', (_name, draw) => {
  const call = ({ library, trace: newTrace }) => {
    const trace = newTrace();
    for (const builder of TOKEN007_BUILDERS) {
      const args = builder.parameters.map((kind) =>
        kind === 'certificate' ? 'invalid' : plainArgument(kind, library),
      );
      trace.step(builder.name, () => withRandom(draw, () => builder.call(library, args)));
    }
    return trace;
  };
  expect(differenceIn(call)).toBe('');
});

function saltOf(library, draw) {
  const builder = TOKEN007_BUILDERS.find(({ file }) => file === 'src/FpaTokenBuilder');
  const text = frozen({ nowMs: 1700000000000, draw }, () => callPlainly(builder, library));
  const token = new original.modules['src/AccessToken2'].AccessToken2();
  expect(token.from_string(text)).toBe(true);
  return token.salt;
}

test.each([
  [0, 1],
  [0.5, 50000000],
  [0.9999999999, LATEST_SALT],
  [1, LATEST_SALT + 1],
  [NaN, 0],
  [drawForSalt(1), 1],
  [drawForSalt(12345678), 12345678],
  [drawForSalt(LATEST_SALT), LATEST_SALT],
])('a draw of %d gives the salt %i', (draw, salt) => {
  expect(saltOf(original, draw)).toBe(salt);
  expect(saltOf(ours, draw)).toBe(salt);
});

test('a draw of -1 throws the RangeError of the write', () => {
  expect(() => saltOf(ours, -1.5)).toThrow(
    expect.objectContaining({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE' }),
  );
});

test.each(BUILDERS.map((builder) => [builder.name, builder]))(
  '%s draws once for a 007 token and never for another',
  (_name, builder) => {
    const expected = TOKEN007_BUILDERS.includes(builder) ? 1 : 0;
    for (const library of [original, ours]) {
      expect(observe(library, () => callPlainly(builder, library), ORDINARY_CONDITIONS).draws).toBe(
        expected,
      );
      expect(observe(library, () => builder.call(library, []), ORDINARY_CONDITIONS).draws).toBe(
        expected,
      );
    }
  },
);

// Loads a module of a library afresh and counts the draws that this takes.
function loadAfresh(library, file, draw) {
  let draws = 0;
  let loaded;
  const count = () => {
    draws += 1;
    return draw;
  };
  jest.isolateModules(() => {
    loaded = withRandom(count, () => require(path.join(library.root, `${file}.js`)));
  });
  return { draws, loaded };
}

test.each(MODULES)('loading %s draws as often as in the original', (file) => {
  const draws = loadAfresh(ours, file, 0.5).draws;
  expect(draws).toBe(loadAfresh(original, file, 0.5).draws);
  expect(draws).toBe(/AccessToken$|Rt[cm]TokenBuilder$/.test(file) ? 1 : 0);
});

test.each([0, 0.5, 0.9999, 1, NaN, -1])(
  "a 006 salt drawn as %d at loading gives the original's tokens",
  (draw) => {
    const build = (library) => {
      const { AccessToken } = loadAfresh(library, 'src/AccessToken', draw).loaded;
      return frozen({ nowMs: 1700000000000, draw: 0.1 }, () => {
        const token = new AccessToken(
          plainArgument('appId'),
          plainArgument('certificate'),
          'channel',
          7,
        );
        try {
          return [token.salt, new AccessToken().salt, token.build()];
        } catch (error) {
          return [token.salt, error.name, error.code, error.message];
        }
      });
    };
    expect(build(ours)).toEqual(build(original));
    expect(build(ours)[0]).toBe(Math.floor(draw * 0xffffffff));
  },
);

test.each([0, 0.5, 1, NaN, -1, 2, Infinity])(
  "builders of 006 loaded under the draw %d give the original's outcome",
  (draw) => {
    const outcomes = (library) =>
      BUILDERS.filter(({ file }) => /src\/Rt[cm]TokenBuilder$/.test(file)).map((builder) => {
        const { loaded } = loadAfresh(library, builder.file, draw);
        return frozen({ nowMs: 1700000000000, draw: 0.1 }, () => {
          try {
            const given = callPlainly(builder, { modules: { [builder.file]: loaded } });
            return given.result ?? given;
          } catch (error) {
            return [error.name, error.code, error.message];
          }
        });
      });
    expect(outcomes(ours)).toEqual(outcomes(original));
    expect(outcomes(ours)).toHaveLength(3);
  },
);

test.each(LIBRARIES)('%s draws anew for each 007 token and not for 006 ones', (_name, library) => {
  const { AccessToken2 } = library.modules['src/AccessToken2'];
  const { AccessToken } = library.modules['src/AccessToken'];
  const draws = [0.1, 0.2, 0.3, 0.4];
  const salts = withRandom(
    () => draws.shift(),
    () => [
      new AccessToken2().salt,
      new AccessToken2().salt,
      new AccessToken().salt,
      new AccessToken().salt,
    ],
  );
  expect(salts[0]).toBe(10000000);
  expect(salts[1]).toBe(20000000);
  expect(salts[2]).toBe(salts[3]);
  expect(draws).toHaveLength(2);
});
