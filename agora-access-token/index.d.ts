/**
 * The API of the package `agora-access-token`, for tokens of version 006.
 *
 * Expiries are **points in time** (seconds since 1970-01-01 UTC), not durations. New code should
 * build Token007 with the builders of `agora-token-native` itself.
 */

import type * as rtc from '../src/RtcTokenBuilder';

// Namespaces of functions, as `agora-access-token` declares them.

/**
 * Builds token 006 for RTC.
 *
 * @deprecated Token 006. Use `RtcTokenBuilder` of `agora-token-native`, whose durations are seconds
 * from now.
 */
export namespace RtcTokenBuilder {
  export let buildTokenWithUid: typeof rtc.RtcTokenBuilder.buildTokenWithUid;
  export let buildTokenWithAccount: typeof rtc.RtcTokenBuilder.buildTokenWithAccount;
}

/**
 * What an RTC user may do in a channel.
 *
 * @deprecated Token 006. Use `RtcRole` of `agora-token-native`.
 */
export namespace RtcRole {
  /**
   * The same privileges as `PUBLISHER` (0).
   * @deprecated Use `PUBLISHER`.
   */
  export const ATTENDEE: number;
  /** May publish audio, video and data (1). */
  export const PUBLISHER: number;
  /** May only listen and watch, where co-host authentication is enabled (2). */
  export const SUBSCRIBER: number;
  /**
   * The same privileges as `PUBLISHER` (101).
   * @deprecated Use `PUBLISHER`.
   */
  export const ADMIN: number;
}

/**
 * One of the roles in `RtcRole`.
 *
 * @deprecated Token 006. Use `RtcRole` of `agora-token-native`.
 */
export type RtcRole = number;

/**
 * Builds token 006 for RTM.
 *
 * @deprecated Token 006. Use `RtmTokenBuilder` of `agora-token-native`, whose duration is seconds from
 * now.
 */
export namespace RtmTokenBuilder {
  /**
   * Builds a token.
   *
   * @param appID App ID of the project. Not checked.
   * @param appCertificate App Certificate of the project. Not checked.
   * @param account The user account. A number throws a TypeError, although it is declared.
   * @param role Ignored.
   * @param privilegeExpiredTs When the login ends, in **seconds since 1970-01-01 UTC**.
   * @throws TypeError when the App ID, the App Certificate or the account is missing or is not
   * text.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when the expiry is outside 0 to 4294967295.
   */
  export let buildToken: (
    appID: string,
    appCertificate: string,
    account: string | number,
    role: number,
    privilegeExpiredTs: number,
  ) => string;
}

/**
 * The one role of an RTM user.
 *
 * @deprecated Token 006. `RtmTokenBuilder` of `agora-token-native` takes no role.
 */
export namespace RtmRole {
  /** An RTM user (1). */
  export const Rtm_User: number;
}
