'use strict';

/** A moment as `Date`. Takes whole seconds since the epoch, up to two u32 added. */
function toDate(seconds) {
  return new Date(seconds * 1000);
}

/**
 * A privilege as plain data.
 *
 * @param {number} id - its number in the token
 * @param {string | null} name
 * @param {object} given - its expiry as the token holds it, under the name that says what it counts
 * @param {number} ownTs - when it ends by itself, in seconds since the epoch
 * @param {number} tokenTs - when the token ends; no privilege lasts longer
 */
function toPrivilege(id, name, given, ownTs, tokenTs) {
  const expireTs = Math.min(ownTs, tokenTs);
  return { id, name, ...given, expiresAt: toDate(expireTs), expireTs };
}

module.exports = { toDate, toPrivilege };
