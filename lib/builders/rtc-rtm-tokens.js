'use strict';

const { shortWayOf } = require('../short-way/single');
const { addRtcService, addRtmService } = require('./add-services');

/**
 * Makes the function that builds tokens for RTC and RTM with an expiry for each privilege. Three
 * builders have such a method; they differ in what they grant beside and in how they compare a role.
 *
 * @param classes - the exports of src/AccessToken2 that the builder sees
 * @param {object} variant
 * @param variant.grant - the short way's grant
 * @param {(role: unknown) => boolean} variant.isPublisher
 * @param {Function} [variant.Beside] - the class of a service that is granted too
 */
function rtcRtmTokenBuilder(classes, { grant, isPublisher, Beside }) {
  const { AccessToken2 } = classes;
  const short = shortWayOf(classes);

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
      short.isOpen(appId, appCertificate) &&
      grant(
        short,
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
      )
    ) {
      return short.seal(appId, appCertificate);
    }

    const token = new AccessToken2(appId, appCertificate, 0, rtcTokenExpire);
    addRtcService(token, classes, channelName, rtcAccount, () => isPublisher(rtcRole), {
      joinChannel: joinChannelPrivilegeExpire,
      pubAudio: pubAudioPrivilegeExpire,
      pubVideo: pubVideoPrivilegeExpire,
      pubDataStream: pubDataStreamPrivilegeExpire,
    });
    addRtmService(token, classes, rtmUserId, rtmTokenExpire);
    if (Beside) token.add_service(new Beside());
    return token.build();
  };
}

module.exports = { rtcRtmTokenBuilder };
