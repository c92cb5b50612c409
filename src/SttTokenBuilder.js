'use strict';

const { AccessToken2, ServiceStt } = require('./AccessToken2');
const { Role } = require('./RtcTokenBuilder2');
const { now, drawSalt } = require('../lib/clock');
const { addRtcService, addRtmService } = require('../lib/grants');
const {
  addon,
  isOpen,
  isRtcUntouched,
  isRtmUntouched,
  isSttUntouched,
  isText,
  isUid,
  isUint32,
  refuse,
} = require('../lib/shortcut');

// What the addon knows as a role; `Role` itself may have been changed by its user.
const { PUBLISHER, SUBSCRIBER } = Role;

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
    if (
      isText(appId) &&
      isText(appCertificate) &&
      isText(channelName) &&
      isUid(rtcAccount) &&
      isUint32(rtcTokenExpire) &&
      isUint32(joinChannelPrivilegeExpire) &&
      isUint32(pubAudioPrivilegeExpire) &&
      isUint32(pubVideoPrivilegeExpire) &&
      isUint32(pubDataStreamPrivilegeExpire) &&
      isText(rtmUserId) &&
      isUint32(rtmTokenExpire) &&
      isOpen() &&
      isRtcUntouched() &&
      isRtmUntouched() &&
      isSttUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.SttTokenBuilder.buildToken(
        appId,
        appCertificate,
        channelName,
        rtcAccount,
        rtcRole === Role.PUBLISHER ? PUBLISHER : SUBSCRIBER,
        rtcTokenExpire,
        joinChannelPrivilegeExpire,
        pubAudioPrivilegeExpire,
        pubVideoPrivilegeExpire,
        pubDataStreamPrivilegeExpire,
        rtmUserId,
        rtmTokenExpire,
        issueTs,
        salt,
      );
      return token ?? refuse(issueTs, salt);
    }

    const token = new AccessToken2(appId, appCertificate, 0, rtcTokenExpire);
    addRtcService(token, channelName, rtcAccount, () => rtcRole === Role.PUBLISHER, {
      joinChannel: joinChannelPrivilegeExpire,
      pubAudio: pubAudioPrivilegeExpire,
      pubVideo: pubVideoPrivilegeExpire,
      pubDataStream: pubDataStreamPrivilegeExpire,
    });
    addRtmService(token, rtmUserId, rtmTokenExpire);
    token.add_service(new ServiceStt());
    return token.build();
  }
}

module.exports = { SttTokenBuilder };
