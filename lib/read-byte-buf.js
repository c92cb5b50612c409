'use strict';

/**
 * Little-endian reader of the token formats.
 *
 * Integers past the end throw Node's RangeError. Strings past the end do not: they are padded with
 * zero bytes and move the position beyond the end, so that the next integer throws. That is the
 * original's rule, and what it accepts depends on it.
 */
class ReadByteBuf {
  constructor(bytes) {
    this.buffer = bytes;
    this.position = 0;
  }

  getUint16() {
    const value = this.buffer.readUInt16LE(this.position);
    this.position += 2;
    return value;
  }

  getUint32() {
    const value = this.buffer.readUInt32LE(this.position);
    this.position += 4;
    return value;
  }

  /** Reads 16 bits as an unsigned number: the original's reading of a signed field. */
  getInt16() {
    return this.getUint16();
  }

  /** Reads a u16 length and that many bytes. */
  getString() {
    const length = this.getUint16();
    const bytes = Buffer.alloc(length);
    this.buffer.copy(bytes, 0, this.position, this.position + length);
    this.position += length;
    return bytes;
  }

  getTreeMapUInt32() {
    const map = {};
    const count = this.getUint16();
    for (let i = 0; i < count; i++) {
      const key = this.getUint16();
      map[key] = this.getUint32();
    }
    return map;
  }

  /** Throws a RangeError if the position is beyond the end. */
  assertWithin() {
    if (this.position > this.buffer.length) throw new RangeError('read past the end');
  }

  /** Returns a copy of the bytes not yet read; throws a RangeError beyond the end. */
  pack() {
    const rest = Buffer.alloc(this.buffer.length - this.position);
    this.buffer.copy(rest, 0, this.position);
    return rest;
  }
}

module.exports = { ReadByteBuf };
