'use strict';

const { AccessToken2, ServiceRtm2 } = require('./AccessToken2');
const { now, drawSalt } = require('../lib/clock');
const { addRtmService } = require('../lib/builders/add-services');
const {
  addon,
  isOpen,
  isRtmUntouched,
  isText,
  isUint32,
  refuse,
} = require('../lib/short-way/shortcut');

/** Builds Token007s for RTM, and for RTM2 with permissions by resource. */
class RtmTokenBuilder {
  static buildToken(appId, appCertificate, userId, expire) {
    if (
      isText(appId) &&
      isText(appCertificate) &&
      isText(userId) &&
      isUint32(expire) &&
      isOpen() &&
      isRtmUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.RtmTokenBuilder.buildToken(
        appId,
        appCertificate,
        userId,
        expire,
        issueTs,
        salt,
      );
      return token ?? refuse(issueTs, salt);
    }

    const token = new AccessToken2(appId, appCertificate, null, expire);
    addRtmService(token, userId, expire);
    return token.build();
  }

  static buildTokenWithPermissions(appId, appCertificate, userId, permissions, expire) {
    const token = new AccessToken2(appId, appCertificate, null, expire);
    const service = new ServiceRtm2(userId, permissions);
    service.add_privilege(ServiceRtm2.kPrivilegeLogin, expire);
    token.add_service(service);
    return token.build();
  }
}

module.exports = { RtmTokenBuilder };
