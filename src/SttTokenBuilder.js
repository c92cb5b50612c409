'use strict';

const { ServiceStt } = require('./AccessToken2');
const { Role } = require('./RtcTokenBuilder2');
const { rtcRtmTokenBuilder } = require('../lib/builders/rtc-rtm-tokens');
const { addon, isSttUntouched } = require('../lib/short-way/shortcut');

const build = rtcRtmTokenBuilder({
  shortcut: addon?.SttTokenBuilder.buildToken,
  isPublisher: (role) => role === Role.PUBLISHER,
  isBesideUntouched: isSttUntouched,
  addBeside: (token) => token.add_service(new ServiceStt()),
});

/** Builds Token007s for speech to text together with RTC and RTM. */
class SttTokenBuilder {
  static buildToken(
    appId,
    appCertificate,
    channelName,
    rtcAccount,
    rtcRole,
    rtcTokenExpire,
    joinChannelPrivilegeExpire,
    pubAudioPrivilegeExpire,
    pubVideoPrivilegeExpire,
    pubDataStreamPrivilegeExpire,
    rtmUserId,
    rtmTokenExpire,
  ) {
    return build(
      appId,
      appCertificate,
      channelName,
      rtcAccount,
      rtcRole,
      rtcTokenExpire,
      joinChannelPrivilegeExpire,
      pubAudioPrivilegeExpire,
      pubVideoPrivilegeExpire,
      pubDataStreamPrivilegeExpire,
      rtmUserId,
      rtmTokenExpire,
    );
  }
}

module.exports = { SttTokenBuilder };
