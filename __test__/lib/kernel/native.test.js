'use strict';

// The kernel over the addon leaves contents that the addon compresses to other bytes to Node's zlib.

const zlib = require('node:zlib');
const { kernel } = require('../../../lib/kernel/backend');
const { ByteBuf } = require('../../../lib/bytes/byte-buf');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { Random } = require('../../support/random');
const { seed } = require('../../support/settings');

/** The longest content of which the addon gives the bytes of Node's zlib, and its parts. */
const LONGEST = 16383;
const SIGNATURE = 32;

const random = new Random(seed);
const words = Array.from({ length: 30 }, () => random.bytes(random.int(3, 30)));

/** A signing info of so many bytes, which compresses somewhat. */
function signingInfo(length) {
  const head = new ByteBuf().putString(APP_ID).putUint32(1).putUint32(2).putUint32(3).pack();
  const rest = Buffer.alloc(length - head.length);
  for (let at = 0; at < rest.length; ) at += random.pick(words).copy(rest, at);
  return Buffer.concat([head, rest]);
}

const contentOf = (token) => Buffer.from(token.slice(3), 'base64');

const LENGTHS = [-2, -1, 0, 1, 2, 1000].map((beyond) => LONGEST - 2 - SIGNATURE + beyond);

test.each(LENGTHS)(
  "a signing info of %i bytes is compressed to the bytes of Node's zlib",
  (length) => {
    const info = signingInfo(length);
    const sealed = contentOf(kernel.seal(CERTIFICATE, info, length, false));
    const encoded = contentOf(kernel.encode(random.bytes(SIGNATURE), info));
    for (const compressed of [sealed, encoded]) {
      const content = zlib.inflateSync(compressed);
      expect(content).toHaveLength(2 + SIGNATURE + length);
      expect(compressed.equals(zlib.deflateSync(content))).toBe(true);
    }
  },
);

test('what is sealed ends where the caller says', () => {
  const info = signingInfo(200);
  const padded = Buffer.concat([info, Buffer.alloc(100, 7)]);
  expect(kernel.seal(CERTIFICATE, padded, 200, false)).toBe(
    kernel.seal(CERTIFICATE, info, 200, false),
  );
});
