'use strict';

const { AccessToken2, ServiceChat } = require('./AccessToken2');
const { now, drawSalt } = require('../lib/clock');
const {
  addon,
  isChatUntouched,
  isOpen,
  isText,
  isUint32,
  refuse,
} = require('../lib/short-way/shortcut');

/** Builds Token007s for Chat: for a user, or for an app that administers Chat. */
class ChatTokenBuilder {
  static buildUserToken(appId, appCertificate, userUuid, expire) {
    if (
      isText(appId) &&
      isText(appCertificate) &&
      isText(userUuid) &&
      isUint32(expire) &&
      isOpen() &&
      isChatUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.ChatTokenBuilder.buildUserToken(
        appId,
        appCertificate,
        userUuid,
        expire,
        issueTs,
        salt,
      );
      return token ?? refuse(issueTs, salt);
    }

    const token = new AccessToken2(appId, appCertificate, null, expire);
    const service = new ServiceChat(userUuid);
    service.add_privilege(ServiceChat.kPrivilegeUser, expire);
    token.add_service(service);
    return token.build();
  }

  static buildAppToken(appId, appCertificate, expire) {
    if (
      isText(appId) &&
      isText(appCertificate) &&
      isUint32(expire) &&
      isOpen() &&
      isChatUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.ChatTokenBuilder.buildAppToken(
        appId,
        appCertificate,
        expire,
        issueTs,
        salt,
      );
      return token ?? refuse(issueTs, salt);
    }

    const token = new AccessToken2(appId, appCertificate, null, expire);
    const service = new ServiceChat();
    service.add_privilege(ServiceChat.kPrivilegeApp, expire);
    token.add_service(service);
    return token.build();
  }
}

module.exports = { ChatTokenBuilder };
