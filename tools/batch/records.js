'use strict';

const { ByteBuf } = require('../../lib/bytes/byte-buf');
const { isHexText } = require('../../lib/bytes/hex-id');
const { isInUint32Range } = require('../../lib/bytes/plain');
const { drawSalt } = require('../../lib/clock');
const { isTokenUntouched } = require('../../lib/short-way/untouched');

/** Room for an ordinary record, and for as many as are given room before the memory has to grow. */
const RECORD_CAPACITY = 512;
const MOST_RECORDS = 128;

const LENGTH_BYTES = 4;

/** Equal to no App Certificate. */
const NONE = Symbol('none');

/**
 * The short way of a batch: what `single` (lib/short-way/single.js) does for one token, for many that
 * share their second of issue. What grants write is collected as records for one call of the kernel;
 * the module `batch` of the core describes the bytes.
 */
class Records {
  #writer;
  #issueTs;
  #appId;
  #appCertificate;
  #writtenCertificate = NONE;
  #lengthAt;

  /**
   * @param count - how many records there will be at most
   * @param issueTs - what the clock gave, in seconds since the epoch
   */
  constructor(count, issueTs) {
    const capacity = Math.min(count, MOST_RECORDS) * RECORD_CAPACITY;
    // Not of the memory that small Buffers share: the kernel's threads read it.
    this.#writer = new ByteBuf(Buffer.allocUnsafeSlow(capacity));
    // Whole where it can be, which is written faster.
    this.#issueTs = isInUint32Range(issueTs) ? Math.trunc(issueTs) : issueTs;
  }

  /** The records made so far, valid until the next. */
  get bytes() {
    return this.#writer.view();
  }

  isOpen(appId, appCertificate) {
    if (!isHexText(appId) || !isTokenUntouched()) return false;
    if (appCertificate !== this.#writtenCertificate && !isHexText(appCertificate)) return false;
    this.#appId = appId;
    this.#appCertificate = appCertificate;
    return true;
  }

  begin(expire, serviceCount) {
    const salt = drawSalt();
    const writer = this.#writer;
    if (this.#appCertificate === this.#writtenCertificate) writer.putUint16(0);
    else writer.putString(this.#appCertificate);
    this.#lengthAt = writer.position;
    // A clock or a salt that no token can hold throws its RangeError here.
    return writer
      .putUint32(0)
      .putString(this.#appId)
      .putUint32(this.#issueTs)
      .putUint32(expire)
      .putUint32(salt)
      .putUint16(serviceCount);
  }

  /** Ends the record begun. */
  end() {
    const writer = this.#writer;
    const end = writer.position;
    writer.position = this.#lengthAt;
    writer.putUint32(end - this.#lengthAt - LENGTH_BYTES);
    writer.position = end;
    this.#writtenCertificate = this.#appCertificate;
  }

  /** Where the next record begins; `rewind` to there takes back a record that was not ended. */
  get position() {
    return this.#writer.position;
  }

  rewind(position) {
    const writer = this.#writer;
    writer.buffer.fill(0, position, writer.position);
    writer.position = position;
    // That of the record taken back, if it had ended.
    this.#writtenCertificate = NONE;
  }

  /** Erases the records, since they hold certificates. */
  erase() {
    this.#writer.view().fill(0);
  }
}

module.exports = { Records };
