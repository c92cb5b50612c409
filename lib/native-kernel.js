'use strict';

const { TOKEN007_PREFIX } = require('./token007');

/** Bytes that hold nearly every content. */
const SCRATCH_LENGTH = 4096;

/**
 * The kernel over the addon.
 *
 * @param {typeof import('../binding')} addon
 * @returns {import('./kernel').Kernel}
 */
function createNativeKernel(addon) {
  const { seal, encode, inflate, deflate, md5 } = addon;
  const scratch = Buffer.allocUnsafeSlow(SCRATCH_LENGTH);

  function open(token) {
    const length = addon.open(token, scratch);
    if (length >= 0 && length <= SCRATCH_LENGTH) return scratch.subarray(0, length);
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
