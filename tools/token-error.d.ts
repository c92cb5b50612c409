/** Why a text cannot be read as a token. */
export type TokenReadCode =
  | 'ERR_TOKEN_TYPE'
  | 'ERR_TOKEN_EMPTY'
  | 'ERR_TOKEN_VERSION'
  | 'ERR_TOKEN_BASE64'
  | 'ERR_TOKEN_COMPRESSION'
  | 'ERR_TOKEN_TRUNCATED'
  | 'ERR_TOKEN_TOO_LARGE';

/** Why a token that can be read is of no use. */
export type TokenVerifyCode =
  | 'ERR_TOKEN_SIGNATURE'
  | 'ERR_TOKEN_NEEDS_CHANNEL_AND_UID'
  | 'ERR_TOKEN_NOT_CANONICAL'
  | 'ERR_TOKEN_NOT_UTF8'
  | 'ERR_TOKEN_APP_ID_FORMAT'
  | 'ERR_TOKEN_APP_ID'
  | 'ERR_TOKEN_NO_SERVICE'
  | 'ERR_TOKEN_ISSUED_LATER'
  | 'ERR_TOKEN_LIFETIME'
  | 'ERR_TOKEN_EXPIRED'
  | 'ERR_TOKEN_TOO_OLD'
  | 'ERR_TOKEN_CHANNEL'
  | 'ERR_TOKEN_CHANNEL_NAME'
  | 'ERR_TOKEN_UID'
  | 'ERR_TOKEN_USER_ID'
  | 'ERR_TOKEN_NO_ENTRY'
  | 'ERR_TOKEN_PRIVILEGE_MISSING'
  | 'ERR_TOKEN_PRIVILEGE_EXPIRED';

/** What is no reason against a token, but should be known of it. */
export type TokenWarningCode =
  | 'WARN_TOKEN_006'
  | 'WARN_TOKEN_005'
  | 'WARN_TOKEN_UNREAD'
  | 'WARN_LONG_DURATION';

/** What is wrong with an argument of `verifyToken` or `createTokenBuilder`. */
export type TokenArgumentCode =
  | 'ERR_APP_ID'
  | 'ERR_APP_CERTIFICATE'
  | 'ERR_CHANNEL'
  | 'ERR_UID'
  | 'ERR_USER_ID'
  | 'ERR_ROLE'
  | 'ERR_DURATION'
  | 'ERR_PRIVILEGE'
  | 'ERR_PERMISSIONS'
  | 'ERR_CLOCK'
  | 'ERR_SALT'
  | 'ERR_OPTION';

/**
 * What is wrong with a token or an argument. The message says what was found and where. It never
 * holds an App Certificate or a whole token.
 */
export class TokenError extends Error {
  constructor(code: TokenReadCode | TokenArgumentCode, message: string, offset?: number);

  /** `'TokenError'`. */
  name: string;

  /** Stays the same from version to version; the message may not. */
  code: TokenReadCode | TokenArgumentCode;

  /**
   * The HTTP status for a server that reports the error: 400 for a value that may come from its
   * caller, such as a channel, a uid or a token; 500 for what the server itself has set wrong: App ID,
   * App Certificate, clock, salt or an option.
   */
  readonly status: 400 | 500;

  /**
   * Where the trouble is, when the code begins with `ERR_TOKEN_` and there is a place. For
   * `ERR_TOKEN_VERSION`, `ERR_TOKEN_BASE64` and `ERR_TOKEN_COMPRESSION` it counts the characters of
   * the token, from 0. For `ERR_TOKEN_TRUNCATED` it counts the bytes of the content, unless the
   * message speaks of characters.
   */
  offset?: number;
}
