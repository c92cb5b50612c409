'use strict';

const { uidText } = require('../bytes/uid-text');
const { int16, permissions, text } = require('./fields');
const { Rtm2Permissions } = require('./rtm2-permissions');
const { Service, definePacking } = require('./service');

/**
 * The catalogue: every service that a Token007 can grant, described once. Packing, parsing, the
 * decoder, the named-options builder and the names of privileges all follow from it.
 *
 * A privilege is `[number, its name, the constant of the class]`. A field is the property that holds
 * it, its kind, the name that the decoder gives it, and what it is called in messages.
 */
const CATALOGUE = [];

/**
 * Adds a service to the catalogue.
 *
 * @param type - the number in front of the packed service
 * @param name - what the interfaces of this package call it
 */
function define(type, name, ServiceClass, { privileges, fields }) {
  for (const [number, , constant] of privileges) ServiceClass[constant] = number;
  definePacking(ServiceClass, fields);
  const numbers = Object.fromEntries(privileges.map(([number, its]) => [its, number]));
  CATALOGUE.push(Object.freeze({ type, name, ServiceClass, privileges: numbers, fields }));
}

const channel = { key: '__channel_name', kind: text, name: 'channelName', label: 'the channel' };
const account = { key: '__account', kind: text, name: 'account', label: 'the account' };
const userId = { key: '__user_id', kind: text, name: 'userId', label: 'the user id' };

const kRtcServiceType = 1;
const kRtmServiceType = 2;
const kStreamingServiceType = 3;
const kFpaServiceType = 4;
const kChatServiceType = 5;
const kFCdnServiceType = 6;
const kApaasServiceType = 7;
const kRtm2ServiceType = 8;
const kConvoAIServiceType = 9;
const kSttServiceType = 10;

/** Joining and publishing in an RTC channel. Uid 0 stands for any user. */
class ServiceRtc extends Service {
  constructor(channel_name, uid) {
    super(kRtcServiceType);
    this.__channel_name = channel_name;
    this.__uid = uidText(uid);
  }
}
define(kRtcServiceType, 'rtc', ServiceRtc, {
  privileges: [
    [1, 'joinChannel', 'kPrivilegeJoinChannel'],
    [2, 'publishAudio', 'kPrivilegePublishAudioStream'],
    [3, 'publishVideo', 'kPrivilegePublishVideoStream'],
    [4, 'publishData', 'kPrivilegePublishDataStream'],
  ],
  fields: [channel, { key: '__uid', kind: text, name: 'uid', label: 'the uid' }],
});

/** Logging in to RTM (version 1 of Signaling). */
class ServiceRtm extends Service {
  constructor(user_id) {
    super(kRtmServiceType);
    this.__user_id = user_id || '';
  }
}
define(kRtmServiceType, 'rtm', ServiceRtm, {
  privileges: [[1, 'login', 'kPrivilegeLogin']],
  fields: [userId],
});

/** Publishing mixed or raw streams to a streaming channel. */
class ServiceStreaming extends Service {
  constructor(channelName = '', account = '') {
    super(kStreamingServiceType);
    this.__channel_name = channelName;
    this.__account = uidText(account);
  }
}
define(kStreamingServiceType, 'streaming', ServiceStreaming, {
  privileges: [
    [1, 'publishMixStream', 'kPrivilegePublishMixStream'],
    [2, 'publishRawStream', 'kPrivilegePublishRawStream'],
  ],
  fields: [channel, account],
});

/** Logging in to FPA (full-path acceleration). */
class ServiceFpa extends Service {
  constructor() {
    super(kFpaServiceType);
  }
}
define(kFpaServiceType, 'fpa', ServiceFpa, {
  privileges: [[1, 'login', 'kPrivilegeLogin']],
  fields: [],
});

/** Logging in to Chat as a user, or administering Chat as an app. */
class ServiceChat extends Service {
  constructor(user_id) {
    super(kChatServiceType);
    this.__user_id = user_id || '';
  }
}
define(kChatServiceType, 'chat', ServiceChat, {
  privileges: [
    [1, 'user', 'kPrivilegeUser'],
    [2, 'app', 'kPrivilegeApp'],
  ],
  fields: [userId],
});

/** Publishing to and playing from FCDN. */
class ServiceFCdn extends Service {
  constructor(channelName = '', account = '') {
    super(kFCdnServiceType);
    this.__channel_name = channelName;
    this.__account = uidText(account);
  }
}
define(kFCdnServiceType, 'fcdn', ServiceFCdn, {
  privileges: [
    [1, 'publish', 'kPrivilegePublish'],
    [2, 'play', 'kPrivilegePlay'],
  ],
  fields: [channel, account],
});

/** Using aPaaS (Flexible Classroom) as a user of a room, as a user, or as an app. */
class ServiceApaas extends Service {
  constructor(roomUuid, userUuid, role) {
    super(kApaasServiceType);
    this.__room_uuid = roomUuid || '';
    this.__user_uuid = userUuid || '';
    this.__role = role || -1;
  }
}
define(kApaasServiceType, 'apaas', ServiceApaas, {
  privileges: [
    [1, 'roomUser', 'PRIVILEGE_ROOM_USER'],
    [2, 'user', 'PRIVILEGE_USER'],
    [3, 'app', 'PRIVILEGE_APP'],
  ],
  fields: [
    { key: '__room_uuid', kind: text, name: 'roomUuid', label: 'the room' },
    { key: '__user_uuid', kind: text, name: 'userId', label: 'the user id' },
    { key: '__role', kind: int16, name: 'role', label: 'the role' },
  ],
});

/** Logging in to RTM2 (version 2 of Signaling) with permissions by resource. */
class ServiceRtm2 extends Service {
  constructor(userId, permissions) {
    super(kRtm2ServiceType);
    this.__user_id = userId === 0 || userId == null ? '' : String(userId);
    this.__permissions = permissions || new Rtm2Permissions();
  }
}
define(kRtm2ServiceType, 'rtm2', ServiceRtm2, {
  privileges: [[1, 'login', 'kPrivilegeLogin']],
  fields: [
    userId,
    { key: '__permissions', kind: permissions, name: 'permissions', label: 'the permissions' },
  ],
});

/** Using Conversational AI. */
class ServiceConvoAI extends Service {
  constructor() {
    super(kConvoAIServiceType);
  }
}
define(kConvoAIServiceType, 'conversationalAi', ServiceConvoAI, { privileges: [], fields: [] });

/** Using speech to text. */
class ServiceStt extends Service {
  constructor() {
    super(kSttServiceType);
  }
}
define(kSttServiceType, 'stt', ServiceStt, { privileges: [], fields: [] });

module.exports = {
  CATALOGUE,
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
};
