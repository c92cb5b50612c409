/** Builds Token007 tokens for aPaaS (Flexible Classroom). */
export class ApaasTokenBuilder {
  /**
   * Builds a token for one user in one room. It carries three services: aPaaS, RTM for the same
   * user id, and Chat for the MD5 of the user id.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits. Keep it on the
   * server.
   * @param roomUuid The room id.
   * @param userUuid The user id. **Pass a string**: a number other than `0` throws a TypeError.
   * @param role The user's role in the room, -32768 to 32767. `0` becomes -1.
   * @param expire How long the token and its privileges are valid, in seconds from now, 0 to
   * 4294967295.
   * @returns The token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
   * digits.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the room id or the user id is not a string.
   * @throws Error when the user id is missing.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `role` or `expire` is out of range.
   *
   * @example
   * const token = ApaasTokenBuilder.buildRoomUserToken(
   *   appId, appCertificate, 'room-7', 'ada', 1, 3600,
   * );
   */
  static buildRoomUserToken(
    appId: string,
    appCertificate: string,
    roomUuid: string,
    userUuid: string | number,
    role: number,
    expire: number,
  ): string;

  /**
   * Builds a token for one user, in no particular room.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param userUuid The user id. **Pass a string**: a number other than `0` throws a TypeError.
   * @param expire How long the token and its privilege are valid, in seconds from now.
   * @returns The token, or `''` for a malformed App ID or App Certificate.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the user id is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `expire` is out of range.
   */
  static buildUserToken(
    appId: string,
    appCertificate: string,
    userUuid: string | number,
    expire: number,
  ): string;

  /**
   * Builds an app token for your server's own calls. Never hand it to a client.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param expire How long the token and its privilege are valid, in seconds from now.
   * @returns The token, or `''` for a malformed App ID or App Certificate.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `expire` is out of range.
   */
  static buildAppToken(appId: string, appCertificate: string, expire: number): string;
}
