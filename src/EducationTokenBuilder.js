'use strict';

const { apaasTokens } = require('../lib/builders/apaas-tokens');

const apaas = apaasTokens(require('./AccessToken2'));
const { watchIfAsked } = require('../lib/builders/watch-if-asked');

/** Builds Token007s for aPaaS (Flexible Classroom), under its name for education. */
class EducationTokenBuilder {
  static buildRoomUserToken(appId, appCertificate, roomUuid, userUuid, role, expire) {
    return apaas.buildRoomUserToken(appId, appCertificate, roomUuid, userUuid, role, expire);
  }

  static buildUserToken(appId, appCertificate, userUuid, expire) {
    return apaas.buildUserToken(appId, appCertificate, userUuid, expire);
  }

  static buildAppToken(appId, appCertificate, expire) {
    return apaas.buildAppToken(appId, appCertificate, expire);
  }
}

watchIfAsked({ EducationTokenBuilder });

module.exports = { EducationTokenBuilder };
