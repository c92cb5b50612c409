'use strict';

const classes = require('./AccessToken2');
const { addRtmService } = require('../lib/builders/add-services');
const { watchIfAsked } = require('../lib/builders/watch-if-asked');
const grants = require('../lib/short-way/grants');
const { shortWayOf } = require('../lib/short-way/single');

const { AccessToken2, ServiceRtm2 } = classes;
const short = shortWayOf(classes);

/**
 * Builds Token007s for RTM, and for RTM2 with permissions by resource.
 *
 * In the version of the package that has token3, the root's builder is token3's. So `buildToken` takes
 * permissions as its fifth argument; whatever is none is ignored, as in the original.
 */
class RtmTokenBuilder {
  // The default keeps the number of parameters, which is 4 in the original.
  static buildToken(appId, appCertificate, userId, expire, permissions = undefined) {
    if (short.isOpen(appId, appCertificate) && grants.rtm(short, userId, expire, permissions)) {
      return short.seal(appId, appCertificate);
    }
    const byResource = toPermissions(permissions);
    if (byResource !== null) {
      const token3 = require('./token3/RtmTokenBuilder3');
      return token3.RtmTokenBuilder.buildToken(appId, appCertificate, userId, expire, byResource);
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

/** Permissions for token3: an object, or JSON of one; `null` for anything else. */
function toPermissions(value) {
  const read = typeof value === 'string' ? parseJson(value) : value;
  return typeof read === 'object' ? read : null;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

watchIfAsked({ RtmTokenBuilder });

module.exports = { RtmTokenBuilder };
