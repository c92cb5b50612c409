/** Builds Token007 tokens that carry RTC, RTM and ConvoAI (conversational AI). */
export class ConvoAITokenBuilder {
  /**
   * Builds one token for RTC, RTM and ConvoAI.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits. Keep it on the
   * server.
   * @param channelName The channel.
   * @param rtcAccount The RTC user account, or a uid. The number `0` makes a token for any user.
   * @param rtcRole `RtcRole.PUBLISHER` or `RtcRole.SUBSCRIBER`, as a number: unlike
   * `RtcTokenBuilder`, this builder does not take `'1'` for 1. For a subscriber the three publish
   * durations are ignored.
   * @param rtcTokenExpire How long the whole token is valid, in seconds from now, 0 to 4294967295.
   * @param joinChannelPrivilegeExpire How long the user may join and stay, in seconds from now.
   * @param pubAudioPrivilegeExpire How long the user may publish audio, in seconds from now.
   * @param pubVideoPrivilegeExpire How long the user may publish video, in seconds from now.
   * @param pubDataStreamPrivilegeExpire How long the user may publish data streams, in seconds
   * from now.
   * @param rtmUserId The RTM user id. **Pass a string**: a number other than `0` throws a
   * TypeError.
   * @param rtmTokenExpire How long the user may log in to RTM, in seconds from now.
   * @returns The token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
   * digits.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the channel or the RTM user id is not a
   * string.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when a duration is out of range.
   *
   * @example
   * const token = ConvoAITokenBuilder.buildToken(
   *   appId, appCertificate, 'lobby', '42', RtcRole.PUBLISHER,
   *   3600, 3600, 3600, 3600, 3600, '42', 3600,
   * );
   */
  static buildToken(
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
