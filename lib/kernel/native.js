'use strict';

const { Spare } = require('../bytes/spare');
const { ADDON_CONTENT_LIMIT, SIGNATURE_FIELD_LENGTH, TOKEN007_PREFIX } = require('./format');

// Read once, as the global is an accessor.
const { Buffer } = globalThis;

/** Bytes that hold nearly every content. */
const SCRATCH_LENGTH = 4096;

/** The longest signing info whose content the addon compresses as Node.js does. */
const MOST_SIGNING_INFO = ADDON_CONTENT_LIMIT - SIGNATURE_FIELD_LENGTH;

/** A Buffer that a content is written to, and its views by their length. */
class Scratch {
  bytes = Buffer.allocUnsafeSlow(SCRATCH_LENGTH);
  #views = [];

  start(length) {
    this.#views[length] ??= this.bytes.subarray(0, length);
    return this.#views[length];
  }
}

/**
 * The kernel over the addon.
 *
 * @param {typeof import('../../binding')} addon
 * @returns {import('./kernel').Kernel}
 */
function createNativeKernel(addon) {
  const { inflate, md5, sealBatch, sealBatchAsync, threadCount } = addon;
  const scratches = new Spare(() => new Scratch());

  /** The kernel for long contents: Node's zlib gives Node's bytes whatever the length. */
  const javascript = () => require('./javascript');

  function seal(appCertificate, bytes, length, isFixed) {
    const kernel = length <= MOST_SIGNING_INFO ? addon : javascript();
    return kernel.seal(appCertificate, bytes, length, isFixed);
  }

  function encode(signature, signingInfo) {
    const length = 2 + signature.length + signingInfo.length;
    const kernel = length <= ADDON_CONTENT_LIMIT ? addon : javascript();
    return kernel.encode(signature, signingInfo);
  }

  function open(token, use, argument) {
    const scratch = scratches.take();
    const length = addon.open(token, scratch.bytes);
    if (length < 0 || length > SCRATCH_LENGTH) {
      scratches.giveBack(scratch);
      return openLeniently(token, use, argument);
    }
    const result = use(scratch.start(length), argument);
    scratches.giveBack(scratch);
    return result;
  }

  /** The addon reads only the standard's base64; Node's reader takes junk and other alphabets. */
  function openLeniently(token, use, argument) {
    const encoded = token.substring(TOKEN007_PREFIX.length);
    const content = inflate(Buffer.from(encoded, 'base64'));
    return content === null ? null : use(content, argument);
  }

  /**
   * Small fresh Buffers live on the engine's heap, and the addon's access would move each out of it
   * at the price of an allocation. So they are copied to a Buffer that stays.
   */
  function verify(appCertificate, issueTs, salt, signingInfo, signature) {
    const length = signature.length + signingInfo.length;
    if (length > SCRATCH_LENGTH) {
      const content = Buffer.concat([signature, signingInfo]);
      return addon.verify(appCertificate, issueTs, salt, content, signature.length, length);
    }
    const scratch = scratches.take();
    const { bytes } = scratch;
    bytes.set(signature);
    bytes.set(signingInfo, signature.length);
    const isSigned = addon.verify(appCertificate, issueTs, salt, bytes, signature.length, length);
    scratches.giveBack(scratch);
    return isSigned;
  }

  return {
    name: 'native',
    accessToken: addon.AccessToken,
    seal,
    sealBatch,
    sealBatchAsync,
    threadCount,
    encode,
    open,
    verify,
    md5,
  };
}

module.exports = { createNativeKernel };
