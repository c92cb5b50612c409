'use strict';

const { Buffer } = require('../bytes/buffer');
const { assertEnoughStack } = require('./enough-stack');
const node = require('./node-modules');

/** Room for what zlib makes of any content up to `MOST_BYTES`. */
const OUTPUT_LENGTH = 32 * 1024;
const MOST_BYTES = 16 * 1024;

/** More bytes than zlib looks beyond the end of a content. */
const BEYOND = 8;

const SINK_LENGTH = 1024;

/**
 * `zlib.deflateSync` over one stream that is reset after each content. Node.js makes a new one for
 * every call, whose memory of a quarter of a mebibyte takes longer to prepare than a token to compress.
 *
 * The stream is driven through the handle that Node.js drives it through itself. Where that is not
 * as expected, where its bytes are not those of `deflateSync`, or where somebody has put a function of
 * their own in the place of that, `deflateSync` is called.
 */
class Deflater {
  #handle = null;
  #state;
  #deflateSync;
  #output = Buffer.allocUnsafeSlow(OUTPUT_LENGTH);
  #zeros = Buffer.alloc(MOST_BYTES + BEYOND);

  /** Where the streams of zeros go. */
  #sink = Buffer.allocUnsafeSlow(SINK_LENGTH);

  constructor() {
    const { zlib } = node;
    this.#deflateSync = zlib.deflateSync;
    if (!isOfNode(zlib.deflateSync)) return;
    assertEnoughStack();
    try {
      const stream = zlib.createDeflate();
      this.#handle = stream._handle;
      this.#state = stream._writeState;
      // Repeats, literals, and every kind of byte.
      const sample = Buffer.from([...Array(256).keys(), ...Buffer.from('token token token')]);
      const isRight = (content) => this.#run(content).equals(zlib.deflateSync(content));
      // The shorter one again, as it sees what the longer one leaves behind.
      if (![sample, sample.subarray(0, sample.length - 3)].every(isRight)) this.#handle = null;
    } catch {
      this.#handle = null;
    }
  }

  /** The zlib stream of a content; what is returned serves the next content too. */
  deflate(content) {
    const { zlib } = node;
    const isOpen = this.#handle !== null && zlib.deflateSync === this.#deflateSync;
    if (isOpen && content.length <= MOST_BYTES) return this.#run(content);
    assertEnoughStack();
    return zlib.deflateSync(content);
  }

  #run(content) {
    const output = this.#output;
    const { Z_FINISH, Z_NO_FLUSH } = node.zlib.constants;
    const { length } = content;
    this.#handle.writeSync(Z_FINISH, content, 0, length, output, 0, OUTPUT_LENGTH);
    const [unused, unread] = this.#state;
    this.#handle.reset();
    if (unread !== 0 || unused === 0) throw new Error('zlib left something undone');
    // zlib looks a few bytes beyond the end of a content, where a new stream has zeros. So the window
    // is written over; nothing of the content stays behind either.
    this.#handle.writeSync(Z_NO_FLUSH, this.#zeros, 0, length + BEYOND, this.#sink, 0, SINK_LENGTH);
    this.#handle.reset();
    return output.subarray(0, OUTPUT_LENGTH - unused);
  }
}

/** Whether a function is the one of Node.js, by what it calls, and no test's in its place. */
function isOfNode(deflateSync) {
  return /\bzlibBufferSync\b/.test(Function.prototype.toString.call(deflateSync));
}

module.exports = { Deflater };
