import type { DecodedToken } from '../decode/decode-token';
import type { TokenReadCode, TokenVerifyCode, TokenWarningCode } from '../token-error';

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

/**
 * What a token must be good for. What is left out is not checked: whoever decides by the answer passes
 * everything that the decision rests on, and takes none of it from the token.
 */
export interface VerifyOptions {
  /**
   * The time to check for: a Date, seconds since 1970-01-01 UTC (0 to 4294967295), or a function that
   * returns one of them and is called once. The system's clock by default.
   */
  now?: Date | number | (() => Date | number) | undefined;

  /**
   * By how many seconds clocks may differ, 0 to 86400. A token may have been issued so much later
   * than `now`, and is taken for so long after it, or a privilege of it, has ended. Without it 60 for
   * the time of issue, and 0 for every end.
   */
  clockTolerance?: number | undefined;

  /** The App ID that the client uses, 32 hexadecimal digits; letter case counts, but not for 005. */
  appId?: string | undefined;

  /** The channel that the client joins. Tokens 006 and 005 for RTC cannot be verified without it. */
  channelName?: string | undefined;

  /**
   * The uid (0 to 4294967295) or user account that the client joins with, in the same service as the
   * channel; 0 lets Agora choose. A uid as text is in decimal, without leading zeros. Tokens 006 and
   * 005 for RTC cannot be verified without it.
   */
  uid?: number | string | undefined;

  /**
   * The user id that the client logs in with, for RTM, RTM2, Chat and aPaaS. An empty one fits no
   * token. Tokens 006 for RTM cannot be verified without it.
   */
  userId?: string | undefined;

  /**
   * Privileges that the token must grant at that time, in the service of that channel or user id;
   * those of one kind of service in one and the same service. What lets a client enter that service,
   * such as `joinChannel`, must be granted too.
   *
   * Without it, or with an empty list, the service for that channel or user id must let a client
   * enter, and so must every service for which neither was passed.
   */
  privilege?: PrivilegeName | readonly PrivilegeName[] | undefined;
}

/** Why a token is of no use. */
export interface VerifyReason {
  /** Stays the same from version to version. */
  code: TokenReadCode | TokenVerifyCode;

  /**
   * What a client of Agora reports when it uses this token: 110 (invalid token) or 109 (token
   * expired); `null` where it reports neither, or where that is not known.
   */
  clientError: 110 | 109 | null;

  /** What was found. Texts of the token and of the question are cut to 64 characters. */
  message: string;

  /** What a client sees, and the usual cause. */
  hint: string;
}

/** What is no reason against a token, but should be known of it. */
export interface VerifyWarning {
  /** Stays the same from version to version. */
  code: TokenWarningCode;

  /** What was found. */
  message: string;
}

/** What `verifyToken` found. */
export interface Verification {
  /**
   * Whether there is no reason against the token: it was signed with an App Certificate passed, is in
   * force, and good for all that was passed. See docs/verify.md for what that promises.
   */
  valid: boolean;

  /**
   * The reasons against the token, at most 20. Of a token whose signature is wrong, or cannot be
   * checked, it holds only why: no more is told, as the rest may be anybody's.
   */
  reasons: VerifyReason[];

  /** What should be known of a token even if it is valid, such as the weakness of its version. */
  warnings: VerifyWarning[];

  /** What the token holds; `null` if it cannot be read or its signature is not right. */
  token: DecodedToken | null;

  /**
   * Which App Certificate signed the token: its place in the list that was passed, 0 if one was passed;
   * `null` where `token` is.
   */
  certificateIndex: number | null;
}

/**
 * Checks a token as far as that is possible without Agora's servers: first its signature, then its
 * times, whom it is for, and what it grants. A token that cannot be read is not an error but a
 * reason. The work is bounded, whatever the token.
 *
 * The signature of tokens 006 and 005 covers the channel and the uid, which they do not hold, so
 * both must be passed; for 006 RTM the `userId`.
 *
 * @param token The token.
 * @param appCertificate The App Certificate of the project, 32 hexadecimal digits; or a list of 1 to
 * 10, such as the primary and the secondary one while they are replaced. They appear in no result and
 * no error.
 * @throws TokenError when an argument other than the token is malformed: `ERR_APP_CERTIFICATE`,
 * `ERR_APP_ID`, `ERR_CLOCK`, `ERR_UID`, `ERR_PRIVILEGE` or `ERR_OPTION`.
 *
 * @example
 * const asked = { appId, channelName: 'lobby', uid: 42, privilege: 'publishAudio' };
 * const { valid, reasons } = verifyToken(token, appCertificate, asked);
 * if (!valid) console.log(reasons.map(({ message, hint }) => `${message} ${hint}`).join('\n'));
 */
export function verifyToken(
  token: string,
  appCertificate: string | readonly string[],
  options?: VerifyOptions,
): Verification;
