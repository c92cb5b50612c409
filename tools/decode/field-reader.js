'use strict';

const { TokenError } = require('../token-error');
const { MOST_PAIRS, MOST_TEXTS } = require('./limits');

const REPLACEMENT = '\ufffd';

/**
 * Reads the fields of a content, little-endian. Unlike `ReadByteBuf`, which pads what is missing as
 * the original does, it throws when a field ends behind the content, or when there are more fields
 * than a real token has.
 */
class FieldReader {
  #pairs = 0;
  #texts = 0;

  /** The first field that was read as text and is not UTF-8. */
  malformedText;

  /** Whether the keys of every map so far ascend, so that none comes twice. */
  isAscending = true;

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

  /** Text behind its u16 length. What is not UTF-8 becomes U+FFFD, and `malformedText` tells. */
  text(field) {
    this.#texts += 1;
    if (this.#texts > MOST_TEXTS) throw tooMany(MOST_TEXTS, 'names and other texts');

    const bytes = this.raw(field);
    const text = bytes.toString('utf8');
    if (text.includes(REPLACEMENT) && !Buffer.from(text).equals(bytes)) {
      this.malformedText ??= field;
    }
    return text;
  }

  /** Pairs of a u16 key and a value; of equal keys the last counts, as in the original. */
  map(field, readValue) {
    const map = new Map();
    let last = -1;
    for (let left = this.uint16(`the number of ${field}`); left > 0; left--) {
      this.#pairs += 1;
      if (this.#pairs > MOST_PAIRS) throw tooMany(MOST_PAIRS, 'privileges and permissions');

      const key = this.uint16(`a key of ${field}`);
      if (key <= last) this.isAscending = false;
      last = key;
      map.set(key, readValue(key));
    }
    return map;
  }
}

function tooMany(most, what) {
  return new TokenError('ERR_TOKEN_TOO_LARGE', `The token has more than ${most} ${what}.`);
}

module.exports = { FieldReader, tooMany };
