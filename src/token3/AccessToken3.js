'use strict';

const node = require('../../lib/kernel/node-modules');
const { kernel } = require('../../lib/kernel/backend');
const { assertEnoughStack } = require('../../lib/kernel/enough-stack');
const { ByteBuf } = require('../../lib/bytes/byte-buf');
const { now, drawSalt } = require('../../lib/clock');
const { ReadByteBuf } = require('../../lib/bytes/read-byte-buf');
const { nestedPermissions, text } = require('../../lib/token007/fields');
const {
  Service,
  appendService,
  definePacking,
  readService,
} = require('../../lib/token007/service');
const {
  kApaasServiceType,
  kChatServiceType,
  kFpaServiceType,
  kRtcServiceType,
  ServiceApaas,
  ServiceChat,
  ServiceFpa,
  ServiceRtc,
} = require('../../lib/token007/services');
const { CONTENT_LIMIT, TOKEN007_PREFIX } = require('../../lib/kernel/format');
const { hmacSha256 } = require('../../lib/kernel/hash');

const ID_LENGTH = 32;
const kRtmServiceType = 8;

/** Logging in to RTM with permissions by resource, given as nested maps or objects. */
class ServiceRtm extends Service {
  constructor(user_id, permissions) {
    super(kRtmServiceType);
    this.__user_id = user_id || '';
    this.__permissions = permissions;
  }
}
ServiceRtm.kPrivilegeLogin = 1;
definePacking(ServiceRtm, [
  { key: '__user_id', kind: text },
  { key: '__permissions', kind: nestedPermissions },
]);

/**
 * A Token007 of the special RTM interface. It holds one service of a type, does not check that its
 * credentials are hex digits, and cannot verify a signature.
 */
class AccessToken3 {
  constructor(appId, appCertificate, issueTs, expire) {
    this.appId = appId;
    this.appCertificate = appCertificate;
    this.issueTs = issueTs || now();
    this.expire = expire;
    this.salt = drawSalt();
    this.services = {};
  }

  __signing() {
    const issueKey = hmacSha256(new ByteBuf().putUint32(this.issueTs).pack(), this.appCertificate);
    return hmacSha256(new ByteBuf().putUint32(this.salt).pack(), issueKey);
  }

  __build_check() {
    const { appId, appCertificate, services } = this;
    return (
      appId.length === ID_LENGTH &&
      appCertificate.length === ID_LENGTH &&
      Object.keys(services).length !== 0
    );
  }

  add_service(service) {
    this.services[service.service_type()] = service;
  }

  build() {
    if (!this.__build_check()) return '';

    const key = this.__signing();
    const services = Object.values(this.services);
    const writer = new ByteBuf()
      .putString(this.appId)
      .putUint32(this.issueTs)
      .putUint32(this.expire)
      .putUint32(this.salt)
      .putUint16(services.length);
    for (const service of services) appendService(writer, service);
    const signingInfo = writer.view();
    return kernel.encode(hmacSha256(key, signingInfo), signingInfo);
  }

  /** Fills the token from a string. Returns `false` for another version, else nothing. */
  from_string(origin_token) {
    if (origin_token.substring(0, TOKEN007_PREFIX.length) !== TOKEN007_PREFIX) return false;

    const compressed = Buffer.from(origin_token.substring(TOKEN007_PREFIX.length), 'base64');
    assertEnoughStack();
    let reader = new ReadByteBuf(
      node.zlib.inflateSync(compressed, { maxOutputLength: CONTENT_LIMIT }),
    );
    reader.getString(); // the signature, which this interface does not keep
    this.appId = reader.getString();
    this.issueTs = reader.getUint32();
    this.expire = reader.getUint32();
    this.salt = reader.getUint32();

    for (let left = reader.getUint16(); left > 0; left--) {
      const type = reader.getUint16();
      const service = new AccessToken3.kServices[type]();
      reader = readService(reader, service);
      this.services[type] = service;
    }
  }
}

AccessToken3.kServices = {
  [kApaasServiceType]: ServiceApaas,
  [kChatServiceType]: ServiceChat,
  [kFpaServiceType]: ServiceFpa,
  [kRtcServiceType]: ServiceRtc,
  [kRtmServiceType]: ServiceRtm,
};

module.exports = {
  AccessToken3,
  kApaasServiceType,
  kChatServiceType,
  kFpaServiceType,
  kRtcServiceType,
  kRtmServiceType,
  ServiceApaas,
  ServiceChat,
  ServiceFpa,
  ServiceRtc,
  ServiceRtm,
};
