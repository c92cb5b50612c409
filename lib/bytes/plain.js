'use strict';

/**
 * Which values the token formats take as they are, without a coercion that user code could see and
 * without a range error.
 */

/**
 * The most UTF-16 units of a plain text: four times what any service allows, and few enough that a
 * token of plain texts stays within what the addon compresses by itself (see kernel/format.js).
 */
const TEXT_LIMIT = 1024;

/** Whether a value is a string of ordinary length. */
function isText(value) {
  return typeof value === 'string' && value.length <= TEXT_LIMIT;
}

/** Whether a value is a whole number that fits a u16 field. */
function isUint16(value) {
  return typeof value === 'number' && (value & 0xffff) === value;
}

/** Whether a value is a whole number that fits a u32 field. */
function isUint32(value) {
  return typeof value === 'number' && value >>> 0 === value;
}

/** Whether a value is a user id: a text, or a number that fits a u32. */
function isUid(value) {
  return isUint32(value) || isText(value);
}

/** Whether a value is an aPaaS role: an i16 that the service takes as it is; 0 would become -1. */
function isApaasRole(value) {
  return typeof value === 'number' && (value << 16) >> 16 === value && value !== 0;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text has UTF-8; the MD5 of another throws. */
function isWellFormed(text) {
  return !LONE_SURROGATE.test(text);
}

/** Whether comparing a value with a role, or printing it, runs no user code. */
function isPrimitive(value) {
  return (typeof value !== 'object' && typeof value !== 'function') || value === null;
}

module.exports = { isText, isUint16, isUint32, isUid, isApaasRole, isWellFormed, isPrimitive };
