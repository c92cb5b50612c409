'use strict';

/** For how many seconds Agora takes a token after it was issued, whatever lifetime is in it. */
const MOST_LIFETIME = 24 * 3600;

module.exports = { MOST_LIFETIME };
