'use strict';

const node = require('../kernel/node-modules');
const { kernel } = require('../kernel/backend');
const { Buffer } = require('../bytes/buffer');
const { ByteBuf } = require('../bytes/byte-buf');
const { ReadByteBuf } = require('../bytes/read-byte-buf');
const { now, drawSalt } = require('../clock');
const { isHexId } = require('../bytes/hex-id');
const { appendService, readService } = require('./service');
const {
  kApaasServiceType,
  kChatServiceType,
  kConvoAIServiceType,
  kFCdnServiceType,
  kFpaServiceType,
  kRtcServiceType,
  kRtmServiceType,
  kRtm2ServiceType,
  kSttServiceType,
  kStreamingServiceType,
  ServiceApaas,
  ServiceChat,
  ServiceConvoAI,
  ServiceFCdn,
  ServiceFpa,
  ServiceRtc,
  ServiceRtm,
  ServiceRtm2,
  ServiceStt,
  ServiceStreaming,
} = require('./services');
const { TOKEN007_PREFIX } = require('../kernel/format');

/** A Token007: grants services to a client, is built from them, parsed into them, and verified. */
class AccessToken2 {
  constructor(appId, appCertificate, issueTs, expire) {
    this.appId = appId;
    this.appCertificate = appCertificate;
    this.issueTs = issueTs || now();
    this.expire = expire;
    this.salt = drawSalt();
    this.services = [];
    this.__signature = Buffer.alloc(0);
    this.__signing_info = Buffer.alloc(0);
    this.__parsed = false;
  }

  /** Derives the key that signs the content. */
  __signing(appCertificate = this.appCertificate) {
    const issueKey = hmacSha256(new ByteBuf().putUint32(this.issueTs).pack(), appCertificate);
    return hmacSha256(new ByteBuf().putUint32(this.salt).pack(), issueKey);
  }

  __build_check() {
    const { appId, appCertificate, services } = this;
    return isHexId(appId) && isHexId(appCertificate) && services.length !== 0;
  }

  /**
   * Services by ascending type; those of one type keep their order, as the sort is stable.
   * `|| 0`, since a type may be a BigInt, whose zero a sort does not take.
   */
  __services_for_packing() {
    return this.services
      .map((service) => ({ service }))
      .sort((left, right) => left.service.service_type() - right.service.service_type() || 0)
      .map((entry) => entry.service);
  }

  add_service(service) {
    this.services.push(service);
  }

  getServices(serviceType) {
    return this.services.filter((service) => service.service_type() === serviceType);
  }

  build() {
    if (!this.__build_check()) return '';

    if (signsPlainly(this, this.appCertificate)) {
      const { appCertificate, issueTs, salt } = this;
      return kernel.seal(appCertificate, issueTs, salt, packSigningInfo(this), false);
    }
    const key = this.__signing();
    const signingInfo = packSigningInfo(this);
    return kernel.encode(hmacSha256(key, signingInfo), signingInfo);
  }

  from_string(origin_token) {
    // A failed parse must not leave the signature or the services of the token before it.
    this.appId = '';
    this.issueTs = 0;
    this.expire = 0;
    this.salt = 0;
    this.services = [];
    this.__signature = null;
    this.__signing_info = null;
    this.__parsed = parse(this, origin_token);
    this.__signature ??= Buffer.alloc(0);
    this.__signing_info ??= Buffer.alloc(0);
    return this.__parsed;
  }

  verifySignature(appCertificate) {
    const signature = this.__signature;
    const signingInfo = this.__signing_info;
    if (!this.__parsed || signature.length === 0 || signingInfo.length === 0) return false;
    if (!isHexId(this.appId)) return false;

    if (
      signsPlainly(this, appCertificate) &&
      Buffer.isBuffer(signature) &&
      Buffer.isBuffer(signingInfo)
    ) {
      return kernel.verify(appCertificate, this.issueTs, this.salt, signingInfo, signature);
    }
    if (!isHexId(appCertificate)) return false;
    const expected = hmacSha256(this.__signing(appCertificate), signingInfo);
    return signature.length === expected.length && node.crypto.timingSafeEqual(signature, expected);
  }
}

const { __signing } = AccessToken2.prototype;

/** Whether the kernel can derive the key: nothing to coerce, nothing to fail, nothing patched. */
function signsPlainly(token, appCertificate) {
  return (
    typeof appCertificate === 'string' &&
    isUint32Like(token.issueTs) &&
    isUint32Like(token.salt) &&
    token.__signing === __signing
  );
}

/** Whether a u32 write takes a value without coercing or refusing it; a fraction is cut off. */
function isUint32Like(value) {
  return typeof value === 'number' && value >= 0 && value <= 0xffffffff;
}

/**
 * Builds a token of plain fields with the fixed Huffman codes: other bytes than `build()`, made
 * faster. For the interfaces that are this package's alone.
 */
function buildFixed(token) {
  const { appCertificate, issueTs, salt } = token;
  return kernel.seal(appCertificate, issueTs, salt, packSigningInfo(token), true);
}

/** Packs what the signature covers: the header and the services. */
function packSigningInfo(token) {
  const services = token.__services_for_packing();
  const writer = new ByteBuf()
    .putString(token.appId)
    .putUint32(token.issueTs)
    .putUint32(token.expire)
    .putUint32(token.salt)
    .putUint16(services.length);
  services.forEach((service) => appendService(writer, service));
  return writer.view();
}

/** Fills `token` from a text, and tells whether that is a token. */
function parse(token, text) {
  if (typeof text !== 'string' || !text.startsWith(TOKEN007_PREFIX)) return false;

  const content = kernel.open(text);
  if (content === null) return false;
  try {
    parseContent(token, content);
  } catch {
    return false;
  }
  return true;
}

/** Fills `token` from a content. A service of unknown type ends the parse, which then succeeds. */
function parseContent(token, content) {
  let reader = new ReadByteBuf(content);
  token.__signature = reader.getString();
  token.__signing_info = reader.pack();
  token.services = [];
  token.appId = reader.getString();
  token.issueTs = reader.getUint32();
  token.expire = reader.getUint32();
  token.salt = reader.getUint32();

  for (let left = reader.getUint16(); left > 0; left--) {
    const ServiceClass = AccessToken2.kServices[reader.getUint16()];
    if (!ServiceClass) return;

    const service = new ServiceClass();
    reader = readService(reader, service);
    token.add_service(service);
  }
}

function hmacSha256(key, message) {
  return node.crypto.createHmac('sha256', key).update(message).digest();
}

AccessToken2.kServices = {
  [kApaasServiceType]: ServiceApaas,
  [kChatServiceType]: ServiceChat,
  [kFCdnServiceType]: ServiceFCdn,
  [kFpaServiceType]: ServiceFpa,
  [kRtcServiceType]: ServiceRtc,
  [kRtmServiceType]: ServiceRtm,
  [kRtm2ServiceType]: ServiceRtm2,
  [kStreamingServiceType]: ServiceStreaming,
  [kConvoAIServiceType]: ServiceConvoAI,
  [kSttServiceType]: ServiceStt,
};

module.exports = { AccessToken2, buildFixed };
