'use strict';

const { MOST_UINT32: MOST_SECONDS } = require('../../lib/bytes/plain');
const { TokenError } = require('../token-error');
const { MOST_LIFETIME } = require('./most-lifetime');
const { quoteOrKind } = require('./quote');

const ONE_DAY = 24 * 3600;
const ONE_YEAR = 365 * ONE_DAY;

/** A number this large is no duration, 31 years, but a point in time: 2001 or later. */
const EARLIEST_TIMESTAMP = 1e9;
const ONE_MINUTE_IN_MS = 60 * 1000;

const PLAIN_NUMBER = /^[+-]?\d*\.?\d+$/;

/**
 * Whole seconds of a duration.
 *
 * @param {string} name - the option, for messages
 * @param {number | string} value - seconds, or text such as `'10m'`; digits alone are seconds too
 * @param {{ report: Function, warn: Function, capDurations: boolean }} hints - what to do with a
 *   value that the formats take, but that cannot be meant, and whether 24 hours are the most
 * @throws {TokenError} `ERR_DURATION`
 */
function toDuration(name, value, { report, warn, capDurations }) {
  const isCount =
    typeof value === 'number' || (typeof value === 'string' && PLAIN_NUMBER.test(value));
  const seconds = isCount ? Number(value) : parseUnits(name, value);
  checkRange(name, seconds);

  if (isCount && seconds >= EARLIEST_TIMESTAMP) {
    report('ERR_DURATION', `${name} is ${describeTimestamp(seconds)}`);
  } else if (isCount && looksLikeMilliseconds(seconds)) {
    report(
      'ERR_DURATION',
      `${name} is ${seconds}, which looks like milliseconds: as seconds it is ` +
        `${Math.floor(seconds / ONE_DAY)} days, as milliseconds ${seconds / ONE_MINUTE_IN_MS} ` +
        `minutes. Pass seconds from now.`,
    );
  }
  if (seconds > MOST_LIFETIME) {
    if (capDurations) return MOST_LIFETIME;
    warn(
      'WARN_LONG_DURATION',
      `${name} is ${seconds} seconds; Agora takes a token for 24 hours (${MOST_LIFETIME} seconds) at most.`,
    );
  }
  return seconds;
}

/** Loaded at the first text with a unit: those who pass numbers do not need it. */
function parseUnits(name, value) {
  const isText = typeof value === 'string' && value !== '' && value.length <= 100;
  const milliseconds = isText ? require('ms')(value.trim() || '?') : undefined;
  if (milliseconds === undefined) {
    const found = quoteOrKind(value);
    throw new TokenError(
      'ERR_DURATION',
      `${name} must be seconds from now or a text such as '10m', '2h' or '1d'; found ${found}.`,
    );
  }
  return milliseconds / 1000;
}

function checkRange(name, seconds) {
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MOST_SECONDS) return;
  const found =
    seconds > MOST_SECONDS ? `${name} is ${describeTimestamp(seconds)}` : `Found ${seconds}.`;
  throw new TokenError(
    'ERR_DURATION',
    `${name} must be whole seconds from now, 1 to ${MOST_SECONDS}. ${found}`,
  );
}

/** What point in time a number is, if it is one. */
function describeTimestamp(number) {
  const inMilliseconds = number > MOST_SECONDS;
  const date = new Date(inMilliseconds ? number : number * 1000);
  if (Number.isNaN(date.getTime())) return `${number}.`;
  const unit = inMilliseconds ? 'milliseconds' : 'seconds';
  return (
    `${number}, which looks like a point in time (${date.toISOString()}, in ${unit} since 1970). ` +
    'Pass a duration: seconds from now.'
  );
}

/** Whole minutes in milliseconds, up to a day; whole days in seconds are left alone. */
function looksLikeMilliseconds(number) {
  return (
    number > ONE_DAY &&
    number <= ONE_DAY * 1000 &&
    number % ONE_MINUTE_IN_MS === 0 &&
    (number % ONE_DAY !== 0 || number > ONE_YEAR)
  );
}

module.exports = { toDuration };
