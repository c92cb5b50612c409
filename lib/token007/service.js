'use strict';

const { ByteBuf } = require('../bytes/byte-buf');
const { ReadByteBuf } = require('../bytes/read-byte-buf');

/** A service that a token grants: its numeric type and its privileges, each with an expiry. */
class Service {
  constructor(service_type) {
    this.__type = service_type;
    this.__privileges = {};
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
 * The payload layout behind each `pack` and `unpack` method of ours, `null` for none. A service
 * whose methods are found here is read and written in place; any other, a user's subclass or a
 * patched class, is asked through its methods.
 */
const layoutOfPack = new Map([[pack, null]]);
const layoutOfUnpack = new Map([[unpack, null]]);

function registerPayload(ServiceClass, layout) {
  layoutOfPack.set(ServiceClass.prototype.pack, layout);
  layoutOfUnpack.set(ServiceClass.prototype.unpack, layout);
}

/** Packs a service with a payload. The payload is evaluated first, as its coercions may throw. */
function packWithPayload(layout, service, packHeader) {
  const payload = layout.write(new ByteBuf(), service).pack();
  return Buffer.concat([packHeader(), payload]);
}

function unpackPayload(layout, service, reader) {
  layout.read(reader, service);
  return reader;
}

/** Writes `service.pack()` to `writer`. */
function appendService(writer, service) {
  const layout = layoutOfPack.get(service.pack);
  if (layout === undefined || !hasOwnHeader(service)) {
    // `concat` for its check: a custom `pack` may return anything.
    return writer.putRaw(Buffer.concat([Buffer.alloc(0), service.pack()]));
  }
  const payload = layout?.write(new ByteBuf(), service).view();
  writer.putUint16(service.__type).putTreeMapUInt32(service.__privileges);
  return payload ? writer.putRaw(payload) : writer;
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
  const layout = layoutOfUnpack.get(service.unpack);
  if (layout === undefined || Service.prototype.unpack !== unpack) {
    return new ReadByteBuf(service.unpack(reader.pack()).pack());
  }
  service.__privileges = reader.getTreeMapUInt32();
  layout?.read(reader, service);
  reader.assertWithin();
  return reader;
}

module.exports = {
  Service,
  registerPayload,
  packWithPayload,
  unpackPayload,
  appendService,
  readService,
};
