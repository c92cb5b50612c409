'use strict';

const { AccessToken2, ServiceFpa } = require('./AccessToken2');
const { now, drawSalt } = require('../lib/clock');
const { addon, isFpaUntouched, isOpen, isText, refuse } = require('../lib/short-way/shortcut');

const ONE_DAY = 24 * 3600;

/** Builds Token007s for FPA, valid for 24 hours. */
class FpaTokenBuilder {
  static buildToken(appId, appCertificate) {
    if (isText(appId) && isText(appCertificate) && isOpen() && isFpaUntouched()) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.FpaTokenBuilder.buildToken(appId, appCertificate, issueTs, salt);
      return token ?? refuse(issueTs, salt);
    }

    const token = new AccessToken2(appId, appCertificate, 0, ONE_DAY);
    const service = new ServiceFpa();
    service.add_privilege(ServiceFpa.kPrivilegeLogin, 0);
    token.add_service(service);
    return token.build();
  }
}

module.exports = { FpaTokenBuilder };
