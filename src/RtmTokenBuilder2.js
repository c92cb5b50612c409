'use strict';

const classes = require('./AccessToken2');
const { addRtmService } = require('../lib/builders/add-services');
const grants = require('../lib/short-way/grants');
const { shortWayOf } = require('../lib/short-way/single');

const { AccessToken2, ServiceRtm2 } = classes;
const short = shortWayOf(classes);

/** Builds Token007s for RTM, and for RTM2 with permissions by resource. */
class RtmTokenBuilder {
  static buildToken(appId, appCertificate, userId, expire) {
    if (short.isOpen(appId, appCertificate) && grants.rtm(short, userId, expire)) {
      return short.seal(appId, appCertificate);
    }

    const token = new AccessToken2(appId, appCertificate, null, expire);
    addRtmService(token, classes, userId, expire);
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
