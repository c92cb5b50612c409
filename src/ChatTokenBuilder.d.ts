/** Builds Token007 tokens for Agora Chat. */
export class ChatTokenBuilder {
  /**
   * Builds a token for one Chat user.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits. Keep it on the
   * server.
   * @param userId The UUID that Chat gave the user at registration. **Pass a string**: a number
   * other than `0` throws a TypeError.
   * @param expire How long the token and its privilege are valid, in seconds from now, 0 to
   * 4294967295.
   * @returns The token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
   * digits.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the user id is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `expire` is out of range.
   *
   * @example
   * const token = ChatTokenBuilder.buildUserToken(appId, appCertificate, userUuid, 3600);
   */
  static buildUserToken(
    appId: string,
    appCertificate: string,
    userId: string | number,
    expire: number,
  ): string;

  /**
   * Builds an app token: your server uses it to call Chat's REST API. Never hand it to a client.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param expire How long the token and its privilege are valid, in seconds from now.
   * @returns The token, or `''` for a malformed App ID or App Certificate.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `expire` is out of range.
   */
  static buildAppToken(appId: string, appCertificate: string, expire: number): string;
}
