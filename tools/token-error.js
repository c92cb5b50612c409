'use strict';

/**
 * Every code of ours, with what it means. `clientError` is what a client of Agora reports when it
 * uses such a token: 110 for an invalid token, 109 for an expired one. `hint` is the usual cause.
 * `status` is the HTTP status where it is not 400: what a server set wrong is not its caller's fault.
 */
const TOKEN_CODES = {
  // Reading a token.
  ERR_TOKEN_TYPE: {
    meaning: 'The token is not a string.',
    clientError: 110,
    hint: 'Often a promise that was not awaited, or a missing field of a response.',
  },
  ERR_TOKEN_EMPTY: {
    meaning: 'The token is an empty string.',
    clientError: 110,
    hint: "A builder returns '' when the App ID or the App Certificate is not 32 hexadecimal digits.",
  },
  ERR_TOKEN_VERSION: {
    meaning: 'The text does not begin with 007, 006 or 005.',
    clientError: 110,
    hint: 'Pass the token alone, without quotes, white space or a prefix.',
  },
  ERR_TOKEN_BASE64: {
    meaning: 'A character is not one of base64.',
    clientError: 110,
    hint: "A space was often a '+' that a query string decoded; encode tokens with encodeURIComponent.",
  },
  ERR_TOKEN_COMPRESSION: {
    meaning: 'The content is not a zlib stream, or is damaged.',
    clientError: 110,
    hint: 'A character was changed or lost on the way. Copy the token again from where it was built.',
  },
  ERR_TOKEN_TRUNCATED: {
    meaning: 'The token ends too early.',
    clientError: 110,
    hint: 'The end was lost: a column too short, a log that cuts lines, or an incomplete selection.',
  },
  ERR_TOKEN_TOO_LARGE: {
    meaning: 'The content exceeds 1 MiB, or holds more fields than are read.',
    clientError: 110,
    hint: 'Real tokens have a few hundred bytes. Treat this one as an attack.',
  },

  // Verifying a token.
  ERR_TOKEN_SIGNATURE: {
    meaning: 'The signature is not that of the App Certificate.',
    clientError: 110,
    hint: 'The App Certificate belongs to another project, was replaced, or has a typing error.',
  },
  ERR_TOKEN_NEEDS_CHANNEL_AND_UID: {
    meaning: 'The signature cannot be checked without the channel and the uid.',
    clientError: null,
    hint: 'Tokens 006 and 005 do not hold them, but their signature covers them. Pass both.',
  },
  ERR_TOKEN_NOT_CANONICAL: {
    meaning: 'The token 006 or 005 is not as its builder writes it.',
    clientError: null,
    hint: 'The signature of 006 has no separators: bytes may have been moved between its fields.',
  },
  ERR_TOKEN_NOT_UTF8: {
    meaning: 'A text of the token is not UTF-8.',
    clientError: null,
    hint: 'A channel or a user was passed as bytes when the token was built. Pass strings.',
  },
  ERR_TOKEN_APP_ID_FORMAT: {
    meaning: 'The App ID of the token is not 32 hexadecimal digits.',
    clientError: 110,
    hint: 'The token was signed by something other than a builder, which returns no such token.',
  },
  ERR_TOKEN_APP_ID: {
    meaning: 'The token is for another App ID.',
    clientError: 110,
    hint: 'The server and the client use different projects, often a test and a production one.',
  },
  ERR_TOKEN_NO_SERVICE: {
    meaning: 'The token grants no service that is known.',
    clientError: 110,
    hint: 'No service was added before the token was built, or the service is newer than this version.',
  },
  ERR_TOKEN_ISSUED_LATER: {
    meaning: 'The token was issued in the future.',
    clientError: null,
    hint: 'A clock is wrong: that of the server that built the token, or that of this one.',
  },
  ERR_TOKEN_LIFETIME: {
    meaning: 'An expiry of the token is beyond 2106, the end of its 32 bits.',
    clientError: null,
    hint: 'A point in time was passed as a duration. Durations are seconds from now.',
  },
  ERR_TOKEN_EXPIRED: {
    meaning: 'The token has expired.',
    clientError: 109,
    hint: 'Durations are seconds from now. Build a new token and pass it to renewToken.',
  },
  ERR_TOKEN_TOO_OLD: {
    meaning: 'The token was issued 24 hours ago or earlier.',
    clientError: 109,
    hint: 'Agora takes a token for 24 hours at most, whatever its expiry says. Build a new one.',
  },
  ERR_TOKEN_CHANNEL: {
    meaning: 'The token is not for this channel.',
    clientError: 110,
    hint: 'The client must join exactly the channel of the token; letter case counts.',
  },
  ERR_TOKEN_CHANNEL_NAME: {
    meaning: 'The channel name is empty, too long, has illegal characters or cannot be meant.',
    clientError: null,
    hint: 'Clients cannot join such a channel, and createTokenBuilder builds no token for it.',
  },
  ERR_TOKEN_UID: {
    meaning: 'The token is not for this uid.',
    clientError: 110,
    hint: 'The client must join with the uid or user account of the token. Uid 0 fits any user.',
  },
  ERR_TOKEN_USER_ID: {
    meaning: 'The token is not for this user id.',
    clientError: 110,
    hint: 'The client must log in with exactly the user id of the token.',
  },
  ERR_TOKEN_NO_ENTRY: {
    meaning: 'A service of the token lacks the privilege to enter, such as joinChannel.',
    clientError: 110,
    hint: 'The service was added without it. Other privileges are of no use before one has entered.',
  },
  ERR_TOKEN_PRIVILEGE_MISSING: {
    meaning: 'The token does not grant the privilege.',
    clientError: 110,
    hint: 'The token was built for another service or with other privileges.',
  },
  ERR_TOKEN_PRIVILEGE_EXPIRED: {
    meaning: 'The privilege has expired.',
    clientError: 109,
    hint: 'A privilege has an expiry of its own, which may be before that of the token.',
  },
  WARN_TOKEN_006: {
    meaning: 'A token 006 may also verify for another channel and uid.',
  },
  WARN_TOKEN_005: {
    meaning: 'A key 005 is signed with HMAC-SHA1, and does not hold the letter case of the App ID.',
  },
  WARN_TOKEN_UNREAD: {
    meaning: 'The token holds more than could be read.',
  },

  // Arguments.
  ERR_APP_ID: { meaning: 'The App ID is not 32 hexadecimal digits.', status: 500 },
  ERR_APP_CERTIFICATE: {
    meaning: 'The App Certificate is not 32 hexadecimal digits.',
    status: 500,
  },
  ERR_CHANNEL: { meaning: 'The channel name is empty, too long or has illegal characters.' },
  ERR_UID: { meaning: 'The uid is not a whole number from 0 to 4294967295.' },
  ERR_USER_ID: { meaning: 'The user id or user account is missing or cannot be meant.' },
  ERR_ROLE: { meaning: 'The role is unknown.' },
  ERR_DURATION: { meaning: 'The duration is not one, or not in seconds.' },
  ERR_PRIVILEGE: { meaning: 'The privilege is unknown.' },
  ERR_PERMISSIONS: { meaning: 'The RTM2 permissions are malformed.' },
  ERR_CLOCK: { meaning: 'The time is not seconds since the epoch.', status: 500 },
  ERR_SALT: { meaning: 'The salt is not a whole number from 1 to 4294967295.', status: 500 },
  ERR_OPTION: { meaning: 'An option is missing, unknown or of the wrong kind.', status: 500 },

  // Warnings.
  WARN_LONG_DURATION: { meaning: 'The duration exceeds 24 hours, the most that Agora allows.' },
};

/** What is wrong with a token or an argument. Holds neither the certificate nor the whole token. */
class TokenError extends Error {
  /**
   * @param {string} code - a key of `TOKEN_CODES`
   * @param {string} message - what was found
   * @param {number} [offset] - where
   */
  constructor(code, message, offset) {
    super(message);
    this.name = 'TokenError';
    this.code = code;
    if (offset !== undefined) this.offset = offset;
  }

  /** The HTTP status of an answer that reports it. */
  get status() {
    return TOKEN_CODES[this.code]?.status ?? 400;
  }
}

module.exports = { TOKEN_CODES, TokenError };
