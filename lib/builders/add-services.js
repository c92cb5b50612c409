'use strict';

const { ServiceRtc, ServiceRtm } = require('../../src/AccessToken2');

/**
 * Adds an RTC service with its four expiries.
 *
 * @param publishes - asked after the first privilege is in, as comparing a role may run user code
 */
function addRtcService(token, channelName, account, publishes, expires) {
  const service = new ServiceRtc(channelName, account);
  service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, expires.joinChannel);
  if (publishes()) {
    service.add_privilege(ServiceRtc.kPrivilegePublishAudioStream, expires.pubAudio);
    service.add_privilege(ServiceRtc.kPrivilegePublishVideoStream, expires.pubVideo);
    service.add_privilege(ServiceRtc.kPrivilegePublishDataStream, expires.pubDataStream);
  }
  token.add_service(service);
}

/** One expiry for joining and for everything published. */
function sameExpire(expire) {
  return { joinChannel: expire, pubAudio: expire, pubVideo: expire, pubDataStream: expire };
}

/** Adds an RTM service that lets the user log in. */
function addRtmService(token, userId, expire) {
  const service = new ServiceRtm(userId);
  service.add_privilege(ServiceRtm.kPrivilegeLogin, expire);
  token.add_service(service);
}

module.exports = { addRtcService, addRtmService, sameExpire };
