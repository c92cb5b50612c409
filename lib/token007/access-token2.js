'use strict';

const { Buffer } = require('../bytes/buffer');
const { kernel } = require('../kernel/backend');
const { TOKEN007_PREFIX } = require('../kernel/format');
const { areEqual, hmacSha256 } = require('../kernel/hash');
const { ByteBuf } = require('../bytes/byte-buf');
const { ReadByteBuf } = require('../bytes/read-byte-buf');
const { now, drawSalt } = require('../clock');
const { emptyBuffer } = require('../bytes/empty-buffer');
const { isHexId } = require('../bytes/hex-id');
const { isInUint32Range, isText } = require('../bytes/plain');
const { Spare } = require('../bytes/spare');
const { appendService, readService } = require('./service');
const { CATALOGUE } = require('./services');

/** Bytes that hold nearly every signing info. */
const WRITER_CAPACITY = 16 * 1024;

/** What a token has while it is read, and no longer; made then, as bundles may have no Buffer before. */
let noBytes = null;

/** Whether a list of services is the one that the token was made with: an array, and no proxy. */
let isOwnList;

/** A Token007: grants services to a client, is built from them, parsed into them, and verified. */
class AccessToken2 {
  /** The list of services that the constructor made. */
  #list = [];

  static {
    isOwnList = (token, services) => #list in token && services === token.#list;
  }

  constructor(appId, appCertificate, issueTs, expire) {
    this.appId = appId;
    this.appCertificate = appCertificate;
    this.issueTs = issueTs || now();
    this.expire = expire;
    this.salt = drawSalt();
    this.services = this.#list;
    this.__signature = emptyBuffer();
    this.__signing_info = emptyBuffer();
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

    // Read once, as an accessor may give another one later.
    const { appCertificate } = this;
    if (isText(this.appId) && signsPlainly(this, appCertificate, this.issueTs, this.salt)) {
      return sealServices(appCertificate, this, inOrder(this), false);
    }
    const key = this.__signing();
    const signingInfo = packSigningInfo(new ByteBuf(), this, inOrder(this)).view();
    return kernel.encode(hmacSha256(key, signingInfo), signingInfo);
  }

  from_string(origin_token) {
    // A failed parse must not leave the signature or the services of the token before it.
    this.appId = '';
    this.issueTs = 0;
    this.expire = 0;
    this.salt = 0;
    this.services = [];
    noBytes ??= emptyBuffer();
    this.__signature = noBytes;
    this.__signing_info = noBytes;
    this.__parsed = false;
    if (parse(this, origin_token)) {
      this.__parsed = true;
      return true;
    }
    if (this.__signature === noBytes) this.__signature = emptyBuffer();
    if (this.__signing_info === noBytes) this.__signing_info = emptyBuffer();
    return false;
  }

  verifySignature(appCertificate) {
    const signature = this.__signature;
    const signingInfo = this.__signing_info;
    if (!this.__parsed || signature.length === 0 || signingInfo.length === 0) return false;
    if (!isHexId(this.appId)) return false;

    const { issueTs, salt } = this;
    if (
      signsPlainly(this, appCertificate, issueTs, salt) &&
      isOrdinaryBuffer(signature) &&
      isOrdinaryBuffer(signingInfo)
    ) {
      return kernel.verify(appCertificate, issueTs, salt, signingInfo, signature);
    }
    if (!isHexId(appCertificate)) return false;
    const expected = hmacSha256(this.__signing(appCertificate), signingInfo);
    return areEqual(signature, expected);
  }
}

const { __signing, __build_check, __services_for_packing } = AccessToken2.prototype;

/** Whether the kernel can derive the key: nothing to coerce, nothing to fail, nothing patched. */
function signsPlainly(token, appCertificate, issueTs, salt) {
  return (
    typeof appCertificate === 'string' &&
    isInUint32Range(issueTs) &&
    isInUint32Range(salt) &&
    token.__signing === __signing &&
    token.__build_check === __build_check
  );
}

/** Whether a value is a Buffer, and no proxy of one. */
function isOrdinaryBuffer(value) {
  return Buffer.isBuffer(value) && ArrayBuffer.isView(value);
}

/** The memory that one signing info after another is packed into. */
const writers = new Spare(() => new ByteBuf(Buffer.allocUnsafeSlow(WRITER_CAPACITY)));

/**
 * Packs a token of plain credentials and lets the kernel sign it.
 *
 * @param head - App ID, second of issue, lifetime and salt: a token, or its like
 * @param services - in their order
 * @param isFixed - whether to use the fixed Huffman codes: other bytes than `build()`, made faster,
 *   for the interfaces that are this package's alone
 */
function sealServices(appCertificate, head, services, isFixed) {
  const writer = writers.take();
  writer.position = 0;
  packSigningInfo(writer, head, services);
  const sealed = kernel.seal(appCertificate, writer.buffer, writer.position, isFixed);
  if (writer.buffer.length === WRITER_CAPACITY) writers.giveBack(writer);
  return sealed;
}

/** Packs what the signature covers: the header and the services. */
function packSigningInfo(writer, head, services) {
  writer
    .putString(head.appId)
    .putUint32(head.issueTs)
    .putUint32(head.expire)
    .putUint32(head.salt)
    .putUint16(services.length);
  services.forEach((service) => appendService(writer, service));
  return writer;
}

/** The services as they are packed; a single one needs no sorting. */
function inOrder(token) {
  const { services } = token;
  const isSingle =
    isOwnList(token, services) &&
    services.length === 1 &&
    token.__services_for_packing === __services_for_packing;
  return isSingle ? [services[0]] : token.__services_for_packing();
}

/** Fills `token` from a text, and tells whether that is a token. */
function parse(token, text) {
  if (typeof text !== 'string' || !text.startsWith(TOKEN007_PREFIX)) return false;

  try {
    return kernel.open(text, parseContent, token) === true;
  } catch {
    return false;
  }
}

/** Fills `token` from a content. A service of unknown type ends the parse, which succeeds all the same. */
function parseContent(content, token) {
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
    if (!ServiceClass) return true;

    const service = new ServiceClass();
    reader = readService(reader, service);
    token.add_service(service);
  }
  return true;
}

AccessToken2.kServices = Object.fromEntries(
  CATALOGUE.map(({ type, ServiceClass }) => [type, ServiceClass]),
);

module.exports = { AccessToken2, sealServices };
