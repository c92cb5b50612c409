'use strict';

const {
  isApaasRole,
  isPrimitive,
  isText,
  isUid,
  isUint32,
  isWellFormed,
} = require('../bytes/plain');
const { md5 } = require('../kernel/md5');
const { isExactlyPublisher, isPublisher } = require('../token007/rtc-role');
const { CATALOGUE } = require('../token007/services');
const untouched = require('./untouched');

/**
 * What each builder grants, written down once, for single tokens and for batches.
 *
 * A grant takes the way that the token goes (single.js, or the batch's) and the arguments of its
 * method behind the credentials. It returns false, and has done nothing, unless all of them are plain
 * and the classes that the long way would use are untouched. Otherwise it has begun the token and
 * written its services, by ascending type as every Token007 holds them.
 */

const service = Object.fromEntries(CATALOGUE.map((entry) => [entry.name, entry]));
const RTC = service.rtc.type;
const { joinChannel, publishAudio, publishVideo, publishData } = service.rtc.privileges;
const RTM = service.rtm.type;
const RTM_LOGIN = service.rtm.privileges.login;
const FPA = service.fpa.type;
const FPA_LOGIN = service.fpa.privileges.login;
const CHAT = service.chat.type;
const CHAT_PRIVILEGES = service.chat.privileges;
const APAAS = service.apaas.type;
const APAAS_PRIVILEGES = service.apaas.privileges;

const ONE_DAY = 24 * 3600;

/** The role of an aPaaS service that is not for a user of a room. */
const NO_ROLE = -1;

/** A privilege that ends with the token. */
const AS_LONG_AS_TOKEN = 0;

function rtc(way, channelName, account, role, expire, privilegeExpire = 0) {
  if (
    !isText(channelName) ||
    !isUid(account) ||
    !isPrimitive(role) ||
    !isUint32(expire) ||
    !isUint32(privilegeExpire) ||
    !untouched.isRtcUntouched()
  ) {
    return false;
  }
  const publishes = isPublisher(role);
  putRtc(way.begin(expire, 1), channelName, account, publishes, privilegeExpire);
  return true;
}

function rtcWithPrivileges(way, channelName, account, expire, join, audio, video, data) {
  if (
    !isText(channelName) ||
    !isUid(account) ||
    !isUint32(expire) ||
    !areUint32(join, audio, video, data) ||
    !untouched.isRtcUntouched()
  ) {
    return false;
  }
  putRtc(way.begin(expire, 1), channelName, account, true, join, audio, video, data);
  return true;
}

function rtcAndRtm(way, channelName, account, role, expire, privilegeExpire = 0) {
  if (
    !isText(channelName) ||
    !isText(account) ||
    !isPrimitive(role) ||
    !isUint32(expire) ||
    !isUint32(privilegeExpire) ||
    !untouched.isRtcUntouched() ||
    !untouched.isRtmUntouched()
  ) {
    return false;
  }
  const publishes = isPublisher(role);
  const writer = way.begin(expire, 2);
  putRtc(writer, channelName, account, publishes, privilegeExpire);
  putUser(writer, RTM, RTM_LOGIN, expire, account);
  return true;
}

/**
 * RTC and RTM with an expiry for each privilege. Three builders have such a method.
 *
 * @param mayPublish - how the builder compares a role
 * @param beside - the number of a service without fields that is granted too, if any
 * @param isBesideUntouched - whether its class is as defined
 */
function rtcAndRtmWithPrivileges(mayPublish, beside, isBesideUntouched) {
  return function grant(
    way,
    channelName,
    rtcAccount,
    rtcRole,
    expire,
    join,
    audio,
    video,
    data,
    rtmUserId,
    rtmExpire,
  ) {
    if (
      !isText(channelName) ||
      !isUid(rtcAccount) ||
      !isPrimitive(rtcRole) ||
      !isUint32(expire) ||
      !areUint32(join, audio, video, data) ||
      !isText(rtmUserId) ||
      !isUint32(rtmExpire) ||
      !untouched.isRtcUntouched() ||
      !untouched.isRtmUntouched() ||
      !(beside === undefined || isBesideUntouched())
    ) {
      return false;
    }
    const publishes = mayPublish(rtcRole);
    const writer = way.begin(expire, beside === undefined ? 2 : 3);
    putRtc(writer, channelName, rtcAccount, publishes, join, audio, video, data);
    putUser(writer, RTM, RTM_LOGIN, rtmExpire, rtmUserId);
    if (beside !== undefined) writer.putUint16(beside).putUint16(0);
    return true;
  };
}

