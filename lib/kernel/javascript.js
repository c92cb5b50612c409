'use strict';

const node = require('./node-modules');
const { ReadByteBuf } = require('../bytes/read-byte-buf');
const { isHexId } = require('../bytes/hex-id');
const { CONTENT_LIMIT, TOKEN007_PREFIX } = require('./format');
const { areEqual, hmacSha256 } = require('./hash');

/**
 * The kernel in JavaScript, for platforms without the addon: the same results as the addon's
 * wherever `node:zlib` is Node's own.
 *
 * @type {import('./kernel').Kernel}
 */
const kernel = {
  name: 'javascript',

  seal(appCertificate, bytes, length, isFixed) {
    if (!isHexId(appCertificate)) return '';
    const signingInfo = bytes.subarray(0, length);
    const { issueTs, salt } = readHead(signingInfo);
    const signature = hmacSha256(signingKey(appCertificate, issueTs, salt), signingInfo);
    const options = isFixed ? { strategy: node.zlib.constants.Z_FIXED } : undefined;
    return toToken(node.zlib.deflateSync(contentOf(signature, signingInfo), options));
  },

  sealBatch(records, isFixed) {
    const results = [];
    const reader = new ReadByteBuf(records);
    let appCertificate = '';
    while (reader.position < records.length) {
      const given = reader.getString();
      if (given.length > 0) appCertificate = given.toString();
      const length = reader.getUint32();
      const start = reader.position;
      reader.position += length;
      const signingInfo = records.subarray(start, reader.position);
      const token = Buffer.from(kernel.seal(appCertificate, signingInfo, length, isFixed));
      const head = Buffer.alloc(4);
      head.writeUInt32LE(token.length);
      results.push(head, token);
    }
    return Buffer.concat(results);
  },

  async sealBatchAsync(records, isFixed) {
    // Copied, as the caller erases them.
    const own = Buffer.from(records);
    await node.timers.setImmediate();
    const results = kernel.sealBatch(own, isFixed);
    own.fill(0);
    return results;
  },

  threadCount() {
    return 1;
  },

  encode(signature, signingInfo) {
    return toToken(node.zlib.deflateSync(contentOf(signature, signingInfo)));
  },

  open(token, use, argument) {
    const compressed = Buffer.from(token.substring(TOKEN007_PREFIX.length), 'base64');
    let content;
    try {
      content = node.zlib.inflateSync(compressed, { maxOutputLength: CONTENT_LIMIT });
    } catch {
      return null;
    }
    return use(content, argument);
  },

  verify(appCertificate, issueTs, salt, signingInfo, signature) {
    if (!isHexId(appCertificate)) return false;
    return areEqual(signature, hmacSha256(signingKey(appCertificate, issueTs, salt), signingInfo));
  },

  md5(bytes) {
    return node.crypto.createHash('md5').update(bytes).digest('hex');
  },
};

/** What of the signing info the key depends on. */
function readHead(signingInfo) {
  const afterAppId = 2 + signingInfo.readUInt16LE(0);
  return {
    issueTs: signingInfo.readUInt32LE(afterAppId),
    salt: signingInfo.readUInt32LE(afterAppId + 8),
  };
}

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

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

module.exports = kernel;
