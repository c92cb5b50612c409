'use strict';

const { Buffer } = require('../bytes/buffer');
const { ByteBuf } = require('../bytes/byte-buf');
const { isHexId } = require('../bytes/hex-id');
const { ReadByteBuf } = require('../bytes/read-byte-buf');
const { Spare } = require('../bytes/spare');
const { assertEnoughStack } = require('./enough-stack');
const { CONTENT_LIMIT, TOKEN007_PREFIX } = require('./format');
const { areEqual, hmacSha256 } = require('./hash');
const node = require('./node-modules');

/** Making a stream that stays takes as long as some tokens, so a process that builds a few has none. */
const TOKENS_BEFORE_STREAM = 16;
let tokens = 0;
const deflaters = new Spare(() => new (require('./deflater').Deflater)());

/** For the content of a token: its signature with its length, and what it covers. */
const contents = new Spare(() => new ByteBuf());

/**
 * The kernel in JavaScript, for platforms without the addon: the same results as the addon's
 * wherever `node:zlib` is Node's own.
 *
 * @type {import('./kernel').Kernel}
 */
const kernel = {
  name: 'javascript',

  /** Loaded when the first token of version 006 is built. */
  get accessToken() {
    const { accessToken } = require('./javascript-006');
    Object.defineProperty(kernel, 'accessToken', { value: accessToken });
    return accessToken;
  },

  seal(appCertificate, bytes, length, isFixed) {
    if (!isHexId(appCertificate)) return '';
    // Copied, as what stands in the place of Node's crypto may come back and build another token.
    const signingInfo = Buffer.from(bytes.subarray(0, length));
    // The App ID comes first, then the second of issue, the lifetime and the salt.
    const afterAppId = 2 + signingInfo.readUInt16LE(0);
    const issueTs = signingInfo.subarray(afterAppId, afterAppId + 4);
    const salt = signingInfo.subarray(afterAppId + 8, afterAppId + 12);
    const key = hmacSha256(salt, hmacSha256(issueTs, appCertificate));
    return encode(hmacSha256(key, signingInfo), signingInfo, isFixed);
  },

  sealBatch(records, isFixed) {
    const results = new ByteBuf();
    const reader = new ReadByteBuf(records);
    let appCertificate = '';
    while (reader.position < records.length) {
      const given = reader.getString();
      if (given.length > 0) appCertificate = given.toString();
      const length = reader.getUint32();
      const start = reader.position;
      reader.position += length;
      reader.assertWithin();
      const signingInfo = records.subarray(start, reader.position);
      const token = kernel.seal(appCertificate, signingInfo, length, isFixed);
      results.putUint32(token.length).putRaw(Buffer.from(token));
    }
    return results.pack();
  },

  async sealBatchAsync(records, isFixed) {
    // Copied, as the caller erases them.
    const own = Buffer.from(records);
    try {
      await node.timers.setImmediate();
      return kernel.sealBatch(own, isFixed);
    } finally {
      own.fill(0);
    }
  },

  threadCount() {
    return 1;
  },

  encode(signature, signingInfo) {
    return encode(signature, signingInfo, false);
  },

  open(token, use, argument) {
    const compressed = Buffer.from(token.substring(TOKEN007_PREFIX.length), 'base64');
    let inflated;
    assertEnoughStack();
    try {
      inflated = node.zlib.inflateSync(compressed, { maxOutputLength: CONTENT_LIMIT });
    } catch {
      return null;
    }
    return use(inflated, argument);
  },

  verify(appCertificate, issueTs, salt, signingInfo, signature) {
    if (!isHexId(appCertificate)) return false;
    const key = hmacSha256(uint32(salt), hmacSha256(uint32(issueTs), appCertificate));
    return areEqual(signature, hmacSha256(key, signingInfo));
  },

  md5(bytes) {
    return node.crypto.createHash('md5').update(bytes).digest('hex');
  },
};

function encode(signature, signingInfo, isFixed) {
  const content = contents.take();
  content.position = 0;
  content.putBytes(signature).putRaw(signingInfo);
  const token = TOKEN007_PREFIX + compress(content.view(), isFixed);
  contents.giveBack(content);
  return token;
}

/** The zlib stream of a content, in base64. */
function compress(content, isFixed) {
  if (isFixed) {
    assertEnoughStack();
    const strategy = node.zlib.constants.Z_FIXED;
    return node.zlib.deflateSync(content, { strategy }).toString('base64');
  }
  if (tokens < TOKENS_BEFORE_STREAM) {
    assertEnoughStack();
    tokens += 1;
    return node.zlib.deflateSync(content).toString('base64');
  }
  // What fails is not given back: its stream may have stopped halfway.
  const deflater = deflaters.take();
  const compressed = deflater.deflate(content).toString('base64');
  deflaters.giveBack(deflater);
  return compressed;
}

function uint32(value) {
  return new ByteBuf(Buffer.alloc(4)).putUint32(value).buffer;
}

module.exports = kernel;
