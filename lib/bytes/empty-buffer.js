'use strict';

// Read once, as the global is an accessor.
const { Buffer } = globalThis;

const NO_MEMORY = new ArrayBuffer(0);

/** An empty Buffer of its own. The engine takes four times as long for `Buffer.alloc(0)`. */
function emptyBuffer() {
  return Buffer.from(NO_MEMORY);
}

module.exports = { emptyBuffer };
