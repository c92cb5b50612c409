'use strict';

/**
 * The most of one token that is read, as each entry of its content becomes an object of many times
 * its size. Real tokens have a few services, a few privileges each, and some names for RTM2.
 */

/** Services of a Token007. */
const MOST_SERVICES = 100;

/** Privileges, RTM2 resources and RTM2 permissions, and the permissions of a key 005, together. */
const MOST_PAIRS = 1000;

/** Texts: names for RTM2, channels and users, together. */
const MOST_TEXTS = 10_000;

module.exports = { MOST_PAIRS, MOST_SERVICES, MOST_TEXTS };
