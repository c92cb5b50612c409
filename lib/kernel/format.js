'use strict';

/** The version a Token007 begins with; base64 follows. */
const TOKEN007_PREFIX = '007';

/** The most bytes that a token's content may inflate to, a guard against compression bombs. */
const CONTENT_LIMIT = 1024 * 1024;

/**
 * The longest content that the addon compresses to the bytes of Node's zlib. It compresses longer
 * ones too, but to other bytes.
 */
const ADDON_CONTENT_LIMIT = 16383;

/** Bytes of a signature, and of the field in front of the signing info that holds it. */
const SIGNATURE_LENGTH = 32;
const SIGNATURE_FIELD_LENGTH = 2 + SIGNATURE_LENGTH;

module.exports = { TOKEN007_PREFIX, CONTENT_LIMIT, ADDON_CONTENT_LIMIT, SIGNATURE_FIELD_LENGTH };
