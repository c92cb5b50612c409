/** The numbers that stand for resources and permissions in an RTM token with permissions. */
export const RtmPermission: {
  /** What a permission is for. */
  resourceKeys: {
    /** Message channels (0). */
    kMessageChannels: number;
    /** Stream channels (1). */
    kStreamChannels: number;
    /** Group channels (2). */
    kGroupChannels: number;
    /** Group servers (3). */
    kGroupServers: number;
    /** Users (4). */
    kUser: number;
  };
  /** What the user may do. */
  permissionKeys: {
    /** Read (0). */
    kRead: number;
    /** Write (1). */
    kWrite: number;
  };
};

/** Resource number, then permission number, then the names. */
export interface RtmPermissions {
  [resource: number]: { [permission: number]: readonly string[] };
}

/**
 * Builds Token007 tokens for RTM with permissions for single resources. This is an interface for
 * projects that Agora has enabled it for. `RtmTokenBuilder.buildTokenWithPermissions` of the
 * package's root is the newer one.
 */
export class RtmTokenBuilder {
  /**
   * Builds a token.
   *
   * @param appId App ID of the project: 32 characters. Digits are not checked.
   * @param appCertificate App Certificate of the project: 32 characters.
   * @param userId The user id.
   * @param expire How long the token and the login are valid, in seconds from now, 0 to
   * 4294967295.
   * @param permissions What the user may read and write: an object, or the same as JSON. Unknown
   * keys and items that are not strings are dropped. JSON that does not parse counts as nothing,
   * and its error goes to `console.log`.
   * @returns The token, or `''` when the App ID or the App Certificate has not 32 characters.
   * @throws TypeError when the App ID or the App Certificate is undefined, when `permissions` is
   * null, or when the user id is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `expire` is out of range.
   *
   * @example
   * const { resourceKeys, permissionKeys } = RtmPermission;
   * const token = RtmTokenBuilder.buildToken(appId, appCertificate, 'ada', 3600, {
   *   [resourceKeys.kMessageChannels]: { [permissionKeys.kRead]: ['news', 'room-*'] },
   * });
   */
  static buildToken(
    appId: string,
    appCertificate: string,
    userId: string,
    expire: number,
    permissions?: RtmPermissions | string,
  ): string;

  /**
   * Reads a token and drops what is in it. Use `AccessToken3` or `AccessToken2` to see it.
   * @returns `false` for another version, otherwise undefined.
   * @throws Error (zlib's, or RangeError) when the token is malformed.
   */
  static fromString(token: string): false | undefined;

  /** The permissions with everything unknown left out. */
  static _genPermissions(permissions?: RtmPermissions | string): RtmPermissions;

  /** The same as nested `Map`s with number keys. */
  static _objToMap(obj: RtmPermissions): unknown;
}