const rtcAndRtm2 = rtcAndRtmWithPrivileges(isPublisher);
const convoAI = rtcAndRtmWithPrivileges(
  isExactlyPublisher,
  service.conversationalAi.type,
  untouched.isConvoAIUntouched,
);
const stt = rtcAndRtmWithPrivileges(isExactlyPublisher, service.stt.type, untouched.isSttUntouched);

/** @param permissions - those of token3, which this grant does not write */
function rtm(way, userId, expire, permissions) {
  if (permissions !== undefined) return false;
  if (!isText(userId) || !isUint32(expire) || !untouched.isRtmUntouched()) return false;
  putUser(way.begin(expire, 1), RTM, RTM_LOGIN, expire, userId);
  return true;
}

function chatUser(way, userId, expire) {
  if (!isText(userId) || !isUint32(expire) || !untouched.isChatUntouched()) return false;
  putUser(way.begin(expire, 1), CHAT, CHAT_PRIVILEGES.user, expire, userId);
  return true;
}

function chatApp(way, expire) {
  if (!isUint32(expire) || !untouched.isChatUntouched()) return false;
  putUser(way.begin(expire, 1), CHAT, CHAT_PRIVILEGES.app, expire, '');
  return true;
}

function fpa(way) {
  if (!untouched.isFpaUntouched()) return false;
  putHead(way.begin(ONE_DAY, 1), FPA, FPA_LOGIN, AS_LONG_AS_TOKEN);
  return true;
}

function apaasRoomUser(way, roomUuid, userUuid, role, expire) {
  if (
    !isText(roomUuid) ||
    !isText(userUuid) ||
    !isWellFormed(userUuid) ||
    !isApaasRole(role) ||
    !isUint32(expire) ||
    !untouched.isApaasUntouched() ||
    !untouched.isRtmUntouched() ||
    !untouched.isChatUntouched()
  ) {
    return false;
  }
  const chatUserId = md5(userUuid);
  const writer = way.begin(expire, 3);
  putUser(writer, RTM, RTM_LOGIN, expire, userUuid);
  putUser(writer, CHAT, CHAT_PRIVILEGES.user, expire, chatUserId);
  writer.putUint16(APAAS).putUint16(0);
  writer.putString(roomUuid).putString(userUuid).putInt16(role);
  return true;
}

function apaasUser(way, userUuid, expire) {
  if (!isText(userUuid) || !isUint32(expire) || !untouched.isApaasUntouched()) return false;
  const writer = putHead(way.begin(expire, 1), APAAS, APAAS_PRIVILEGES.user, expire);
  writer.putString('').putString(userUuid).putInt16(NO_ROLE);
  return true;
}

function apaasApp(way, expire) {
  if (!isUint32(expire) || !untouched.isApaasUntouched()) return false;
  const writer = putHead(way.begin(expire, 1), APAAS, APAAS_PRIVILEGES.app, expire);
  writer.putString('').putString('').putInt16(NO_ROLE);
  return true;
}

function areUint32(first, second, third, fourth) {
  return isUint32(first) && isUint32(second) && isUint32(third) && isUint32(fourth);
}

/** Writes an RTC service: everybody may join, a publisher may publish too. */
function putRtc(
  writer,
  channelName,
  account,
  publishes,
  join,
  audio = join,
  video = join,
  data = join,
) {
  writer
    .putUint16(RTC)
    .putUint16(publishes ? 4 : 1)
    .putUint16(joinChannel)
    .putUint32(join);
  if (publishes) {
    writer.putUint16(publishAudio).putUint32(audio);
    writer.putUint16(publishVideo).putUint32(video);
    writer.putUint16(publishData).putUint32(data);
  }
  writer.putString(channelName).putUid(account);
}

/** Writes a service of one privilege, whose only field is a user. */
function putUser(writer, type, privilege, expire, userId) {
  putHead(writer, type, privilege, expire).putString(userId);
}

/** Writes the head of a service of one privilege. */
function putHead(writer, type, privilege, expire) {
  return writer.putUint16(type).putUint16(1).putUint16(privilege).putUint32(expire);
}

module.exports = {
  rtc,
  rtcWithPrivileges,
  rtcAndRtm,
  rtcAndRtm2,
  convoAI,
  stt,
  rtm,
  chatUser,
  chatApp,
  fpa,
  apaasRoomUser,
  apaasUser,
  apaasApp,
};
