'use strict';

const { AccessToken2, ServiceApaas, ServiceChat } = require('../../src/AccessToken2');
const { now, drawSalt } = require('../clock');
const { addRtmService } = require('./add-services');
const { md5 } = require('../kernel/md5');
const {
  addon,
  isApaasRole,
  isApaasUntouched,
  isChatUntouched,
  isOpen,
  isRtmUntouched,
  isText,
  isUint32,
  isWellFormed,
  refuse,
} = require('../short-way/shortcut');

/** The tokens of aPaaS (Flexible Classroom), which has two builders of different names. */

/** For a user of a room: aPaaS, RTM, and Chat under the MD5 of the user's id. */
function buildRoomUserToken(appId, appCertificate, roomUuid, userUuid, role, expire) {
  if (
    isText(appId) &&
    isText(appCertificate) &&
    isText(roomUuid) &&
    isText(userUuid) &&
    isApaasRole(role) &&
    isUint32(expire) &&
    isOpen() &&
    isApaasUntouched() &&
    isRtmUntouched() &&
    isChatUntouched() &&
    isWellFormed(userUuid)
  ) {
    const issueTs = now();
    const salt = drawSalt();
    const token = addon.ApaasTokenBuilder.buildRoomUserToken(
      appId,
      appCertificate,
      roomUuid,
      userUuid,
      role,
      expire,
      issueTs,
      salt,
    );
    return token ?? refuse(issueTs, salt);
  }

  const token = new AccessToken2(appId, appCertificate, 0, expire);
  const chatUserId = md5(userUuid);
  token.add_service(new ServiceApaas(roomUuid, userUuid, role));
  addRtmService(token, userUuid, expire);
  addChatService(token, chatUserId, expire);
  return token.build();
}

function addChatService(token, userId, expire) {
  const service = new ServiceChat(userId);
  service.add_privilege(ServiceChat.kPrivilegeUser, expire);
  token.add_service(service);
}

/** For a user, whatever the room. */
function buildUserToken(appId, appCertificate, userUuid, expire) {
  if (
    isText(appId) &&
    isText(appCertificate) &&
    isText(userUuid) &&
    isUint32(expire) &&
    isOpen() &&
    isApaasUntouched()
  ) {
    const issueTs = now();
    const salt = drawSalt();
    const token = addon.ApaasTokenBuilder.buildUserToken(
      appId,
      appCertificate,
      userUuid,
      expire,
      issueTs,
      salt,
    );
    return token ?? refuse(issueTs, salt);
  }

  const token = new AccessToken2(appId, appCertificate, 0, expire);
  const service = new ServiceApaas('', userUuid);
  service.add_privilege(ServiceApaas.PRIVILEGE_USER, expire);
  token.add_service(service);
  return token.build();
}

/** For an app that administers aPaaS. */
function buildAppToken(appId, appCertificate, expire) {
  if (
    isText(appId) &&
    isText(appCertificate) &&
    isUint32(expire) &&
    isOpen() &&
    isApaasUntouched()
  ) {
    const issueTs = now();
    const salt = drawSalt();
    const token = addon.ApaasTokenBuilder.buildAppToken(
      appId,
      appCertificate,
      expire,
      issueTs,
      salt,
    );
    return token ?? refuse(issueTs, salt);
  }

  const token = new AccessToken2(appId, appCertificate, 0, expire);
  const service = new ServiceApaas();
  service.add_privilege(ServiceApaas.PRIVILEGE_APP, expire);
  token.add_service(service);
  return token.build();
}

module.exports = { buildRoomUserToken, buildUserToken, buildAppToken };
