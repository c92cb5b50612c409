'use strict';

const { AccessToken, priviledges } = require('./AccessToken');

const Role = {
  Rtm_User: 1,
};

/** Builds RTM tokens of version 006. New projects use the builder of RtmTokenBuilder2. */
class RtmTokenBuilder {
  static buildToken(appID, appCertificate, account, role, privilegeExpiredTs) {
    const token = new AccessToken(appID, appCertificate, account, '');
    token.addPriviledge(priviledges.kRtmLogin, privilegeExpiredTs);
    return token.build();
  }
}

module.exports = { RtmTokenBuilder, Role };
