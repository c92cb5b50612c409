'use strict';

const node = require('./node-modules');
const { isHexId } = require('../bytes/hex-id');
const { CONTENT_LIMIT, TOKEN007_PREFIX } = require('./format');

/**
 * The kernel in JavaScript, for platforms without the addon: the same results as the addon's
 * wherever `node:zlib` is Node's own.
 *
 * @type {import('./kernel').Kernel}
 */
module.exports = {
  name: 'javascript',

  seal(appCertificate, issueTs, salt, signingInfo, isFixed) {
    const signature = hmacSha256(signingKey(appCertificate, issueTs, salt), signingInfo);
    const options = isFixed ? { strategy: node.zlib.constants.Z_FIXED } : undefined;
    return toToken(node.zlib.deflateSync(contentOf(signature, signingInfo), options));
  },

  encode(signature, signingInfo) {
    return toToken(node.zlib.deflateSync(contentOf(signature, signingInfo)));
  },

  open(token) {
    return this.inflate(Buffer.from(token.substring(TOKEN007_PREFIX.length), 'base64'));
  },

  verify(appCertificate, issueTs, salt, signingInfo, signature) {
    if (!isHexId(appCertificate)) return false;
    const expected = hmacSha256(signingKey(appCertificate, issueTs, salt), signingInfo);
    return signature.length === expected.length && node.crypto.timingSafeEqual(signature, expected);
  },

  deflate(content) {
    return node.zlib.deflateSync(content);
  },

  inflate(compressed) {
    try {
      return node.zlib.inflateSync(compressed, { maxOutputLength: CONTENT_LIMIT });
    } catch {
      return null;
    }
  },

  md5(bytes) {
    return node.crypto.createHash('md5').update(bytes).digest('hex');
  },
};

/** The content of a token: its signature with its length, and what it covers. */
function contentOf(signature, signingInfo) {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(signature.length);
  return Buffer.concat([length, signature, signingInfo]);
}

function toToken(compressed) {
  return TOKEN007_PREFIX + compressed.toString('base64');
}

function signingKey(appCertificate, issueTs, salt) {
  return hmacSha256(uint32(salt), hmacSha256(uint32(issueTs), appCertificate));
}

function hmacSha256(key, message) {
  return node.crypto.createHmac('sha256', key).update(message).digest();
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
