'use strict';

const { TOKEN007_PREFIX } = require('./token007');

/**
 * The kernel over the addon.
 *
 * @param {typeof import('../binding')} addon
 * @returns {import('./kernel').Kernel}
 */
function createNativeKernel(addon) {
  const { seal, encode, open, inflate, deflate, verify, md5 } = addon;
  return {
    name: 'native',
    seal,
    encode,
    // The addon reads only the standard's base64; Node's reader takes junk and other alphabets.
    open: (token) =>
      open(token) ?? inflate(Buffer.from(token.substring(TOKEN007_PREFIX.length), 'base64')),
    inflate,
    deflate,
    verify,
    md5,
  };
}

module.exports = { createNativeKernel };
