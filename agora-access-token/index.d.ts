/**
 * The API of the package `agora-access-token`, for tokens of version 006.
 *
 * Expiries are **points in time** (seconds since 1970-01-01 UTC), not durations. New code should
 * build Token007 with the builders of `agora-token-native` itself.
 */

import type * as rtc from '../src/RtcTokenBuilder';
import type * as rtm from '../src/RtmTokenBuilder';

/** As in `agora-access-token`, the builders are sets of functions without a `prototype`. */
type Methods<Class> = Omit<Class, 'prototype' | 'buildToken'>;

/**
 * Builds token 006 for RTC.
 *
 * @deprecated Token 006. Use `RtcTokenBuilder` of `agora-token-native`, whose durations are seconds
 * from now.
 */
export const RtcTokenBuilder: Methods<typeof rtc.RtcTokenBuilder>;

/**
 * What an RTC user may do in a channel.
 *
 * @deprecated Token 006. Use `RtcRole` of `agora-token-native`.
 */
export const RtcRole: typeof rtc.Role;

/**
 * Builds token 006 for RTM.
 *
 * @deprecated Token 006. Use `RtmTokenBuilder` of `agora-token-native`, whose duration is seconds from
 * now.
 */
export const RtmTokenBuilder: Methods<typeof rtm.RtmTokenBuilder> & {
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
  buildToken(
    appID: string,
    appCertificate: string,
    account: string | number,
    role: number,
    privilegeExpiredTs: number,
  ): string;
};

/**
 * The one role of an RTM user.
 *
 * @deprecated Token 006. `RtmTokenBuilder` of `agora-token-native` takes no role.
 */
export const RtmRole: typeof rtm.Role;
