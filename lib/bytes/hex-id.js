'use strict';

const { Buffer } = globalThis;
const { toString: toText } = Buffer.prototype;

const HEX_ID = /^[0-9a-fA-F]{32}$/;
const ID_LENGTH = 32;

/** 1 at the codes of the hex digits. */
const HEX_DIGITS = new Uint8Array(256);
for (const digit of '0123456789abcdefABCDEF') HEX_DIGITS[digit.charCodeAt(0)] = 1;

/** Whether the text of a value is an App ID or App Certificate: 32 hex digits, and nothing more. */
function isHexId(value) {
  if (value === null || value === undefined) return false;
  if (isPlainBuffer(value)) return isHexIdBytes(value);
  return HEX_ID.test(value.toString());
}

/** The same of a text, without conversions: whether a value is a string of 32 hex digits. */
function isHexText(value) {
  return typeof value === 'string' && HEX_ID.test(value);
}

/** Whether a value is a Buffer whose text nobody has redefined; asks nothing that a proxy would see. */
function isPlainBuffer(value) {
  return ArrayBuffer.isView(value) && Buffer.isBuffer(value) && value.toString === toText;
}

/** The same of the UTF-8 of a text, without the text. */
function isHexIdBytes(bytes) {
  if (bytes.length !== ID_LENGTH) return false;
  let isHex = 1;
  for (let i = 0; i < ID_LENGTH; i++) isHex &= HEX_DIGITS[bytes[i]];
  return isHex === 1;
}

module.exports = { isHexId, isHexText };
