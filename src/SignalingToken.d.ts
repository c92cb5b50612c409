/**
 * Tokens of the old Signaling SDK, `1:<App ID>:<expiry>:<MD5>`. They stay for old clients; RTM
 * takes the tokens of `RtmTokenBuilder`.
 *
 * @deprecated Use `RtmTokenBuilder` of the package's root.
 */
declare namespace SignalingToken {
  /**
   * Builds a token.
   *
   * @param appid App ID of the project. Not checked.
   * @param appcertificate App Certificate of the project. Not checked.
   * @param account The user account.
   * @param validTimeInSeconds How long the token is valid, in seconds from now.
   * @deprecated Use `RtmTokenBuilder.buildToken` of the package's root.
   */
  function get(
    appid: string,
    appcertificate: string,
    account: string,
    validTimeInSeconds: number,
  ): string;

  /**
   * Builds a token that is valid for one day.
   *
   * @param appid App ID of the project. Not checked.
   * @param appcertificate App Certificate of the project. Not checked.
   * @param account The user account.
   * @deprecated Use `RtmTokenBuilder.buildToken` of the package's root, with 86400 seconds.
   */
  function get1DayToken(appid: string, appcertificate: string, account: string): string;
}

export = SignalingToken;
