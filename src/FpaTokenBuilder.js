'use strict';

const classes = require('./AccessToken2');
const { watchIfAsked } = require('../lib/builders/watch-if-asked');
const grants = require('../lib/short-way/grants');
const { shortWayOf } = require('../lib/short-way/single');

const { AccessToken2, ServiceFpa } = classes;
const short = shortWayOf(classes);

const ONE_DAY = 24 * 3600;

/** Builds Token007s for FPA, valid for 24 hours. */
class FpaTokenBuilder {
  static buildToken(appId, appCertificate) {
    if (short.isOpen(appId, appCertificate) && grants.fpa(short)) {
      return short.seal(appId, appCertificate);
    }

    const token = new AccessToken2(appId, appCertificate, 0, ONE_DAY);
    const service = new ServiceFpa();
    service.add_privilege(ServiceFpa.kPrivilegeLogin, 0);
    token.add_service(service);
    return token.build();
  }
}

watchIfAsked({ FpaTokenBuilder });

module.exports = { FpaTokenBuilder };
