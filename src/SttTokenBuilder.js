'use strict';

const classes = require('./AccessToken2');
const { rtcRtmTokenBuilder } = require('../lib/builders/rtc-rtm-tokens');
const { watchIfAsked } = require('../lib/builders/watch-if-asked');
const grants = require('../lib/short-way/grants');
const { isExactlyPublisher } = require('../lib/token007/rtc-role');

const build = rtcRtmTokenBuilder(classes, {
  grant: grants.stt,
  isPublisher: isExactlyPublisher,
  Beside: classes.ServiceStt,
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

watchIfAsked({ SttTokenBuilder });

module.exports = { SttTokenBuilder };
