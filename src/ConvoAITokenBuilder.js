'use strict';

const classes = require('./AccessToken2');
const { rtcRtmTokenBuilder } = require('../lib/builders/rtc-rtm-tokens');
const { watchIfAsked } = require('../lib/builders/watch-if-asked');
const grants = require('../lib/short-way/grants');
const { isExactlyPublisher } = require('../lib/token007/rtc-role');

const build = rtcRtmTokenBuilder(classes, {
  grant: grants.convoAI,
  isPublisher: isExactlyPublisher,
  Beside: classes.ServiceConvoAI,
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

watchIfAsked({ ConvoAITokenBuilder });

module.exports = { ConvoAITokenBuilder };
