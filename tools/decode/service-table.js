'use strict';

const { Rtm2Permissions } = require('../../lib/token007/rtm2-permissions');
const { CATALOGUE } = require('../../lib/token007/services');

/**
 * The decoder's view of the catalogue: for each type of service its name, the names of its privileges
 * by number, and how its own fields are read.
 */

const RESOURCES = {
  [Rtm2Permissions.kMessageChannels]: 'messageChannels',
  [Rtm2Permissions.kStreamChannels]: 'streamChannels',
  [Rtm2Permissions.kGroupChannels]: 'groupChannels',
  [Rtm2Permissions.kServerGroups]: 'serverGroups',
  [Rtm2Permissions.kUsers]: 'users',
};

const ACCESSES = {
  [Rtm2Permissions.kRead]: 'read',
  [Rtm2Permissions.kWrite]: 'write',
};

/** How the fields of each kind are read (lib/token007/fields.js). */
const READERS = {
  text: (reader, label) => reader.text(label),
  int16: (reader, label) => reader.int16(label),
  permissions: readPermissions,
};

const SERVICES = Object.fromEntries(
  CATALOGUE.map(({ type, name, privileges, fields }) => [
    type,
    {
      name,
      privileges: Object.fromEntries(Object.entries(privileges).map(([its, id]) => [id, its])),
      readFields: (reader) => readFields(reader, fields),
    },
  ]),
);

function readFields(reader, fields) {
  return Object.fromEntries(
    fields.map(({ name, kind, label }) => [name, READERS[kind.name](reader, label)]),
  );
}

/** Resources by name, then `read` and `write`; a number without a name stands for itself. */
function readPermissions(reader) {
  const resources = reader.map('RTM2 resources', () =>
    reader.map('RTM2 permissions', () => {
      const names = [];
      for (let left = reader.uint16('the number of names'); left > 0; left--) {
        names.push(reader.text('a name of an RTM2 resource'));
      }
      return names;
    }),
  );
  return named(resources, RESOURCES, (accesses) => named(accesses, ACCESSES, (names) => names));
}

function named(map, table, convert) {
  return Object.fromEntries(
    [...map].map(([key, value]) => [table[key] ?? `${key}`, convert(value)]),
  );
}

module.exports = { SERVICES, RESOURCES, ACCESSES };
