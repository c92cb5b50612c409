'use strict';

const fc = require('fast-check');
const { fits } = require('../../../tools/verify/wildcard');

// The same by a regular expression, which may take its time.
function naive(pattern, text) {
  if (pattern === '') return true;
  const parts = pattern.split('*').map((part) => part.replace(/[^a-z]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(text);
}

const letters = (unit, maxLength) => fc.string({ unit: fc.constantFrom(...unit), maxLength });

test('it agrees with a regular expression', () => {
  const outcomes = { true: 0, false: 0 };
  fc.assert(
    fc.property(letters('ab***', 8), letters('ab', 9), (pattern, text) => {
      outcomes[fits(pattern, text)]++;
      expect([pattern, text, fits(pattern, text)]).toEqual([pattern, text, naive(pattern, text)]);
    }),
    { numRuns: 5000 },
  );
  expect(outcomes.true).toBeGreaterThan(500);
  expect(outcomes.false).toBeGreaterThan(500);
});

test('all short patterns and texts of two letters', () => {
  const words = (unit, most) => {
    const all = [''];
    for (const word of all) {
      if (word.length < most) all.push(...[...unit].map((letter) => word + letter));
    }
    return all;
  };
  const texts = words('ab', 5);
  const wrong = words('ab*', 6).flatMap((pattern) =>
    texts.filter((text) => fits(pattern, text) !== naive(pattern, text)).map((it) => [pattern, it]),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['lobby', 'Lobby', false],
  ['*', '', true],
  ['*', 'a\nb', true],
  ['a', '*', false],
  ['a?', 'ab', false],
  ['a.*', 'ab', false],
  ['😀*', '😀a', true],
])('%j and %j: %p', (pattern, text, expected) => {
  expect(fits(pattern, text)).toBe(expected);
});

// A text that counts how often one of its characters is read.
class CountedText {
  constructor(text) {
    this.text = text;
    this.length = text.length;
    this.reads = 0;
  }

  charCodeAt(at) {
    this.reads += 1;
    return this.text.charCodeAt(at);
  }
}

// What makes a matcher that starts again from the character behind a failure read most.
const HOSTILE = {
  'a long part that almost fits everywhere': (n) => [`*${'a'.repeat(n / 2)}b*`, `${'a'.repeat(n)}`],
  'many parts that fit everywhere': (n) => [`${'*a'.repeat(n / 2)}*b`, `${'a'.repeat(n)}b`],
  'many parts, the last of which is missing': (n) => [
    `${'*ab'.repeat(n / 4)}*c*`,
    `${'ab'.repeat(n / 2)}`,
  ],
  'asterisks alone': (n) => ['*'.repeat(n), 'a'.repeat(n)],
  'a part with many borders': (n) => [`*${'ab'.repeat(n / 4)}aa*`, `${'ab'.repeat(n / 2)}`],
};

test.each(Object.entries(HOSTILE))('%s: no character is read twice for long', (_name, make) => {
  for (const length of [1000, 4000, 16_000]) {
    const [pattern, text] = make(length);
    const counted = new CountedText(text);
    fits(pattern, counted);
    // Once by the search, once if it lies at an end.
    expect(counted.reads).toBeLessThanOrEqual(2 * length + 2);
  }
});

test('a pattern is read once as well', () => {
  // As the part, since the table of its borders could be what takes long.
  const length = 16_000;
  const part = new CountedText(`${'a'.repeat(length)}b`);
  const pattern = { split: () => ['', part, ''] };
  expect(fits(pattern, 'a'.repeat(2 * length))).toBe(false);
  expect(part.reads).toBeLessThanOrEqual(20 * length);
});
