/** What an RTC user may do in a channel. */
export const Role: {
  /** May publish audio, video and data (1). The right role for most calls and live streams. */
  readonly PUBLISHER: number;
  /**
   * May only listen and watch (2). It takes effect once Agora has enabled co-host authentication
   * for the project; without it a subscriber can publish all the same.
   */
  readonly SUBSCRIBER: number;
};

/** One of the roles in `Role`. */
export type Role = number;

/**
 * Builds Token007 tokens for RTC channels, alone or together with RTM.
 *
 * All durations are **seconds from now**, not points in time. Agora accepts tokens for up to 24
 * hours. The `…Uid…` methods call the `…UserAccount…` methods through `this`, so call them on the
 * class and do not detach them.
 */
export class RtcTokenBuilder {
  /**
   * Builds an RTC token for a uid.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits. Keep it on the
   * server.
   * @param channelName The channel. Agora takes at most 64 bytes of ASCII letters, digits,
   * space and common punctuation; this is not checked here.
   * @param uid The uid, 1 to 4294967295. The number `0` makes a token that any uid can use.
   * @param role `RtcRole.PUBLISHER` or `RtcRole.SUBSCRIBER`. A publisher gets the three publish
   * privileges besides joining.
   * @param tokenExpire How long the token is valid, in seconds from now, 0 to 4294967295. Nothing
   * in the token outlives it.
   * @param privilegeExpire How long the privileges are valid, in seconds from now. `0`, the
   * default: as long as the token.
   * @returns The token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
   * digits.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the channel is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when a duration is out of range.
   *
   * @example
   * const token = RtcTokenBuilder.buildTokenWithUid(
   *   appId, appCertificate, 'lobby', 42, RtcRole.PUBLISHER, 3600, 3600,
   * );
   */
  static buildTokenWithUid(
    appId: string,
    appCertificate: string,
    channelName: string,
    uid: string | number,
    role: number,
    tokenExpire: number,
    privilegeExpire?: number,
  ): string;
  // The last overload is the one that `Parameters<…>` and the types of test doubles go by. There
  // `agora-token` has a number, not `number | undefined`.
  static buildTokenWithUid(
    appId: string,
    appCertificate: string,
    channelName: string,
    uid: string | number,
    role: number,
    tokenExpire: number,
    privilegeExpire: number,
  ): string;

  /**
   * Builds an RTC token for a user account.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param channelName The channel.
   * @param account The user account, or a uid. The number `0` makes a token for any user.
   * @param role `RtcRole.PUBLISHER` or `RtcRole.SUBSCRIBER`.
   * @param tokenExpire How long the token is valid, in seconds from now.
   * @param privilegeExpire How long the privileges are valid, in seconds from now. `0`, the
   * default: as long as the token.
   * @returns The token, or `''` for a malformed App ID or App Certificate.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the channel is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when a duration is out of range.
   *
   * @example
   * const token = RtcTokenBuilder.buildTokenWithUserAccount(
   *   appId, appCertificate, 'lobby', 'ada', RtcRole.SUBSCRIBER, 3600,
   * );
   */
  static buildTokenWithUserAccount(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string | number,
    role: number,
    tokenExpire: number,
    privilegeExpire?: number,
  ): string;
  static buildTokenWithUserAccount(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string | number,
    role: number,
    tokenExpire: number,
    privilegeExpire: number,
  ): string;

  /**
   * Builds an RTC token for a uid, with a duration of its own for each privilege. The publish
   * privileges count only where co-host authentication is enabled.
   *
   * When the privilege to join ends, the user leaves the channel, whatever the others say. So let
   * it last at least as long as the publish privileges.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param channelName The channel.
   * @param uid The uid, 1 to 4294967295. The number `0` makes a token that any uid can use.
   * @param tokenExpire How long the token is valid, in seconds from now.
   * @param joinChannelPrivilegeExpire How long the user may join and stay, in seconds from now.
   * @param pubAudioPrivilegeExpire How long the user may publish audio, in seconds from now.
   * @param pubVideoPrivilegeExpire How long the user may publish video, in seconds from now.
   * @param pubDataStreamPrivilegeExpire How long the user may publish data streams, in seconds
   * from now.
   * @returns The token, or `''` for a malformed App ID or App Certificate.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the channel is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when a duration is out of range.
   */
  static buildTokenWithUidAndPrivilege(
    appId: string,
    appCertificate: string,
    channelName: string,
    uid: string | number,
    tokenExpire: number,
    joinChannelPrivilegeExpire: number,
    pubAudioPrivilegeExpire: number,
    pubVideoPrivilegeExpire: number,
    pubDataStreamPrivilegeExpire: number,
  ): string;

