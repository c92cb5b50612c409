'use strict';

const { Role } = require('../../src/RtcTokenBuilder2');
const { uidText } = require('../../lib/bytes/uid-text');
const { isApaasRole, isText, isUid, isUint32, isWellFormed } = require('../../lib/bytes/plain');
const untouched = require('../../lib/short-way/untouched');

/**
 * How the arguments of each builder method become a packed grant. The kinds and the order of fields
 * are those that the addon reads (`src/addon/batch/requests.rs`).
 *
 * `isPlain` tells whether the addon may build the token in the place of the method. Only then may
 * `pack` be called, which writes the grant.
 */

const KIND = {
  rtc: 0,
  rtcAndRtm: 1,
  rtm: 2,
  chatUser: 3,
  chatApp: 4,
  fpa: 5,
  apaasRoomUser: 6,
  apaasUser: 7,
  apaasApp: 8,
};

const BESIDE = { nothing: 0, convoAI: 1, stt: 2 };

const rtcOneExpire = {
  isPlain: ({ 2: channelName, 3: account, 4: role, 5: expire, 6: privilegeExpire = 0 }) =>
    isText(channelName) &&
    isUid(account) &&
    isPrimitive(role) &&
    isUint32(expire) &&
    isUint32(privilegeExpire) &&
    untouched.isRtcUntouched(),
  pack: (writer, { 2: channelName, 3: account, 4: role, 5: expire, 6: privilegeExpire = 0 }) => {
    writer.putUint8(KIND.rtc);
    const publishes = role == Role.PUBLISHER;
    packRtc(writer, channelName, account, publishes, fourTimes(privilegeExpire));
    writer.putUint32(expire);
  },
};

const rtcFourExpires = {
  isPlain: ({ 2: channelName, 3: account, 4: expire, 5: join, 6: audio, 7: video, 8: data }) =>
    isText(channelName) &&
    isUid(account) &&
    isUint32(expire) &&
    [join, audio, video, data].every(isUint32) &&
    untouched.isRtcUntouched(),
  pack: (
    writer,
    { 2: channelName, 3: account, 4: expire, 5: join, 6: audio, 7: video, 8: data },
  ) => {
    writer.putUint8(KIND.rtc);
    packRtc(writer, channelName, account, true, [join, audio, video, data]);
    writer.putUint32(expire);
  },
};

const rtcAndRtmOneAccount = {
  isPlain: (args) => rtcOneExpire.isPlain(args) && isText(args[3]) && untouched.isRtmUntouched(),
  pack: (writer, { 2: channelName, 3: account, 4: role, 5: expire, 6: privilegeExpire = 0 }) => {
    writer.putUint8(KIND.rtcAndRtm);
    const publishes = role == Role.PUBLISHER;
    packRtc(writer, channelName, account, publishes, fourTimes(privilegeExpire));
    writer.putString(account).putUint32(expire).putUint8(BESIDE.nothing).putUint32(expire);
  },
};

/** @param isPublisher - how the builder compares a role */
const rtcAndRtm = (beside, isPublisher, isBesideUntouched) => ({
  isPlain: (args) =>
    isText(args[2]) &&
    isUid(args[3]) &&
    isPrimitive(args[4]) &&
    isUint32(args[5]) &&
    args.slice(6, 10).every(isUint32) &&
    isText(args[10]) &&
    isUint32(args[11]) &&
    untouched.isRtcUntouched() &&
    untouched.isRtmUntouched() &&
    isBesideUntouched(),
  pack: (writer, args) => {
    const { 2: channelName, 3: account, 4: role, 5: expire, 10: rtmUserId, 11: rtmExpire } = args;
    writer.putUint8(KIND.rtcAndRtm);
    packRtc(writer, channelName, account, isPublisher(role), args.slice(6, 10));
    writer.putString(rtmUserId).putUint32(rtmExpire).putUint8(beside).putUint32(expire);
  },
});

const userGrant = (kind, isUntouched) => ({
  isPlain: ({ 2: user, 3: expire }) => isText(user) && isUint32(expire) && isUntouched(),
  pack: (writer, { 2: user, 3: expire }) => {
    writer.putUint8(kind).putString(user).putUint32(expire);
  },
});

const appGrant = (kind, isUntouched) => ({
  isPlain: ({ 2: expire }) => isUint32(expire) && isUntouched(),
  pack: (writer, { 2: expire }) => {
    writer.putUint8(kind).putUint32(expire);
  },
});

const fpa = {
  isPlain: () => untouched.isFpaUntouched(),
  pack: (writer) => {
    writer.putUint8(KIND.fpa);
  },
};

const apaasRoomUser = {
  isPlain: ({ 2: roomUuid, 3: userUuid, 4: role, 5: expire }) =>
    isText(roomUuid) &&
    isText(userUuid) &&
    isWellFormed(userUuid) &&
    isApaasRole(role) &&
    isUint32(expire) &&
    untouched.isApaasUntouched() &&
    untouched.isRtmUntouched() &&
    untouched.isChatUntouched(),
  pack: (writer, { 2: roomUuid, 3: userUuid, 4: role, 5: expire }) => {
    writer.putUint8(KIND.apaasRoomUser).putString(roomUuid).putString(userUuid);
    writer.putInt16(role).putUint32(expire);
  },
};

function packRtc(writer, channelName, account, publishes, expires) {
  writer.putString(channelName).putString(uidText(account));
  writer.putUint8(publishes ? 1 : 0);
  for (const expire of expires) writer.putUint32(expire);
}

function fourTimes(expire) {
  return [expire, expire, expire, expire];
}

/** Whether comparing a value with a role cannot run user code. */
function isPrimitive(value) {
  return typeof value !== 'object' && typeof value !== 'function';
}

const { isApaasUntouched, isChatUntouched, isConvoAIUntouched, isRtmUntouched, isSttUntouched } =
  untouched;
const loosely = (role) => role == Role.PUBLISHER;
const strictly = (role) => role === Role.PUBLISHER;
const apaas = {
  buildRoomUserToken: apaasRoomUser,
  buildUserToken: userGrant(KIND.apaasUser, isApaasUntouched),
  buildAppToken: appGrant(KIND.apaasApp, isApaasUntouched),
};

/** Grants by builder and method; methods without one are always called. */
module.exports = {
  RtcTokenBuilder: {
    buildTokenWithUid: rtcOneExpire,
    buildTokenWithUserAccount: rtcOneExpire,
    buildTokenWithUidAndPrivilege: rtcFourExpires,
    BuildTokenWithUserAccountAndPrivilege: rtcFourExpires,
    buildTokenWithRtm: rtcAndRtmOneAccount,
    buildTokenWithRtm2: rtcAndRtm(BESIDE.nothing, loosely, () => true),
  },
  RtmTokenBuilder: { buildToken: userGrant(KIND.rtm, isRtmUntouched) },
  ChatTokenBuilder: {
    buildUserToken: userGrant(KIND.chatUser, isChatUntouched),
    buildAppToken: appGrant(KIND.chatApp, isChatUntouched),
  },
  FpaTokenBuilder: { buildToken: fpa },
  ApaasTokenBuilder: apaas,
  EducationTokenBuilder: apaas,
  ConvoAITokenBuilder: { buildToken: rtcAndRtm(BESIDE.convoAI, strictly, isConvoAIUntouched) },
  SttTokenBuilder: { buildToken: rtcAndRtm(BESIDE.stt, strictly, isSttUntouched) },
};
