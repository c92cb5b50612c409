import type { Rtm2Permissions } from './AccessToken2';
import type { RtmPermissions } from './token3/RtmTokenBuilder3';

/** Builds Token007 tokens for RTM (Signaling). */
export class RtmTokenBuilder {
  /**
   * Builds a token for the special RTM interface: that of `RtmTokenBuilder` in
   * `src/token3/RtmTokenBuilder3`, with its errors.
   *
   * @param permissions What the user may read and write: an object, or the JSON of one. Anything else
   * is ignored, and the token is that of the four other parameters.
   */
  static buildToken(
    appId: string,
    appCertificate: string,
    userId: string,
    expire: number,
    permissions: RtmPermissions | string,
  ): string;

  // The one of 2.0.6 comes last, as `Parameters` and jest's mocks take the last.
  /**
   * Builds an RTM token.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits. Keep it on the
   * server.
   * @param userId The user id. RTM takes up to 64 bytes; this is not checked here. **Pass a
   * string**: a number other than `0` throws a TypeError.
   * @param expire How long the token and the login are valid, in seconds from now, 0 to
   * 4294967295.
   * @returns The token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
   * digits.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the user id is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `expire` is out of range.
   *
   * @example
   * const token = RtmTokenBuilder.buildToken(appId, appCertificate, 'ada', 3600);
   */
  static buildToken(
    appId: string,
    appCertificate: string,
    userId: string | number,
    expire: number,
  ): string;

  /**
   * Builds an RTM2 token with permissions for single resources. Agora must enable this for the
   * project first.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param userId The user id. Here a number works: it is turned into text.
   * @param permissions What the user may read and write.
   * @param expire How long the token and the login are valid, in seconds from now, 0 to
   * 4294967295.
   * @returns The token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
   * digits.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `expire` is out of range.
   *
   * @example
   * const permissions = new Rtm2Permissions();
   * permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kRead, ['news']);
   * const token = RtmTokenBuilder.buildTokenWithPermissions(
   *   appId, appCertificate, 'ada', permissions, 3600,
   * );
   */
  static buildTokenWithPermissions(
    appId: string,
    appCertificate: string,
    userId: string | number,
    permissions: Rtm2Permissions,
    expire: number,
  ): string;
}
