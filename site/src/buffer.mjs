// In the place of the free name Buffer, which browsers do not have.

import { Buffer } from 'buffer';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const packaged = Buffer.prototype.toString;

/** Malformed UTF-8 is read as Node.js and browsers read it, which is not how the package does. */
Buffer.prototype.toString = function (encoding = 'utf8', ...range) {
  const isWholeText = encoding === 'utf8' && range.length === 0;
  return isWholeText ? decoder.decode(this) : packaged.call(this, encoding, ...range);
};

export { Buffer };
