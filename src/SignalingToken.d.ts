/**
 * Tokens of the old Signaling SDK, `1:<App ID>:<expiry>:<MD5>`. They stay for old clients; RTM
 * takes the tokens of `RtmTokenBuilder`.
 */
declare namespace SignalingToken {
  /**
   * Builds a token.
   *
   * @param appid App ID of the project. Not checked.
   * @param appcertificate App Certificate of the project. Not checked.
   * @param account The user account.
   * @param validTimeInSeconds How long the token is valid, in seconds from now.
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
   */
  function get1DayToken(appid: string, appcertificate: string, account: string): string;
}

export = SignalingToken;
