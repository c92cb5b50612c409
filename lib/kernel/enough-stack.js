'use strict';

/** As many arguments as take more of the stack than Node's zlib needs to make a stream: 8 KiB. */
const ARGUMENTS = new Array(1024).fill(0);

function takeAny() {}

/**
 * Throws a RangeError where the stack is about to end. If it ended while Node's zlib makes a stream,
 * the next garbage collection would end the process (Node 20: "close before init").
 */
function assertEnoughStack() {
  takeAny.apply(null, ARGUMENTS);
}

module.exports = { assertEnoughStack };
