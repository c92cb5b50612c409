'use strict';

const { md5 } = require('../kernel/md5');
const grants = require('../short-way/grants');
const { shortWayOf } = require('../short-way/single');
const { addChatService, addRtmService } = require('./add-services');

/**
 * The tokens of aPaaS (Flexible Classroom), which has two builders of different names.
 *
 * @param classes - the exports of src/AccessToken2 that the builder sees
 */
function apaasTokens(classes) {
  const { AccessToken2, ServiceApaas } = classes;
  const short = shortWayOf(classes);

  return {
    /** For a user of a room: aPaaS, RTM, and Chat under the MD5 of the user's id. */
    buildRoomUserToken(appId, appCertificate, roomUuid, userUuid, role, expire) {
      if (
        short.isOpen(appId, appCertificate) &&
        grants.apaasRoomUser(short, roomUuid, userUuid, role, expire)
      ) {
        return short.seal(appId, appCertificate);
      }

      const token = new AccessToken2(appId, appCertificate, 0, expire);
      const chatUserId = md5(userUuid);
      token.add_service(new ServiceApaas(roomUuid, userUuid, role));
      addRtmService(token, classes, userUuid, expire);
      addChatService(token, classes, chatUserId, expire);
      return token.build();
    },

    /** For a user, whatever the room. */
    buildUserToken(appId, appCertificate, userUuid, expire) {
      if (short.isOpen(appId, appCertificate) && grants.apaasUser(short, userUuid, expire)) {
        return short.seal(appId, appCertificate);
      }

      const token = new AccessToken2(appId, appCertificate, 0, expire);
      const service = new ServiceApaas('', userUuid);
      service.add_privilege(ServiceApaas.PRIVILEGE_USER, expire);
      token.add_service(service);
      return token.build();
    },

    /** For an app that administers aPaaS. */
    buildAppToken(appId, appCertificate, expire) {
      if (short.isOpen(appId, appCertificate) && grants.apaasApp(short, expire)) {
        return short.seal(appId, appCertificate);
      }

      const token = new AccessToken2(appId, appCertificate, 0, expire);
      const service = new ServiceApaas();
      service.add_privilege(ServiceApaas.PRIVILEGE_APP, expire);
      token.add_service(service);
      return token.build();
    },
  };
}

module.exports = { apaasTokens };
