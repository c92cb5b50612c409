'use strict';

const { ByteBuf } = require('../../lib/bytes/byte-buf');
const { drawSalt } = require('../../lib/clock');
const { isText } = require('../../lib/bytes/plain');
const { isOpen, refuse } = require('../../lib/short-way/shortcut');
const { isOriginal, methodOf } = require('./methods');

/** Room for some hundred requests before the buffer has to grow. */
const CAPACITY = 64 * 1024;

/** The length by which the addon reports a clock or a salt that no token can hold. */
const REFUSED = 0xffffffff;

/**
 * A run of requests. Those whose arguments are plain are packed for the addon (the format is that of
 * `src/addon/batch/requests.rs`); any other is built at once by calling its method, so that coercions and
 * errors are the method's own.
 */
class PackedRequests {
  #writer = new ByteBuf(Buffer.allocUnsafe(CAPACITY));
  #results;
  #packed = [];
  #appId;
  #appCertificate;

  constructor(requests) {
    this.#results = new Array(requests.length);
    for (let i = 0; i < requests.length; i++) {
      this.#results[i] = attempt(() => this.#add(requests[i], i));
    }
  }

  get bytes() {
    return this.#writer.view();
  }

  #add(request, index) {
    const method = methodOf(request);
    const args = request.args ?? [];
    if (!isPlain(method, args)) return method.builder[method.name](...args);

    const salt = drawSalt();
    this.#packed.push({ index, salt });
    this.#writer.putDouble(salt);
    this.#putCredentials(args[0], args[1]);
    method.grant.pack(this.#writer, args);
    return undefined;
  }

  /** Credentials are written once for all requests in a row that share them. */
  #putCredentials(appId, appCertificate) {
    if (appId === this.#appId && appCertificate === this.#appCertificate) {
      this.#writer.putUint8(1);
      return;
    }
    this.#writer.putUint8(0).putString(appId).putString(appCertificate);
    this.#appId = appId;
    this.#appCertificate = appCertificate;
  }

  /** The results in the order of the requests, given what the addon made of the packed ones. */
  results(packedResults, issueTs) {
    let position = 0;
    for (const { index, salt } of this.#packed) {
      const length = packedResults.readUInt32LE(position);
      position += 4;
      if (length === REFUSED) {
        this.#results[index] = attempt(() => refuse(issueTs, salt));
        continue;
      }
      this.#results[index] = { token: packedResults.latin1Slice(position, position + length) };
      position += length;
    }
    return this.#results;
  }
}

/** Whether the addon may build in the place of a method. */
function isPlain(method, args) {
  return (
    method.grant !== undefined &&
    isOpen() &&
    isOriginal(method) &&
    isText(args[0]) &&
    isText(args[1]) &&
    method.grant.isPlain(args)
  );
}

function attempt(build) {
  try {
    return { token: build() };
  } catch (error) {
    return { error };
  }
}

module.exports = { PackedRequests };
