'use strict';

const {
  account,
  anything,
  channel,
  duration,
  looseRole,
  permissions,
  privilege,
  role,
  room,
  uid,
  userId,
  userIdOrNumber,
} = require('./arguments');

/**
 * The methods whose calls are checked: their parameters behind the credentials, in their order, each with
 * its check. What a role grants to none is not checked: a subscriber has no publish durations.
 */

const privileges = {
  joinChannelPrivilegeExpire: privilege,
  pubAudioPrivilegeExpire: privilege,
  pubVideoPrivilegeExpire: privilege,
  pubDataStreamPrivilegeExpire: privilege,
};

const withRtm = (rtcRole) => ({
  channelName: channel,
  rtcAccount: account,
  rtcRole,
  rtcTokenExpire: duration,
  ...privileges,
  rtmUserId: userId,
  rtmTokenExpire: privilege,
});

const apaas = {
  buildRoomUserToken: { roomUuid: room, userUuid: userId, role: anything, expire: duration },
  buildUserToken: { userUuid: userId, expire: duration },
  buildAppToken: { expire: duration },
};

const METHODS = {
  ApaasTokenBuilder: apaas,
  ChatTokenBuilder: {
    buildUserToken: { userUuid: userId, expire: duration },
    buildAppToken: { expire: duration },
  },
  ConvoAITokenBuilder: { buildToken: withRtm(role) },
  EducationTokenBuilder: apaas,
  FpaTokenBuilder: { buildToken: {} },
  RtcTokenBuilder: {
    buildTokenWithUid: {
      channelName: channel,
      uid,
      role: looseRole,
      tokenExpire: duration,
      privilegeExpire: privilege,
    },
    buildTokenWithUserAccount: {
      channelName: channel,
      account,
      role: looseRole,
      tokenExpire: duration,
      privilegeExpire: privilege,
    },
    buildTokenWithUidAndPrivilege: {
      channelName: channel,
      uid,
      tokenExpire: duration,
      ...privileges,
    },
    BuildTokenWithUserAccountAndPrivilege: {
      channelName: channel,
      account,
      tokenExpire: duration,
      ...privileges,
    },
    buildTokenWithRtm: {
      channelName: channel,
      account: userId,
      role: looseRole,
      tokenExpire: duration,
      privilegeExpire: privilege,
    },
    buildTokenWithRtm2: withRtm(looseRole),
  },
  RtmTokenBuilder: {
    buildToken: { userId, expire: duration, permissions },
    buildTokenWithPermissions: {
      userId: userIdOrNumber,
      permissions: anything,
      expire: duration,
    },
  },
  SttTokenBuilder: { buildToken: withRtm(role) },
};

module.exports = { METHODS };
