'use strict';

const REVERSED_POLYNOMIAL = 0xedb88320;

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ REVERSED_POLYNOMIAL : remainder >>> 1;
  }
  return remainder;
});

/**
 * CRC-32 of a string's UTF-8 bytes, as an unsigned number, the way the `crc-32` package computes it.
 *
 * Well-formed text gives the CRC-32 of its UTF-8 bytes. A surrogate is always taken for the first
 * half of a pair, whatever follows it, so that the sum of a lone one is no encoding's.
 */
function crc32(str) {
  let crc = -1;
  const add = (byte) => {
    crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff];
  };

  for (let i = 0, length = str.length; i < length; ) {
    const unit = str.charCodeAt(i++);
    if (unit < 0x80) {
      add(unit);
    } else if (unit < 0x800) {
      add(0xc0 | ((unit >> 6) & 0x1f));
      add(0x80 | (unit & 0x3f));
    } else if (unit >= 0xd800 && unit < 0xe000) {
      const high = (unit & 0x3ff) + 0x40;
      const low = str.charCodeAt(i++) & 0x3ff;
      add(0xf0 | ((high >> 8) & 0x07));
      add(0x80 | ((high >> 2) & 0x3f));
      add(0x80 | ((low >> 6) & 0x0f) | ((high & 0x03) << 4));
      add(0x80 | (low & 0x3f));
    } else {
      add(0xe0 | ((unit >> 12) & 0x0f));
      add(0x80 | ((unit >> 6) & 0x3f));
      add(0x80 | (unit & 0x3f));
    }
  }
  return (crc ^ -1) >>> 0;
}

module.exports = { crc32 };
