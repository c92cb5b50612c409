'use strict';

const { emptyBuffer } = require('./empty-buffer');

// Read once, as the global is an accessor.
const { Buffer } = globalThis;

/** The longest Buffer that the engine keeps on its own heap; the memory of others is allocated. */
const ON_HEAP = 64;

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
    const { buffer, position } = this;
    const value = hasBytes(buffer, position, 2)
      ? buffer[position] | (buffer[position + 1] << 8)
      : buffer.readUInt16LE(position);
    this.position = position + 2;
    return value;
  }

  getUint32() {
    const { buffer, position } = this;
    const value = hasBytes(buffer, position, 4)
      ? (buffer[position] |
          (buffer[position + 1] << 8) |
          (buffer[position + 2] << 16) |
          (buffer[position + 3] << 24)) >>>
        0
      : buffer.readUInt32LE(position);
    this.position = position + 4;
    return value;
  }

  /** Reads 16 bits as an unsigned number: the original's reading of a signed field. */
  getInt16() {
    return this.getUint16();
  }

  /** Reads a u16 length and that many bytes. */
  getString() {
    const start = this.position + 2;
    const end = start + this.getUint16();
    this.position = end;
    return copyOf(this.buffer, start, end);
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
    return copyOf(this.buffer, this.position, this.buffer.length);
  }
}

/**
 * Whether so many bytes can be read by index. Of what ends too early, or is no Buffer, Node's own
 * methods make the error.
 */
function hasBytes(buffer, position, count) {
  return buffer instanceof Buffer && position + count <= buffer.length;
}

/** A copy of the bytes from `start` to `end`, padded with zero bytes beyond the end of `buffer`. */
function copyOf(buffer, start, end) {
  const length = end - start;
  if (end > buffer.length) {
    const padded = Buffer.alloc(length);
    buffer.copy(padded, 0, start, end);
    return padded;
  }
  if (length > ON_HEAP) {
    // From Node's pool, which costs a tenth of an allocation.
    const copied = Buffer.allocUnsafe(length);
    buffer.copy(copied, 0, start, end);
    return copied;
  }
  if (length === 0) return emptyBuffer();
  // A loop, since `copy` would make a second Buffer for the part that it copies.
  const copied = Buffer.alloc(length);
  for (let i = 0; i < length; i++) copied[i] = buffer[start + i];
  return copied;
}

module.exports = { ReadByteBuf };
