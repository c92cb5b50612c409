'use strict';

const { addon } = require('../kernel/backend');
const { ByteBuf } = require('../bytes/byte-buf');
const plain = require('../bytes/plain');
const untouched = require('./untouched');

/**
 * The shortcut of the builders: one call into the addon instead of a token object, its services and
 * their packing. It is taken when nobody can tell the difference, that is when every argument is
 * plain and nothing that the long way looks up has been patched.
 */

// The roles that the addon knows; the public `Role` may have been changed by its user.
const PUBLISHER = 1;
const SUBSCRIBER = 2;

/** Whether the addon is loaded and the token class untouched. */
function isOpen() {
  return addon !== null && untouched.isTokenUntouched();
}

/**
 * Throws the RangeError of a clock or a salt that no token can hold. The addon returns `null` for
 * these, so that the error is made here, in the caller's realm.
 */
function refuse(issueTs, salt) {
  new ByteBuf().putUint32(issueTs).putUint32(salt);
}

module.exports = { addon, PUBLISHER, SUBSCRIBER, isOpen, refuse, ...plain, ...untouched };
