'use strict';

// One stream that stays gives the bytes of a new one, whatever it has compressed before.

const zlib = require('node:zlib');
const { Deflater } = require('../../../lib/kernel/deflater');
const { Random } = require('../../support/random');
const { seed } = require('../../support/settings');

/** Contents that have much in common, of changing lengths. */
function contents(random, count) {
  const words = Array.from({ length: 40 }, () => random.bytes(random.int(1, 40)));
  return Array.from({ length: count }, () =>
    Buffer.concat(Array.from({ length: random.int(1, 60) }, () => random.pick(words))),
  );
}

test('the bytes are those of deflateSync, one content after another', () => {
  const deflater = new Deflater();
  for (const content of contents(new Random(seed), 3000)) {
    expect(deflater.deflate(content).equals(zlib.deflateSync(content))).toBe(true);
  }
});

test.each([0, 1, 2, 3, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 40_000, 200_000])(
  'a content of %i bytes that do not compress',
  (length) => {
    const deflater = new Deflater();
    const content = new Random(seed).bytes(length);
    for (let i = 0; i < 3; i++) {
      expect(deflater.deflate(content).equals(zlib.deflateSync(content))).toBe(true);
    }
  },
);

test('the stream keeps nothing that the next content repeats', () => {
  const deflater = new Deflater();
  const long = new Random(seed).bytes(5000);
  const ends = [1, 2, 3, 4, 5, 8, 100, 300, 4000].flatMap((length) => [
    long.subarray(0, length),
    long.subarray(long.length - length),
  ]);
  for (const content of ends) {
    deflater.deflate(long);
    expect(deflater.deflate(content).equals(zlib.deflateSync(content))).toBe(true);
  }
});
