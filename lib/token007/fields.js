'use strict';

const { Rtm2Permissions } = require('./rtm2-permissions');

/**
 * The kinds of fields that services carry behind their privileges, and how each is written and read.
 * `name` is what the decoder knows a kind by.
 */

const text = {
  name: 'text',
  put: (writer, value) => writer.putString(value),
  read: (reader, service, key) => {
    service[key] = reader.getString();
  },
};

const int16 = {
  name: 'int16',
  put: (writer, value) => writer.putInt16(value),
  read: (reader, service, key) => {
    service[key] = reader.getInt16();
  },
};

/** What an RTM2 user may do: names of resources by type of resource, then by type of permission. */
const permissions = {
  name: 'permissions',
  put: (writer, value) => {
    const resourceTypes = numericKeys(value.details);
    writer.putUint16(resourceTypes.length);
    for (const resourceType of resourceTypes) {
      const byType = value.details[resourceType];
      const permissionTypes = numericKeys(byType);
      writer.putUint16(resourceType).putUint16(permissionTypes.length);
      for (const permissionType of permissionTypes) {
        const resources = byType[permissionType];
        writer.putUint16(permissionType).putUint16(resources.length);
        resources.forEach((resource) => writer.putString(resource));
      }
    }
  },
  read: (reader, service, key) => {
    // In its place at once: a parse that fails later leaves what was read so far.
    const read = new Rtm2Permissions();
    service[key] = read;
    for (let left = reader.getUint16(); left > 0; left--) {
      const resourceType = reader.getUint16();
      for (let types = reader.getUint16(); types > 0; types--) {
        const permissionType = reader.getUint16();
        read.add(resourceType, permissionType, readTexts(reader));
      }
    }
  },
};

/** The same bytes from and to nested maps: token3's form of it. */
const nestedPermissions = {
  name: 'permissions',
  put: (writer, value) => {
    const resources = numberedEntries(value);
    writer.putUint16(resources.length);
    for (const [resource, permissionMap] of resources) {
      const byType = numberedEntries(permissionMap);
      writer.putUint16(resource).putUint16(byType.length);
      for (const [permission, items] of byType) {
        const texts = Array.isArray(items) ? items : [];
        writer.putUint16(permission).putUint16(texts.length);
        for (const item of texts) writer.putString(item || '');
      }
    }
  },
  read: (reader, service, key) => {
    service[key] = readMap(reader, () => readMap(reader, () => readTexts(reader)));
  },
};

/**
 * The entries of a map or an object by ascending number. A value is looked up by the number that its
 * key is read as, so that a key such as `'users'` or `'1.5'` has none: it must not grant what it names
 * to another resource.
 */
function numberedEntries(map) {
  if (!map) return [];
  const isMap = map instanceof Map;
  const numbers = (isMap ? [...map.keys()] : Object.keys(map)).map((key) => parseInt(key));
  numbers.sort((left, right) => left - right);
  return numbers.map((number) => [number, isMap ? valueIn(map, number) : map[number]]);
}

/** The keys of a map may be numbers or their texts. */
function valueIn(map, number) {
  return map.has(number) || Number.isNaN(number) ? map.get(number) : map.get(String(number));
}

function readMap(reader, readValue) {
  const map = new Map();
  for (let left = reader.getUint16(); left > 0; left--) {
    const key = reader.getUint16();
    map.set(key, readValue());
  }
  return map;
}

/** The keys as numbers, ascending: as an ordinary object lists whole ones by itself. */
function numericKeys(map) {
  const keys = Object.keys(map);
  let isAscending = true;
  for (let i = 0; i < keys.length; i++) {
    keys[i] = +keys[i];
    isAscending &&= i === 0 || keys[i - 1] < keys[i];
  }
  return isAscending ? keys : keys.sort((left, right) => left - right);
}

function readTexts(reader) {
  const texts = [];
  for (let left = reader.getUint16(); left > 0; left--) texts.push(reader.getString().toString());
  return texts;
}

/** Writes the fields of a service, in their order. */
function putFields(writer, service, fields) {
  for (const { key, kind } of fields) kind.put(writer, service[key]);
}

/** Reads the fields into a service. */
function getFields(reader, service, fields) {
  for (const { key, kind } of fields) kind.read(reader, service, key);
}

module.exports = { text, int16, permissions, nestedPermissions, putFields, getFields };
