'use strict';

const javascript = require('./javascript');
const { ADDON_CONTENT_LIMIT, TOKEN007_PREFIX } = require('./format');

// Read once, as the global is an accessor.
const { Buffer } = globalThis;

/** Bytes that hold nearly every content. */
const SCRATCH_LENGTH = 4096;

/** The signature with its length, in front of the signing info. */
const SIGNATURE_FIELD_LENGTH = 34;

/**
 * The kernel over the addon.
 *
 * @param {typeof import('../../binding')} addon
 * @returns {import('./kernel').Kernel}
 */
function createNativeKernel(addon) {
  const { inflate, md5 } = addon;
  const scratch = Buffer.allocUnsafeSlow(SCRATCH_LENGTH);

  /** Views of the start of `scratch` by their length. */
  const views = [];

  /** The kernel for a content of some length: Node's zlib gives Node's bytes whatever the length. */
  const kernelFor = (length) => (length <= ADDON_CONTENT_LIMIT ? addon : javascript);

  function seal(appCertificate, issueTs, salt, signingInfo, isFixed) {
    const kernel = kernelFor(SIGNATURE_FIELD_LENGTH + signingInfo.length);
    return kernel.seal(appCertificate, issueTs, salt, signingInfo, isFixed);
  }

  function encode(signature, signingInfo) {
    const kernel = kernelFor(SIGNATURE_FIELD_LENGTH + signingInfo.length);
    return kernel.encode(signature, signingInfo);
  }

  function deflate(content) {
    return kernelFor(content.length).deflate(content);
  }

  function open(token) {
    const length = addon.open(token, scratch);
    if (length >= 0 && length <= SCRATCH_LENGTH) {
      views[length] ??= scratch.subarray(0, length);
      return views[length];
    }
    // The addon reads only the standard's base64; Node's reader takes junk and other alphabets.
    return inflate(Buffer.from(token.substring(TOKEN007_PREFIX.length), 'base64'));
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
    scratch.set(signature);
    scratch.set(signingInfo, signature.length);
    return addon.verify(appCertificate, issueTs, salt, scratch, signature.length, length);
  }

  return { name: 'native', seal, encode, open, inflate, deflate, verify, md5 };
}

module.exports = { createNativeKernel };
