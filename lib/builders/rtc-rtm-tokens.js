'use strict';

const { AccessToken2 } = require('../../src/AccessToken2');
const { addRtcService, addRtmService } = require('./add-services');
const { now, drawSalt } = require('../clock');
const {
  PUBLISHER,
  SUBSCRIBER,
  isOpen,
  isRtcUntouched,
  isRtmUntouched,
  isText,
  isUid,
  isUint32,
  refuse,
} = require('../short-way/shortcut');

/**
 * Makes the function that builds tokens for RTC and RTM with an expiry for each privilege. Three
 * builders have such a method; they differ in what they grant beside and in how they compare a role.
 *
 * @param {object} variant
 * @param {Function} variant.shortcut - the addon's method
 * @param {(role: unknown) => boolean} variant.isPublisher
 * @param {() => boolean} variant.isBesideUntouched - whether the service granted beside is as defined
 * @param {(token: AccessToken2) => void} variant.addBeside - adds that service
 */
function rtcRtmTokenBuilder({ shortcut, isPublisher, isBesideUntouched, addBeside }) {
  return function build(
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
      isBesideUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = shortcut(
        appId,
        appCertificate,
        channelName,
        rtcAccount,
        isPublisher(rtcRole) ? PUBLISHER : SUBSCRIBER,
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
    addRtcService(token, channelName, rtcAccount, () => isPublisher(rtcRole), {
      joinChannel: joinChannelPrivilegeExpire,
      pubAudio: pubAudioPrivilegeExpire,
      pubVideo: pubVideoPrivilegeExpire,
      pubDataStream: pubDataStreamPrivilegeExpire,
    });
    addRtmService(token, rtmUserId, rtmTokenExpire);
    addBeside(token);
    return token.build();
  };
}

module.exports = { rtcRtmTokenBuilder };
