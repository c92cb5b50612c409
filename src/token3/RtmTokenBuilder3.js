'use strict';

const { RtmPermission } = require('../../lib/token007/rtm-permission');
const { AccessToken3, ServiceRtm } = require('./AccessToken3');

/**
 * Builds the tokens of the special RTM interface, which Agora enables on request. The methods call each
 * other by the class's name, so that they work detached.
 */
class RtmTokenBuilder {
  static buildToken(appId, appCertificate, userId, expire, permissions) {
    const token = new AccessToken3(appId, appCertificate, null, expire);
    const known = RtmTokenBuilder._genPermissions(permissions);
    const service = new ServiceRtm(userId, RtmTokenBuilder._objToMap(known));
    service.add_privilege(ServiceRtm.kPrivilegeLogin, expire);
    token.add_service(service);
    return token.build();
  }

  static fromString(token) {
    return new AccessToken3().from_string(token);
  }

  /** Turns nested objects with numeric keys into nested maps. */
  static _objToMap(obj) {
    return new Map(
      Object.entries(obj).map(([key, value]) => [
        Number(key),
        isMapLike(value) ? RtmTokenBuilder._objToMap(value) : value,
      ]),
    );
  }

  /** Keeps the resources, permissions and string items that the interface knows. */
  static _genPermissions(permissions) {
    const given = readPermissions(permissions);
    const known = {};
    if (Object.keys(given).length === 0) return known;

    for (const resource of Object.values(RtmPermission.resourceKeys)) {
      for (const permission of Object.values(RtmPermission.permissionKeys)) {
        const items = given[resource]?.[permission];
        if (!Array.isArray(items)) continue;

        known[resource] ??= {};
        const texts = items.filter((item) => typeof item === 'string');
        if (texts.length > 0) known[resource][permission] = texts;
      }
    }
    return known;
  }
}

/** Permissions as an object: JSON is parsed, and what is neither JSON nor an object is empty. */
function readPermissions(permissions) {
  if (typeof permissions === 'object') return permissions;
  if (typeof permissions !== 'string') return {};
  try {
    return JSON.parse(permissions);
  } catch (error) {
    console.log(error);
    return {};
  }
}

function isMapLike(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

module.exports = { RtmTokenBuilder, RtmPermission };
