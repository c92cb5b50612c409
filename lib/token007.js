'use strict';

/** The version a Token007 begins with; base64 follows. */
const TOKEN007_PREFIX = '007';

/** The most bytes that a token's content may inflate to, a guard against compression bombs. */
const CONTENT_LIMIT = 1024 * 1024;

module.exports = { TOKEN007_PREFIX, CONTENT_LIMIT };
