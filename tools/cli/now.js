'use strict';

const { toSeconds } = require('../checks/moment');
const { CommandError } = require('./exit-codes');

/** The time that expiries are compared with: that of `--now`, or the clock's. */
function readNow(text) {
  if (text === undefined) return toSeconds();
  const date = /^\d+$/.test(text) ? new Date(Number(text) * 1000) : new Date(text);
  if (Number.isNaN(date.getTime())) {
    throw new CommandError(
      '--now takes seconds since 1970 or a date such as 2030-01-31T12:00:00Z.',
    );
  }
  return toSeconds(date);
}

module.exports = { readNow };
