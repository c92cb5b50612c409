'use strict';

/**
 * Seconds since the epoch, with their fraction.
 *
 * Reads the global `Date` anew at each call, so that a test's fake clock moves the tokens.
 */
function now() {
  return new Date().getTime() / 1000;
}

/** A random salt from 1 to 99 999 999, one draw of the global `Math.random` a call. */
function drawSalt() {
  return Math.floor(Math.random() * 99999999) + 1;
}

module.exports = { now, drawSalt };
