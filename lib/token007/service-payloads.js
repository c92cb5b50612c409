'use strict';

const { Rtm2Permissions } = require('./rtm2-permissions');

/**
 * What each service writes behind its type and privileges: one `write` and one `read` a layout.
 * Services that carry nothing more have none.
 */

const channelAndUid = {
  write: (writer, service) => writer.putString(service.__channel_name).putString(service.__uid),
  read: (reader, service) => {
    service.__channel_name = reader.getString();
    service.__uid = reader.getString();
  },
};

const channelAndAccount = {
  write: (writer, service) => writer.putString(service.__channel_name).putString(service.__account),
  read: (reader, service) => {
    service.__channel_name = reader.getString();
    service.__account = reader.getString();
  },
};

const userId = {
  write: (writer, service) => writer.putString(service.__user_id),
  read: (reader, service) => {
    service.__user_id = reader.getString();
  },
};

const roomUserAndRole = {
  write: (writer, service) =>
    writer.putString(service.__room_uuid).putString(service.__user_uuid).putInt16(service.__role),
  read: (reader, service) => {
    service.__room_uuid = reader.getString();
    service.__user_uuid = reader.getString();
    service.__role = reader.getInt16();
  },
};

const userAndPermissions = {
  write: (writer, service) => {
    writer.putString(service.__user_id);
    const resourceTypes = numericKeys(service.__permissions.details);
    writer.putUint16(resourceTypes.length);
    for (const resourceType of resourceTypes) {
      const permissions = service.__permissions.details[resourceType];
      const permissionTypes = numericKeys(permissions);
      writer.putUint16(resourceType).putUint16(permissionTypes.length);
      for (const permissionType of permissionTypes) {
        const resources = permissions[permissionType];
        writer.putUint16(permissionType).putUint16(resources.length);
        resources.forEach((resource) => writer.putString(resource));
      }
    }
    return writer;
  },
  read: (reader, service) => {
    service.__user_id = reader.getString();
    service.__permissions = new Rtm2Permissions();
    for (let left = reader.getUint16(); left > 0; left--) {
      const resourceType = reader.getUint16();
      for (let types = reader.getUint16(); types > 0; types--) {
        const permissionType = reader.getUint16();
        service.__permissions.add(resourceType, permissionType, readTexts(reader));
      }
    }
  },
};

/** The layout of `userAndPermissions`, from and to nested maps: token3's form of it. */
const nestedUserPermissions = {
  write: (writer, service) => {
    writer.putString(service.__user_id);
    const resources = entriesOf(service.__permissions);
    writer.putUint16(resources.length);
    for (const [resource, permissionMap] of resources) {
      const permissions = entriesOf(permissionMap);
      writer.putUint16(parseInt(resource)).putUint16(permissions.length);
      for (const [permission, items] of permissions) {
        const texts = Array.isArray(items) ? items : [];
        writer.putUint16(parseInt(permission)).putUint16(texts.length);
        for (const text of texts) writer.putString(text || '');
      }
    }
    return writer;
  },
  read: (reader, service) => {
    service.__user_id = reader.getString();
    service.__permissions = readMap(reader, () => readMap(reader, () => readTexts(reader)));
  },
};

function entriesOf(map) {
  if (!map) return [];
  return map instanceof Map ? [...map] : Object.entries(map);
}

function readMap(reader, readValue) {
  const map = new Map();
  for (let left = reader.getUint16(); left > 0; left--) {
    const key = reader.getUint16();
    map.set(key, readValue());
  }
  return map;
}

function numericKeys(map) {
  return Object.keys(map)
    .map(Number)
    .sort((left, right) => left - right);
}

function readTexts(reader) {
  const texts = [];
  for (let left = reader.getUint16(); left > 0; left--) texts.push(reader.getString().toString());
  return texts;
}

module.exports = {
  channelAndUid,
  channelAndAccount,
  userId,
  roomUserAndRole,
  userAndPermissions,
  nestedUserPermissions,
};
