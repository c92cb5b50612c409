'use strict';

const classes = require('./AccessToken2');
const { addChatService } = require('../lib/builders/add-services');
const { watchIfAsked } = require('../lib/builders/watch-if-asked');
const grants = require('../lib/short-way/grants');
const { shortWayOf } = require('../lib/short-way/single');

const { AccessToken2, ServiceChat } = classes;
const short = shortWayOf(classes);

/** Builds Token007s for Chat: for a user, or for an app that administers Chat. */
class ChatTokenBuilder {
  static buildUserToken(appId, appCertificate, userUuid, expire) {
    if (short.isOpen(appId, appCertificate) && grants.chatUser(short, userUuid, expire)) {
      return short.seal(appId, appCertificate);
    }

    const token = new AccessToken2(appId, appCertificate, null, expire);
    addChatService(token, classes, userUuid, expire);
    return token.build();
  }

  static buildAppToken(appId, appCertificate, expire) {
    if (short.isOpen(appId, appCertificate) && grants.chatApp(short, expire)) {
      return short.seal(appId, appCertificate);
    }

    const token = new AccessToken2(appId, appCertificate, null, expire);
    const service = new ServiceChat();
    service.add_privilege(ServiceChat.kPrivilegeApp, expire);
    token.add_service(service);
    return token.build();
  }
}

watchIfAsked({ ChatTokenBuilder });

module.exports = { ChatTokenBuilder };
