/**
 * The one role of an RTM user, in token 006.
 *
 * @deprecated Token 006. `RtmTokenBuilder` of the package's root takes no role.
 */
export const Role: {
  /** An RTM user (1). */
  Rtm_User: number;
};

/**
 * Builds token 006 for RTM. The package's root exports the builder of Token007 under the same
 * name; that one is in `src/RtmTokenBuilder2`.
 *
 * @deprecated Token 006. Use `RtmTokenBuilder` of the package's root, whose duration is seconds from
 * now.
 */
export class RtmTokenBuilder {
  /**
   * Builds a token.
   *
   * @param appID App ID of the project. Not checked.
   * @param appCertificate App Certificate of the project. Not checked.
   * @param account The user account.
   * @param role Ignored. It is there for callers that pass `Role.Rtm_User`.
   * @param privilegeExpiredTs When the login ends, in **seconds since 1970-01-01 UTC**.
   * @throws TypeError when the App ID, the App Certificate or the account is missing or is not
   * text.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when the expiry is outside 0 to 4294967295.
   *
   * @example
   * const inOneHour = Math.floor(Date.now() / 1000) + 3600;
   * const token = RtmTokenBuilder.buildToken(
   *   appId, appCertificate, 'ada', Role.Rtm_User, inOneHour,
   * );
   */
  static buildToken(
    appID: string,
    appCertificate: string,
    account: string,
    role: unknown,
    privilegeExpiredTs: number,
  ): string;
}
