'use strict';

const node = require('./node-modules');

/** HMAC-SHA256 under a key of text or bytes. */
function hmacSha256(key, message) {
  return node.crypto.createHmac('sha256', key).update(message).digest();
}

/** HMAC-SHA1 as 40 upper-case hex digits, which is how version 005 is signed. */
function hmacSha1Hex(key, message) {
  return node.crypto.createHmac('sha1', key).update(message).digest('hex').toUpperCase();
}

/** Whether two sequences of bytes are the same; takes as long wherever they differ. */
function areEqual(left, right) {
  return left.length === right.length && node.crypto.timingSafeEqual(left, right);
}

module.exports = { hmacSha256, hmacSha1Hex, areEqual };
