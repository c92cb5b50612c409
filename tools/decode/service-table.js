'use strict';

const { Rtm2Permissions } = require('../../lib/token007/rtm2-permissions');
const services = require('../../lib/token007/services');

/**
 * What a Token007 may grant: for each type of service its name, the names of its privileges, and
 * how its own fields are read.
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

const SERVICES = {
  [services.kRtcServiceType]: {
    name: 'rtc',
    privileges: { 1: 'joinChannel', 2: 'publishAudio', 3: 'publishVideo', 4: 'publishData' },
    readFields: (reader) => ({
      channelName: reader.text('the channel'),
      uid: reader.text('the uid'),
    }),
  },
  [services.kRtmServiceType]: {
    name: 'rtm',
    privileges: { 1: 'login' },
    readFields: readUser,
  },
  [services.kStreamingServiceType]: {
    name: 'streaming',
    privileges: { 1: 'publishMixStream', 2: 'publishRawStream' },
    readFields: readChannelAndAccount,
  },
  [services.kFpaServiceType]: { name: 'fpa', privileges: { 1: 'login' }, readFields: readNothing },
  [services.kChatServiceType]: {
    name: 'chat',
    privileges: { 1: 'user', 2: 'app' },
    readFields: readUser,
  },
  [services.kFCdnServiceType]: {
    name: 'fcdn',
    privileges: { 1: 'publish', 2: 'play' },
    readFields: readChannelAndAccount,
  },
  [services.kApaasServiceType]: {
    name: 'apaas',
    privileges: { 1: 'roomUser', 2: 'user', 3: 'app' },
    readFields: (reader) => ({
      roomUuid: reader.text('the room'),
      userId: reader.text('the user id'),
      role: reader.int16('the role'),
    }),
  },
  [services.kRtm2ServiceType]: {
    name: 'rtm2',
    privileges: { 1: 'login' },
    readFields: (reader) => ({ ...readUser(reader), permissions: readPermissions(reader) }),
  },
  [services.kConvoAIServiceType]: {
    name: 'conversationalAi',
    privileges: {},
    readFields: readNothing,
  },
  [services.kSttServiceType]: { name: 'stt', privileges: {}, readFields: readNothing },
};

function readNothing() {
  return {};
}

function readUser(reader) {
  return { userId: reader.text('the user id') };
}

function readChannelAndAccount(reader) {
  return { channelName: reader.text('the channel'), account: reader.text('the account') };
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
