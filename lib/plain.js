'use strict';

/**
 * Which values the token formats take as they are, without a coercion that user code could see and
 * without a range error.
 */

/** The most UTF-16 units a text may have to be sure to fit a u16 length as UTF-8. */
const TEXT_LIMIT = 21845;

/** Whether a value is a string that fits a length-prefixed field. */
function isText(value) {
  return typeof value === 'string' && value.length <= TEXT_LIMIT;
}

/** Whether a value is a whole number that fits a u32 field. */
function isUint32(value) {
  return typeof value === 'number' && value >>> 0 === value;
}

/** Whether a value is a user id: a text, or a number that fits a u32. */
function isUid(value) {
  return isUint32(value) || isText(value);
}

module.exports = { isText, isUint32, isUid };
