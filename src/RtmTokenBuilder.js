'use strict';

const { AccessToken, priviledges } = require('./AccessToken');
const { kernel } = require('../lib/kernel/backend');
const { RTM_LOGIN } = require('../lib/kernel/privileges-006');
const { isText, isUint32 } = require('../lib/bytes/plain');

const Role = {
  Rtm_User: 1,
};

/** Builds RTM tokens of version 006. New projects use the builder of RtmTokenBuilder2. */
class RtmTokenBuilder {
  static buildToken(appID, appCertificate, account, _role, privilegeExpiredTs) {
    const token = new AccessToken(appID, appCertificate, account, '');
    if (
      isText(appID) &&
      isText(appCertificate) &&
      isText(account) &&
      isUint32(privilegeExpiredTs) &&
      isUint32(token.salt) &&
      priviledges.kRtmLogin === RTM_LOGIN
    ) {
      const built = kernel.accessToken.buildRtm(
        appID,
        appCertificate,
        account,
        privilegeExpiredTs,
        token.salt,
        token.ts,
      );
      if (built !== null) return built;
    }
    token.addPriviledge(priviledges.kRtmLogin, privilegeExpiredTs);
    return token.build();
  }
}

module.exports = { RtmTokenBuilder, Role };
