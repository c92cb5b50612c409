'use strict';

const { kernel } = require('./backend');

/**
 * MD5 of a value as 32 lower-case hex digits, with the coercions of the `md5` package (version 2)
 * that the original uses: a string is hashed as UTF-8, bytes as they are, and the *text* of any
 * other value character by character, each taken as a number (so `0` is hashed as one zero byte).
 */
function md5(message) {
  if (message === undefined || message === null) throw new Error(`Illegal argument ${message}`);

  // biome-ignore lint/suspicious/noDoubleEquals: the package compares loosely.
  if (message.constructor == String) return kernel.md5(utf8(message));
  if (isBuffer(message)) return kernel.md5(toBytes(Array.prototype.slice.call(message, 0)));
  if (!Array.isArray(message) && message.constructor !== Uint8Array) message = message.toString();
  return kernel.md5(toBytes(message));
}

/** UTF-8 bytes of a string; a lone surrogate throws a URIError, as in the package. */
function utf8(value) {
  const text = String(value);
  encodeURIComponent(text);
  return Buffer.from(text);
}

/**
 * Bytes of an array-like of numbers. The package shifts each element into a big-endian 32-bit word
 * without masking it, so an element above 255 or below 0 spills into the bytes before it.
 */
function toBytes(elements) {
  const words = [];
  for (let i = 0; i < elements.length; i++) {
    words[i >>> 2] |= elements[i] << (24 - (i % 4) * 8);
  }
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, i) => {
    bytes.writeInt32BE(word, i * 4);
  });
  return bytes.subarray(0, elements.length);
}

/** Whether the `is-buffer` package, which `md5` asks, takes a value for a Buffer. */
function isBuffer(value) {
  return hasBufferConstructor(value) || isSlowBuffer(value) || !!value._isBuffer;
}

function hasBufferConstructor(value) {
  return (
    !!value.constructor &&
    typeof value.constructor.isBuffer === 'function' &&
    value.constructor.isBuffer(value)
  );
}

function isSlowBuffer(value) {
  return (
    typeof value.readFloatLE === 'function' &&
    typeof value.slice === 'function' &&
    hasBufferConstructor(value.slice(0, 0))
  );
}

module.exports = { md5 };
