'use strict';

/**
 * The long ways' services. The classes are handed in, as a test may have put others in the place of
 * those that the builder sees.
 */

/**
 * Adds an RTC service with its four expiries.
 *
 * @param publishes - asked after the first privilege is in, as comparing a role may run user code
 */
function addRtcService(token, { ServiceRtc }, channelName, account, publishes, expires) {
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
function addRtmService(token, { ServiceRtm }, userId, expire) {
  const service = new ServiceRtm(userId);
  service.add_privilege(ServiceRtm.kPrivilegeLogin, expire);
  token.add_service(service);
}

/** Adds a Chat service that lets the user in. */
function addChatService(token, { ServiceChat }, userId, expire) {
  const service = new ServiceChat(userId);
  service.add_privilege(ServiceChat.kPrivilegeUser, expire);
  token.add_service(service);
}

module.exports = { addChatService, addRtcService, addRtmService, sameExpire };
