import type { DecodedToken } from '../decode/decode-token';
import type { TokenReadCode, TokenVerifyCode } from '../token-error';

/** A privilege by its name, or by its service's name and its own. */
export type PrivilegeName =
  | 'joinChannel'
  | 'publishAudio'
  | 'publishVideo'
  | 'publishData'
  | 'login'
  | 'publishMixStream'
  | 'publishRawStream'
  | 'user'
  | 'app'
  | 'publish'
  | 'play'
  | 'roomUser'
  | 'rtc.joinChannel'
  | 'rtc.publishAudio'
  | 'rtc.publishVideo'
  | 'rtc.publishData'
  | 'rtm.login'
  | 'streaming.publishMixStream'
  | 'streaming.publishRawStream'
  | 'fpa.login'
  | 'chat.user'
  | 'chat.app'
  | 'fcdn.publish'
  | 'fcdn.play'
  | 'apaas.roomUser'
  | 'apaas.user'
  | 'apaas.app'
  | 'rtm2.login';

/** What a token must be good for. What is left out is not checked. */
export interface VerifyOptions {
  /** The time to check expiries against: a Date, seconds since 1970, or a function. Now by default. */
  now?: Date | number | (() => Date | number) | undefined;

  /** The App ID that the client uses. */
  appId?: string | undefined;

  /** The channel that the client joins. Tokens 006 and 005 cannot be verified without it. */
  channelName?: string | undefined;

  /**
   * The uid (0 to 4294967295) or user account that the client joins with; 0 lets Agora choose.
   * Tokens 006 and 005 cannot be verified without it.
   */
  uid?: number | string | undefined;

  /** The user id that the client logs in with, for RTM, RTM2, Chat and aPaaS. */
  userId?: string | undefined;

  /**
   * Privileges that the token must grant at that time. Without it, those to enter that the token
   * has (`joinChannel`, `login` and the like) must not be expired.
   */
  privilege?: PrivilegeName | readonly PrivilegeName[] | undefined;
}

/** Why a token is of no use. */
export interface VerifyReason {
  /** Stays the same from version to version. */
  code: TokenReadCode | TokenVerifyCode;

  /**
   * What a client of Agora reports when it uses this token: 110 (invalid token) or 109 (token
   * expired); `null` where it reports neither.
   */
  clientError: 110 | 109 | null;

  /** What was found. */
  message: string;

  /** What a client sees, and the usual cause. */
  hint: string;
}

/** What `verifyToken` found. */
export interface Verification {
  /** Whether there is no reason against the token. */
  valid: boolean;

  /** Every reason against the token. */
  reasons: VerifyReason[];

  /** What the token holds; `null` if it cannot be read. */
  token: DecodedToken | null;
}

/**
 * Checks a token as far as that is possible without Agora's servers: its signature, its expiry, whom
 * it is for, and what it grants. A token that cannot be read is not an error but a reason.
 *
 * The signature of tokens 006 and 005 covers the channel and the uid, which they do not hold, so
 * both must be passed; for 006 RTM the `userId`.
 *
 * @param token The token.
 * @param appCertificate The App Certificate of the project: 32 hexadecimal digits. It appears in no
 * result and no error.
 * @throws TokenError when an argument other than the token is malformed: `ERR_APP_CERTIFICATE`,
 * `ERR_APP_ID`, `ERR_CLOCK`, `ERR_UID`, `ERR_PRIVILEGE` or `ERR_OPTION`.
 *
 * @example
 * const { valid, reasons } = verifyToken(token, appCertificate, { channelName: 'lobby', uid: 42 });
 * if (!valid) console.log(reasons.map(({ message, hint }) => `${message} ${hint}`).join('\n'));
 */
export function verifyToken(
  token: string,
  appCertificate: string,
  options?: VerifyOptions,
): Verification;
