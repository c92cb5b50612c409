'use strict';

const { AccessToken2, ServiceConvoAI } = require('./AccessToken2');
const { Role } = require('./RtcTokenBuilder2');
const { now, drawSalt } = require('../lib/clock');
const { addRtcService, addRtmService } = require('../lib/grants');
const {
  addon,
  isConvoAIUntouched,
  isOpen,
  isRtcUntouched,
  isRtmUntouched,
  isText,
  isUid,
  isUint32,
  refuse,
} = require('../lib/shortcut');

// What the addon knows as a role; `Role` itself may have been changed by its user.
const { PUBLISHER, SUBSCRIBER } = Role;

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
      isConvoAIUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.ConvoAITokenBuilder.buildToken(
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
    token.add_service(new ServiceConvoAI());
    return token.build();
  }
}

module.exports = { ConvoAITokenBuilder };