  /**
   * Builds an RTC token for a user account, with a duration of its own for each privilege. The
   * name starts with a capital letter, as in `agora-token`.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param channelName The channel.
   * @param account The user account, or a uid. The number `0` makes a token for any user.
   * @param tokenExpire How long the token is valid, in seconds from now.
   * @param joinChannelPrivilegeExpire How long the user may join and stay, in seconds from now.
   * @param pubAudioPrivilegeExpire How long the user may publish audio, in seconds from now.
   * @param pubVideoPrivilegeExpire How long the user may publish video, in seconds from now.
   * @param pubDataStreamPrivilegeExpire How long the user may publish data streams, in seconds
   * from now.
   * @returns The token, or `''` for a malformed App ID or App Certificate.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the channel is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when a duration is out of range.
   */
  static BuildTokenWithUserAccountAndPrivilege(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string | number,
    tokenExpire: number,
    joinChannelPrivilegeExpire: number,
    pubAudioPrivilegeExpire: number,
    pubVideoPrivilegeExpire: number,
    pubDataStreamPrivilegeExpire: number,
  ): string;

  /**
   * Builds one token for RTC and RTM, for the same user account.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param channelName The channel.
   * @param account The user account, for RTC and RTM alike. **Pass a string**: a number other than
   * `0` throws a TypeError, because RTM takes no number.
   * @param role `RtcRole.PUBLISHER` or `RtcRole.SUBSCRIBER`.
   * @param tokenExpire How long the token and the RTM login are valid, in seconds from now.
   * @param privilegeExpire How long the RTC privileges are valid, in seconds from now. `0`, the
   * default: as long as the token.
   * @returns The token, or `''` for a malformed App ID or App Certificate.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the channel or the account is not a string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when a duration is out of range.
   *
   * @example
   * const token = RtcTokenBuilder.buildTokenWithRtm(
   *   appId, appCertificate, 'lobby', 'ada', RtcRole.PUBLISHER, 3600, 3600,
   * );
   */
  static buildTokenWithRtm(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string | number,
    role: number,
    tokenExpire: number,
    privilegeExpire?: number,
  ): string;
  static buildTokenWithRtm(
    appId: string,
    appCertificate: string,
    channelName: string,
    account: string | number,
    role: number,
    tokenExpire: number,
    privilegeExpire: number,
  ): string;

  /**
   * Builds one token for RTC and RTM, with separate users and a duration for each privilege.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits.
   * @param channelName The channel.
   * @param rtcAccount The RTC user account, or a uid. The number `0` makes a token for any user.
   * @param rtcRole `RtcRole.PUBLISHER` or `RtcRole.SUBSCRIBER`. For a subscriber the three publish
   * durations are ignored.
   * @param rtcTokenExpire How long the whole token is valid, in seconds from now.
   * @param joinChannelPrivilegeExpire How long the user may join and stay, in seconds from now.
   * @param pubAudioPrivilegeExpire How long the user may publish audio, in seconds from now.
   * @param pubVideoPrivilegeExpire How long the user may publish video, in seconds from now.
   * @param pubDataStreamPrivilegeExpire How long the user may publish data streams, in seconds
   * from now.
   * @param rtmUserId The RTM user id. **Pass a string**: a number other than `0` throws a
   * TypeError.
   * @param rtmTokenExpire How long the user may log in to RTM, in seconds from now.
   * @returns The token, or `''` for a malformed App ID or App Certificate.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the channel or the RTM user id is not a
   * string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when a duration is out of range.
   */
  static buildTokenWithRtm2(
    appId: string,
    appCertificate: string,
    channelName: string,
    rtcAccount: string | number,
    rtcRole: number,
    rtcTokenExpire: number,
    joinChannelPrivilegeExpire: number,
    pubAudioPrivilegeExpire: number,
    pubVideoPrivilegeExpire: number,
    pubDataStreamPrivilegeExpire: number,
    rtmUserId: string | number,
    rtmTokenExpire: number,
  ): string;
}
