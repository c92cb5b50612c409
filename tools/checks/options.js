'use strict';

const { TokenError } = require('../token-error');
const { kindOf, quote } = require('./quote');

/**
 * Checks that `options` is an object with no other keys than the known ones: a misspelt option
 * would otherwise be silently without effect.
 *
 * @throws {TokenError} `ERR_OPTION`
 */
function checkOptions(subject, options, known) {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TokenError('ERR_OPTION', `${subject} takes an object; found ${kindOf(options)}.`);
  }
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const its = known.length === 0 ? 'It takes none' : `Its options: ${known.join(', ')}`;
    throw new TokenError('ERR_OPTION', `${subject} has no option ${quote(key)}. ${its}.`);
  }
}

/** @throws {TokenError} `ERR_OPTION` */
function checkString(subject, value) {
  if (value === undefined || typeof value === 'string') return;
  throw new TokenError('ERR_OPTION', `${subject} must be a string; found ${kindOf(value)}.`);
}

module.exports = { checkOptions, checkString };
