'use strict';

const fc = require('fast-check');
const { printUid } = require('../../lib/bytes/uid-text');

const BOUNDARIES = [0, 1, 7, 999, 1000, 1001, 1007, 10_000, 999_999, 1_000_000, 1_000_001];
const LARGE = [999_999_999, 1_000_000_000, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

test.each([...BOUNDARIES, ...LARGE])('%d is printed as the engine prints it', (uid) => {
  expect(printUid(uid)).toBe(String(uid));
});

test('so is any number of 32 bits', () => {
  fc.assert(fc.property(fc.nat(2 ** 32 - 1), (uid) => printUid(uid) === String(uid)));
});

test('what is no such number is converted by a template', () => {
  for (const odd of [
    -1,
    -0,
    1000.5,
    2 ** 32,
    1e21,
    NaN,
    Infinity,
    'ada',
    '',
    null,
    undefined,
    true,
    12345n,
  ]) {
    expect(printUid(odd)).toBe(`${odd}`);
  }
  expect(printUid({ toString: () => 's', valueOf: () => 5000 })).toBe('s');
  expect(() => printUid(Symbol('uid'))).toThrow(TypeError);
});
