'use strict';

const { now: systemNow } = require('../../lib/clock');
const { TokenError } = require('../token-error');
const { kindOf } = require('./quote');

const LATEST = 0xffffffff;

/**
 * Seconds since the epoch.
 *
 * @param {undefined | number | Date | (() => number | Date)} now - the system's clock by default
 * @throws {TokenError} `ERR_CLOCK`
 */
function toSeconds(now = systemNow) {
  const moment = typeof now === 'function' ? now() : now;
  const seconds = isDate(moment) ? moment.getTime() / 1000 : moment;
  if (typeof seconds !== 'number' || Number.isNaN(seconds)) {
    const found = isDate(moment) ? 'an invalid Date' : kindOf(moment);
    throw new TokenError('ERR_CLOCK', `now must be a Date or seconds since 1970; found ${found}.`);
  }
  if (seconds < 0 || seconds > LATEST) {
    const hint = seconds > LATEST ? ' Are these milliseconds? Pass a Date instead.' : '';
    throw new TokenError(
      'ERR_CLOCK',
      `now must be from 0 to ${LATEST} seconds since 1970; found ${seconds}.${hint}`,
    );
  }
  return seconds;
}

/** Also a Date of another realm, or one from before a test replaced the class. */
function isDate(value) {
  return Object.prototype.toString.call(value) === '[object Date]';
}

module.exports = { toSeconds };
