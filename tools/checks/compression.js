'use strict';

const { TokenError } = require('../token-error');
const { quoteOrKind } = require('./quote');

const COMPRESSIONS = ['zlib', 'fixed'];

/** Whether the fixed Huffman codes are asked for; throws a TokenError for an unknown compression. */
function isFixedCompression(compression = 'zlib') {
  if (!COMPRESSIONS.includes(compression)) {
    const found = quoteOrKind(compression);
    throw new TokenError('ERR_OPTION', `compression must be 'zlib' or 'fixed'; found ${found}.`);
  }
  return compression === 'fixed';
}

module.exports = { isFixedCompression };
