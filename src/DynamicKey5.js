'use strict';

const { addon } = require('../lib/kernel/backend');
const { hmacSha1Hex } = require('../lib/kernel/hash');
const { FixedByteBuf: ByteBuf } = require('../lib/bytes/byte-buf');
const { isText, isUint32 } = require('../lib/bytes/plain');

/**
 * Keys of version 005, for one service each. `unixTs` and `expiredTs` are seconds since the epoch,
 * `randomInt` is the caller's salt; all integers are u32.
 */

const version = '005';
const noUpload = '0';
const audioVideoUpload = '3';

const MEDIA_CHANNEL_SERVICE = 1;
const RECORDING_SERVICE = 2;
const PUBLIC_SHARING_SERVICE = 3;
const IN_CHANNEL_PERMISSION = 4;

const ALLOW_UPLOAD_IN_CHANNEL = 1;

/** Longer texts may not fit the 1024 bytes that the long way packs into. */
const SHORT_TEXT = 128;

const ASCII = /^\p{ASCII}*$/u;

function generatePublicSharingKey(
  appID,
  appCertificate,
  channelName,
  unixTs,
  randomInt,
  uid,
  expiredTs,
) {
  return generateDynamicKey(
    appID,
    appCertificate,
    channelName.toString(),
    unixTs,
    randomInt,
    uid,
    expiredTs,
    null,
    PUBLIC_SHARING_SERVICE,
  );
}

function generateRecordingKey(
  appID,
  appCertificate,
  channelName,
  unixTs,
  randomInt,
  uid,
  expiredTs,
) {
  return generateDynamicKey(
    appID,
    appCertificate,
    channelName.toString(),
    unixTs,
    randomInt,
    uid,
    expiredTs,
    null,
    RECORDING_SERVICE,
  );
}

function generateMediaChannelKey(
  appID,
  appCertificate,
  channelName,
  unixTs,
  randomInt,
  uid,
  expiredTs,
) {
  return generateDynamicKey(
    appID,
    appCertificate,
    channelName.toString(),
    unixTs,
    randomInt,
    uid,
    expiredTs,
    null,
    MEDIA_CHANNEL_SERVICE,
  );
}

function generateInChannelPermissionKey(
  appID,
  appCertificate,
  channelName,
  unixTs,
  randomInt,
  uid,
  expiredTs,
  permission,
) {
  return generateDynamicKey(
    appID,
    appCertificate,
    channelName,
    unixTs,
    randomInt,
    uid,
    expiredTs,
    { [ALLOW_UPLOAD_IN_CHANNEL]: permission },
    IN_CHANNEL_PERMISSION,
  );
}

function generateDynamicKey(
  appID,
  appCertificate,
  channelName,
  unixTs,
  randomInt,
  uid,
  expiredTs,
  extra,
  serviceType,
) {
  if (
    addon !== null &&
    extra === null &&
    isHexLike(appID) &&
    isHexLike(appCertificate) &&
    isShortText(channelName) &&
    isUint32(unixTs) &&
    isUint32(randomInt) &&
    isUint32(uid) &&
    isUint32(expiredTs) &&
    isService(serviceType)
  ) {
    return addon.DynamicKey5.generate(
      appID,
      appCertificate,
      channelName,
      unixTs,
      randomInt,
      uid,
      expiredTs,
      serviceType,
    );
  }

  const rawAppID = Buffer.from(appID, 'hex');
  const rawAppCertificate = Buffer.from(appCertificate, 'hex');
  const message = new ByteBuf()
    .putUint16(serviceType)
    .putBytes(rawAppID)
    .putUint32(unixTs)
    .putUint32(randomInt)
    .putString(channelName)
    .putUint32(uid)
    .putUint32(expiredTs)
    .putTreeMap(extra)
    .pack();
  const signature = hmacSha1Hex(rawAppCertificate, message);
  // Decoded again, as in the original: an object may give another App ID each time.
  const packedAppID = Buffer.from(appID, 'hex');
  const content = new ByteBuf()
    .putUint16(serviceType)
    .putString(signature)
    .putBytes(packedAppID)
    .putUint32(unixTs)
    .putUint32(randomInt)
    .putUint32(expiredTs)
    .putTreeMap(extra)
    .pack();
  return version + content.toString('base64');
}

function isShortText(value) {
  return isText(value) && value.length <= SHORT_TEXT;
}

/** Of other characters Node's reader of hex takes the low byte: `'\u0130\u0131'` is `'01'` to it. */
function isHexLike(value) {
  return isShortText(value) && ASCII.test(value);
}

function isService(value) {
  return isUint32(value) && value <= 0xffff;
}

module.exports = {
  version,
  noUpload,
  audioVideoUpload,
  generatePublicSharingKey,
  generateRecordingKey,
  generateMediaChannelKey,
  generateInChannelPermissionKey,
  generateDynamicKey,
};
