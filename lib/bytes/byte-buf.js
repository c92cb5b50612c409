'use strict';

const { Buffer } = require('./buffer');
const { isText } = require('./plain');

const LENGTH_BYTES = 2;

/** The most bytes of UTF-8 that a UTF-16 unit becomes. */
const MOST_UTF8_BYTES = 3;

const INITIAL_CAPACITY = 256;
const LEGACY_CAPACITY = 1024;

/**
 * Little-endian writer of the token formats.
 *
 * Range and type checks are those of Node's `Buffer` methods, so that an odd value fails with the
 * error that the original gave for it. A write that fails leaves the position where it was.
 */
class ByteBuf {
  constructor(buffer = Buffer.allocUnsafe(INITIAL_CAPACITY)) {
    this.buffer = buffer;
    this.position = 0;
  }

  /** Makes room for `length` more bytes. */
  reserve(length) {
    const required = this.position + length;
    if (required <= this.buffer.length) return;

    const grown = Buffer.allocUnsafe(Math.max(required, this.buffer.length * 2));
    this.buffer.copy(grown, 0, 0, this.position);
    // A batch's requests hold certificates: none stays behind in memory that is freed.
    this.buffer.fill(0, 0, this.position);
    this.buffer = grown;
  }

  /** Returns a copy of the bytes written so far. */
  pack() {
    const packed = Buffer.alloc(this.position);
    this.buffer.copy(packed, 0, 0, this.position);
    return packed;
  }

  /** Returns a view of the bytes written so far, valid until the next write. */
  view() {
    return this.buffer.subarray(0, this.position);
  }

  putUint8(value) {
    this.reserve(1);
    this.buffer.writeUInt8(value, this.position);
    this.position += 1;
    return this;
  }

  putUint16(value) {
    this.reserve(2);
    this.buffer.writeUInt16LE(value, this.position);
    this.position += 2;
    return this;
  }

  putUint32(value) {
    this.reserve(4);
    this.buffer.writeUInt32LE(value, this.position);
    this.position += 4;
    return this;
  }

  putInt16(value) {
    this.reserve(2);
    this.buffer.writeInt16LE(value, this.position);
    this.position += 2;
    return this;
  }

  putInt32(value) {
    this.reserve(4);
    this.buffer.writeInt32LE(value, this.position);
    this.position += 4;
    return this;
  }

  putDouble(value) {
    this.reserve(8);
    this.buffer.writeDoubleLE(value, this.position);
    this.position += 8;
    return this;
  }

  /** Writes the u16 length of `bytes`, then the bytes. */
  putBytes(bytes) {
    this.putUint16(bytes.length);
    return this.putRaw(bytes);
  }

  /** Writes `bytes` without a length. */
  putRaw(bytes) {
    this.reserve(bytes.length);
    bytes.copy(this.buffer, this.position);
    this.position += bytes.length;
    return this;
  }

  /** Writes whatever `Buffer.from` makes of `value`, a string as UTF-8, with its u16 length. */
  putString(value) {
    if (!isText(value)) return this.putBytes(Buffer.from(value));

    const start = this.position + LENGTH_BYTES;
    this.reserve(LENGTH_BYTES + value.length * MOST_UTF8_BYTES);
    const length = this.buffer.write(value, start);
    this.putUint16(length);
    this.position = start + length;
    return this;
  }

  /**
   * Writes a map of u16 keys to strings. The count is that of own keys, while inherited enumerable
   * keys are written too: the original's rule.
   */
  putTreeMap(map) {
    return this.#putMap(map, 'putString');
  }

  /** Writes a map of u16 keys to u32 values, by the same rule as `putTreeMap`. */
  putTreeMapUInt32(map) {
    return this.#putMap(map, 'putUint32');
  }

  #putMap(map, putValue) {
    if (!map) return this.putUint16(0);

    this.putUint16(Object.keys(map).length);
    for (const key in map) {
      this.putUint16(key);
      this[putValue](map[key]);
    }
    return this;
  }
}

/**
 * The writer of the formats before Token007: 1024 zeroed bytes that do not grow. Bytes that do not
 * fit are cut off, and the write after them throws a RangeError.
 */
class FixedByteBuf extends ByteBuf {
  constructor() {
    super(Buffer.alloc(LEGACY_CAPACITY));
  }

  reserve() {}

  /** A copy, since `write` would not cut a character in the middle. */
  putString(value) {
    return this.putBytes(Buffer.from(value));
  }
}

module.exports = { ByteBuf, FixedByteBuf };
