'use strict';

const GROUP = 1000;

/** The groups of three digits, each made when it is first needed. */
const groups = new Array(GROUP);

/**
 * `${uid}`, put together from groups of digits where a number is long. The engine would print it at
 * twice the time, and keep the texts of thousands of numbers, which each garbage collection moves.
 */
function printUid(uid) {
  if (typeof uid !== 'number' || uid < GROUP || uid >>> 0 !== uid) return `${uid}`;

  const thousands = Math.floor(uid / GROUP);
  return printUid(thousands) + printGroup(uid - thousands * GROUP);
}

function printGroup(number) {
  groups[number] ??= `${number}`.padStart(3, '0');
  return groups[number];
}

/** The text of a uid in a token: none for 0, which stands for any user. */
function uidText(uid) {
  return uid === 0 ? '' : printUid(uid);
}

module.exports = { printUid, uidText };
