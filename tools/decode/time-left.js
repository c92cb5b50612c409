'use strict';

const UNITS = [
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** A duration in words, in the two largest of its units: `1 hour 59 minutes`. */
function inWords(seconds) {
  let left = Math.floor(seconds);
  const largest = UNITS.findIndex(([, size]) => left >= size);
  if (largest === -1) return '0 seconds';
  return UNITS.slice(largest, largest + 2)
    .map(([unit, size]) => {
      const count = Math.floor(left / size);
      left %= size;
      return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
    })
    .filter((text) => text !== '')
    .join(' ');
}

/**
 * How far away the end of a token or of a privilege is, in words: `in 10 minutes`, or
 * `expired 2 days ago`.
 *
 * @param {number} expireTs - the end, in seconds since 1970
 * @param {number} now - the same, for the present
 */
function timeLeft(expireTs, now) {
  if (now < expireTs) return `in ${inWords(Math.ceil(expireTs - now))}`;
  return `expired ${inWords(now - expireTs)} ago`;
}

module.exports = { inWords, timeLeft };
