'use strict';

const { TokenError } = require('../token-error');

/**
 * Reads the fields of a content, little-endian. Unlike `ReadByteBuf`, which pads what is missing as
 * the original does, it throws when a field ends behind the content.
 */
class FieldReader {
  /**
   * @param {Buffer} bytes
   * @param {number} [base] - what to add to offsets in messages, for a content inside another one
   */
  constructor(bytes, base = 0) {
    this.bytes = bytes;
    this.base = base;
    this.position = 0;
  }

  get left() {
    return this.bytes.length - this.position;
  }

  /** Moves over `length` bytes and returns where they begin. */
  #take(length, field) {
    const start = this.position;
    if (length > this.bytes.length - start) {
      throw new TokenError(
        'ERR_TOKEN_TRUNCATED',
        `The content ends too early: ${field}, at byte ${this.base + start}, needs ${length} ` +
          `bytes, and ${this.bytes.length - start} are left.`,
        this.base + start,
      );
    }
    this.position += length;
    return start;
  }

  uint16(field) {
    return this.bytes.readUInt16LE(this.#take(2, field));
  }

  int16(field) {
    return this.bytes.readInt16LE(this.#take(2, field));
  }

  uint32(field) {
    return this.bytes.readUInt32LE(this.#take(4, field));
  }

  /** Bytes behind their u16 length; a view of the content. */
  raw(field) {
    const length = this.uint16(`the length of ${field}`);
    const start = this.#take(length, field);
    return this.bytes.subarray(start, start + length);
  }

  /** Text behind its u16 length. What is not UTF-8 becomes U+FFFD. */
  text(field) {
    return this.raw(field).toString('utf8');
  }

  /** Pairs of a u16 key and a value; of equal keys the last counts, as in the original. */
  map(field, readValue) {
    const map = new Map();
    for (let left = this.uint16(`the number of ${field}`); left > 0; left--) {
      const key = this.uint16(`a key of ${field}`);
      map.set(key, readValue(key));
    }
    return map;
  }
}

module.exports = { FieldReader };
