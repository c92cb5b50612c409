'use strict';

const { ByteBuf } = require('../bytes/byte-buf');
const { ReadByteBuf } = require('../bytes/read-byte-buf');
const { Spare } = require('../bytes/spare');
const { getFields, putFields } = require('./fields');

/** Whether a map is the one that a service was made with: an ordinary object, and no proxy. */
let isOwnMap;

/** A service that a token grants: its numeric type and its privileges, each with an expiry. */
class Service {
  /** The privileges that the constructor made. */
  #privileges = {};

  static {
    isOwnMap = (service, map) => #privileges in service && map === service.#privileges;
  }

  constructor(service_type) {
    this.__type = service_type;
    this.__privileges = this.#privileges;
  }

  __pack_type() {
    return new ByteBuf().putUint16(this.__type).pack();
  }

  __pack_privileges() {
    return new ByteBuf().putTreeMapUInt32(this.__privileges).pack();
  }

  service_type() {
    return this.__type;
  }

  add_privilege(privilege, expire) {
    this.__privileges[privilege] = expire;
  }

  pack() {
    return Buffer.concat([this.__pack_type(), this.__pack_privileges()]);
  }

  /** Reads what follows the type, and returns the reader standing behind it. */
  unpack(buffer) {
    const reader = new ReadByteBuf(buffer);
    this.__privileges = reader.getTreeMapUInt32();
    return reader;
  }
}

const { __pack_type, __pack_privileges, pack, unpack } = Service.prototype;

/**
 * The fields behind each `pack` and `unpack` method of ours. A service whose methods are found here is
 * written and read in place; any other, a user's subclass or a patched class, is asked through its
 * methods.
 */
const fieldsOfPack = new Map([[pack, []]]);
const fieldsOfUnpack = new Map([[unpack, []]]);

/** Gives a class of services its own `pack` and `unpack`, which users call, extend and replace. */
function definePacking(ServiceClass, fields) {
  const { prototype } = ServiceClass;
  const parent = Object.getPrototypeOf(prototype);
  const methods = {
    pack() {
      if (fields.length === 0) return parent.pack.call(this);
      // The fields come first, as their coercions may throw.
      const payload = new ByteBuf();
      putFields(payload, this, fields);
      return Buffer.concat([parent.pack.call(this), payload.pack()]);
    },

    unpack(buffer) {
      const reader = parent.unpack.call(this, buffer);
      getFields(reader, this, fields);
      return reader;
    },
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
  fieldsOfPack.set(methods.pack, fields);
  fieldsOfUnpack.set(methods.unpack, fields);
}

/** For the fields of a service, which are evaluated before its header and stand behind it. */
const payloads = new Spare(() => new ByteBuf());

/** Writes `service.pack()` to `writer`. */
function appendService(writer, service) {
  const fields = fieldsOfPack.get(service.pack);
  if (fields === undefined || !hasOwnHeader(service)) {
    // `concat` for its check: a custom `pack` may return anything.
    writer.putRaw(Buffer.concat([Buffer.alloc(0), service.pack()]));
    return;
  }
  const payload = payloads.take();
  payload.position = 0;
  putFields(payload, service, fields);
  writer.putUint16(service.__type);
  const privileges = service.__privileges;
  if (isOwnMap(service, privileges)) writer.putOrdinaryMap(privileges);
  else writer.putTreeMapUInt32(privileges);
  writer.putWritten(payload);
  payloads.giveBack(payload);
}

function hasOwnHeader(service) {
  return (
    service.__pack_type === __pack_type &&
    service.__pack_privileges === __pack_privileges &&
    Service.prototype.pack === pack
  );
}

/** Lets `service` read itself from `reader`; returns the reader standing behind it. */
function readService(reader, service) {
  const fields = fieldsOfUnpack.get(service.unpack);
  if (fields === undefined || Service.prototype.unpack !== unpack) {
    return new ReadByteBuf(service.unpack(reader.pack()).pack());
  }
  service.__privileges = reader.getTreeMapUInt32();
  getFields(reader, service, fields);
  reader.assertWithin();
  return reader;
}

module.exports = { Service, definePacking, appendService, readService };
