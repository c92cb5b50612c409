'use strict';

const { ServiceConvoAI } = require('./AccessToken2');
const { Role } = require('./RtcTokenBuilder2');
const { rtcRtmTokenBuilder } = require('../lib/builders/rtc-rtm-tokens');
const { addon, isConvoAIUntouched } = require('../lib/short-way/shortcut');

const build = rtcRtmTokenBuilder({
  shortcut: addon?.ConvoAITokenBuilder.buildToken,
  isPublisher: (role) => role === Role.PUBLISHER,
  isBesideUntouched: isConvoAIUntouched,
  addBeside: (token) => token.add_service(new ServiceConvoAI()),
});

/** Builds Token007s for Conversational AI together with RTC and RTM. */
class ConvoAITokenBuilder {
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

module.exports = { ConvoAITokenBuilder };
