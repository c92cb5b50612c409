import type { AccessToken } from './AccessToken';

/**
 * What an RTC user may do in a channel, in token 006.
 *
 * @deprecated Token 006. Use `RtcRole` of the package's root.
 */
export const Role: {
  /**
   * The same privileges as `PUBLISHER` (0).
   * @deprecated Use `PUBLISHER`.
   */
  ATTENDEE: number;
  /** May publish audio, video and data (1). */
  PUBLISHER: number;
  /** May only listen and watch, where co-host authentication is enabled (2). */
  SUBSCRIBER: number;
  /**
   * The same privileges as `PUBLISHER` (101).
   * @deprecated Use `PUBLISHER`.
   */
  ADMIN: number;
};

/**
 * Builds token 006 for RTC. The package's root exports the builder of Token007 under the same
 * name; that one is in `src/RtcTokenBuilder2`.
 *
 * Expiries are **points in time** (seconds since 1970-01-01 UTC), not durations.
 *
 * @deprecated Token 006. Use `RtcTokenBuilder` of the package's root, whose durations are seconds from
 * now.
 */
export class RtcTokenBuilder {
  /** The token built last. */
  static key?: AccessToken;

  /**
   * Builds a token for a uid.
   *
   * @param appID App ID of the project. Not checked.
   * @param appCertificate App Certificate of the project. Not checked.
   * @param channelName The channel.
   * @param uid The uid, 1 to 4294967295. The number `0` makes a token that any uid can use.
   * @param role A value of `Role`.
   * @param privilegeExpiredTs When the privileges end, in seconds since 1970-01-01 UTC.
   * @throws TypeError when the App ID, the App Certificate or the channel is missing or is not
   * text.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when the expiry is outside 0 to 4294967295.
   *
   * @example
   * const inOneHour = Math.floor(Date.now() / 1000) + 3600;
   * const token = RtcTokenBuilder.buildTokenWithUid(
   *   appId, appCertificate, 'lobby', 42, Role.PUBLISHER, inOneHour,
   * );
   */
  static buildTokenWithUid(
    appID: string,
    appCertificate: string,
    channelName: string,
    uid: string | number,
    role: number,
    privilegeExpiredTs: number,
  ): string;

  /**
   * Builds a token for a user account.
   *
   * @param appID App ID of the project. Not checked.
   * @param appCertificate App Certificate of the project. Not checked.
   * @param channelName The channel.
   * @param account The user account, or a uid. The number `0` makes a token for any user.
   * @param role A value of `Role`.
   * @param privilegeExpiredTs When the privileges end, in seconds since 1970-01-01 UTC.
   * @throws TypeError when the App ID, the App Certificate or the channel is missing or is not
   * text.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when the expiry is outside 0 to 4294967295.
   */
  static buildTokenWithAccount(
    appID: string,
    appCertificate: string,
    channelName: string,
    account: string | number,
    role: number,
    privilegeExpiredTs: number,
  ): string;
}
