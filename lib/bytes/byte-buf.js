'use strict';

const { isText, isUint16, isUint32 } = require('./plain');

// Read once, as the global is an accessor.
const { Buffer } = globalThis;

const LENGTH_BYTES = 2;

/** The most bytes of UTF-8 that a UTF-16 unit becomes. */
const MOST_UTF8_BYTES = 3;

/** Texts up to this length are written by a loop, which for them is faster than the engine's call. */
const SHORT_TEXT = 64;

/** The same for bytes that are copied. */
const SHORT_COPY = 128;

/** Character codes below this are their own UTF-8. */
const ASCII_END = 0x80;

/** The most digits of a u32, and a power of ten that halves them. */
const MOST_DIGITS = 10;
const HALF = 100_000;

const ZERO = 0x30;

const INITIAL_CAPACITY = 256;
const LEGACY_CAPACITY = 1024;

/**
 * Little-endian writer of the token formats.
 *
 * Plain values are written byte by byte. Any other goes to Node's `Buffer` methods, so that it is
 * coerced, or fails with the error, as it did in the original. A write that fails leaves the position
 * where it was.
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
    // A batch holds certificates: none stays behind in memory that is freed.
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

  putUint16(value) {
    const { buffer, position } = this;
    if (isUint16(value) && position + 2 <= buffer.length) {
      buffer[position] = value;
      buffer[position + 1] = value >>> 8;
    } else {
      this.reserve(2);
      this.buffer.writeUInt16LE(value, position);
    }
    this.position = position + 2;
    return this;
  }

  putUint32(value) {
    const { buffer, position } = this;
    if (isUint32(value) && position + 4 <= buffer.length) {
      buffer[position] = value;
      buffer[position + 1] = value >>> 8;
      buffer[position + 2] = value >>> 16;
      buffer[position + 3] = value >>> 24;
    } else {
      this.reserve(4);
      this.buffer.writeUInt32LE(value, position);
    }
    this.position = position + 4;
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

    const { length } = value;
    const start = this.position + LENGTH_BYTES;
    this.reserve(LENGTH_BYTES + length * MOST_UTF8_BYTES);
    if (length <= SHORT_TEXT && this.#writeAscii(value, start)) {
      this.putUint16(length);
      this.position = start + length;
      return this;
    }
    const written = this.buffer.write(value, start);
    this.putUint16(written);
    this.position = start + written;
    return this;
  }

  /** Writes the codes of a text, and tells whether that is its UTF-8. */
  #writeAscii(text, start) {
    const { buffer } = this;
    let all = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      all |= code;
      buffer[start + i] = code;
    }
    return all < ASCII_END;
  }

  /** Writes a uid as a text: a u32 as its digits, 0 as nothing, since it stands for any user. */
  putUid(uid) {
    if (typeof uid === 'string') return this.putString(uid);
    if (uid === 0) return this.putUint16(0);

    this.reserve(LENGTH_BYTES + MOST_DIGITS);
    const start = this.position + LENGTH_BYTES;
    const high = Math.floor(uid / HALF);
    const length = high === 0 ? digitsOf(uid) : digitsOf(high) + 5;
    this.putUint16(length);
    let rest = uid - high * HALF;
    for (let i = length - 1; i >= 0; i--) {
      if (i === length - 6) rest = high;
      const tenth = (rest / 10) | 0;
      this.buffer[start + i] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
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

  /**
   * The same for an object that is known to be no proxy, whose keys need be listed only once, unless
   * it inherits some.
   */
  putOrdinaryMap(map) {
    if (inheritsKeys(map)) return this.putTreeMapUInt32(map);

    const keys = Object.keys(map);
    this.putUint16(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      this.putUint16(+key).putUint32(map[key]);
    }
    return this;
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

  /** Writes what another writer has written. */
  putWritten({ buffer, position: length }) {
    this.reserve(length);
    const { buffer: target, position } = this;
    if (length <= SHORT_COPY) {
      for (let i = 0; i < length; i++) target[position + i] = buffer[i];
    } else {
      buffer.copy(target, position, 0, length);
    }
    this.position = position + length;
    return this;
  }
}

/** Inherits what every ordinary object inherits. */
const NOTHING = {};

/** Whether a loop over the map would find keys that are not its own. */
function inheritsKeys(map) {
  if (Object.getPrototypeOf(map) !== Object.prototype) return true;
  for (const _key in NOTHING) return true;
  return false;
}

/** How many digits a number below 100 000 has. */
function digitsOf(number) {
  if (number < 100) return number < 10 ? 1 : 2;
  if (number < 10_000) return number < 1000 ? 3 : 4;
  return 5;
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
