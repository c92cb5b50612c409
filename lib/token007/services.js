'use strict';

const { uidText } = require('../bytes/uid-text');
const { Rtm2Permissions } = require('./rtm2-permissions');
const { Service, registerPayload, packWithPayload, unpackPayload } = require('./service');
const {
  channelAndUid,
  channelAndAccount,
  userId,
  roomUserAndRole,
  userAndPermissions,
} = require('./service-payloads');

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

  pack() {
    return packWithPayload(channelAndUid, this, () => super.pack());
  }

  unpack(buffer) {
    return unpackPayload(channelAndUid, this, super.unpack(buffer));
  }
}
ServiceRtc.kPrivilegeJoinChannel = 1;
ServiceRtc.kPrivilegePublishAudioStream = 2;
ServiceRtc.kPrivilegePublishVideoStream = 3;
ServiceRtc.kPrivilegePublishDataStream = 4;
registerPayload(ServiceRtc, channelAndUid);

/** Logging in to RTM (version 1 of Signaling). */
class ServiceRtm extends Service {
  constructor(user_id) {
    super(kRtmServiceType);
    this.__user_id = user_id || '';
  }

  pack() {
    return packWithPayload(userId, this, () => super.pack());
  }

  unpack(buffer) {
    return unpackPayload(userId, this, super.unpack(buffer));
  }
}
ServiceRtm.kPrivilegeLogin = 1;
registerPayload(ServiceRtm, userId);

/** Publishing mixed or raw streams to a streaming channel. */
class ServiceStreaming extends Service {
  constructor(channelName = '', account = '') {
    super(kStreamingServiceType);
    this.__channel_name = channelName;
    this.__account = uidText(account);
  }

  pack() {
    return packWithPayload(channelAndAccount, this, () => super.pack());
  }

  unpack(buffer) {
    return unpackPayload(channelAndAccount, this, super.unpack(buffer));
  }
}
ServiceStreaming.kPrivilegePublishMixStream = 1;
ServiceStreaming.kPrivilegePublishRawStream = 2;
registerPayload(ServiceStreaming, channelAndAccount);

/** Logging in to FPA (full-path acceleration). */
class ServiceFpa extends Service {
  constructor() {
    super(kFpaServiceType);
  }

  pack() {
    return super.pack();
  }

  unpack(buffer) {
    return super.unpack(buffer);
  }
}
ServiceFpa.kPrivilegeLogin = 1;
registerPayload(ServiceFpa, null);

/** Using Conversational AI. */
class ServiceConvoAI extends Service {
  constructor() {
    super(kConvoAIServiceType);
  }

  pack() {
    return super.pack();
  }

  unpack(buffer) {
    return super.unpack(buffer);
  }
}
registerPayload(ServiceConvoAI, null);

/** Using speech to text. */
class ServiceStt extends Service {
  constructor() {
    super(kSttServiceType);
  }

  pack() {
    return super.pack();
  }

  unpack(buffer) {
    return super.unpack(buffer);
  }
}
registerPayload(ServiceStt, null);

/** Logging in to Chat as a user, or administering Chat as an app. */
class ServiceChat extends Service {
  constructor(user_id) {
    super(kChatServiceType);
    this.__user_id = user_id || '';
  }

  pack() {
    return packWithPayload(userId, this, () => super.pack());
  }

  unpack(buffer) {
    return unpackPayload(userId, this, super.unpack(buffer));
  }
}
ServiceChat.kPrivilegeUser = 1;
ServiceChat.kPrivilegeApp = 2;
registerPayload(ServiceChat, userId);

/** Publishing to and playing from FCDN. */
class ServiceFCdn extends Service {
  constructor(channelName = '', account = '') {
    super(kFCdnServiceType);
    this.__channel_name = channelName;
    this.__account = uidText(account);
  }

  pack() {
    return packWithPayload(channelAndAccount, this, () => super.pack());
  }

  unpack(buffer) {
    return unpackPayload(channelAndAccount, this, super.unpack(buffer));
  }
}
ServiceFCdn.kPrivilegePublish = 1;
ServiceFCdn.kPrivilegePlay = 2;
registerPayload(ServiceFCdn, channelAndAccount);

/** Using aPaaS (Flexible Classroom) as a user of a room, as a user, or as an app. */
class ServiceApaas extends Service {
  constructor(roomUuid, userUuid, role) {
    super(kApaasServiceType);
    this.__room_uuid = roomUuid || '';
    this.__user_uuid = userUuid || '';
    this.__role = role || -1;
  }

  pack() {
    return packWithPayload(roomUserAndRole, this, () => super.pack());
  }

  unpack(buffer) {
    return unpackPayload(roomUserAndRole, this, super.unpack(buffer));
  }
}
ServiceApaas.PRIVILEGE_ROOM_USER = 1;
ServiceApaas.PRIVILEGE_USER = 2;
ServiceApaas.PRIVILEGE_APP = 3;
registerPayload(ServiceApaas, roomUserAndRole);

/** Logging in to RTM2 (version 2 of Signaling) with permissions by resource. */
class ServiceRtm2 extends Service {
  constructor(userId, permissions) {
    super(kRtm2ServiceType);
    this.__user_id = userId === 0 || userId == null ? '' : String(userId);
    this.__permissions = permissions || new Rtm2Permissions();
  }

  pack() {
    return packWithPayload(userAndPermissions, this, () => super.pack());
  }

  unpack(buffer) {
    return unpackPayload(userAndPermissions, this, super.unpack(buffer));
  }
}
ServiceRtm2.kPrivilegeLogin = 1;
registerPayload(ServiceRtm2, userAndPermissions);

module.exports = {
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
