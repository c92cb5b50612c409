'use strict';

const { ByteBuf } = require('../bytes/byte-buf');
const { crc32 } = require('../bytes/crc32');
const { isInUint32Range } = require('../bytes/plain');
const { Spare } = require('../bytes/spare');
const { uidText } = require('../bytes/uid-text');
const { hmacSha256 } = require('./hash');
const {
  JOIN_CHANNEL,
  PUBLISH_AUDIO_STREAM,
  PUBLISH_VIDEO_STREAM,
  PUBLISH_DATA_STREAM,
  RTM_LOGIN,
} = require('./privileges-006');

const VERSION = '006';

/** Half of a pair, or a lone one, whose bytes depend on what stands beside it. */
const SURROGATE = /[\ud800-\udfff]/;

const writers = new Spare(() => new ByteBuf());

/**
 * Tokens of version 006, with the arguments and the results of the addon's class `AccessToken`: `null`
 * for texts that are not told from their UTF-8, and for a timestamp that is no u32.
 */
const accessToken = {
  build(appId, appCertificate, channelName, uid, message) {
    if (SURROGATE.test(appId + channelName + uid)) return null;
    return encode(appId, appCertificate, channelName, uid, message);
  },

  buildRtc(appId, appCertificate, channelName, account, publishes, expiredTs, salt, ts) {
    const uid = uidText(account);
    if (!isInUint32Range(ts) || SURROGATE.test(appId + channelName + uid)) return null;

    const writer = begin(salt, ts, publishes ? 4 : 1);
    writer.putUint16(JOIN_CHANNEL).putUint32(expiredTs);
    if (publishes) {
      writer.putUint16(PUBLISH_AUDIO_STREAM).putUint32(expiredTs);
      writer.putUint16(PUBLISH_VIDEO_STREAM).putUint32(expiredTs);
      writer.putUint16(PUBLISH_DATA_STREAM).putUint32(expiredTs);
    }
    return end(writer, appId, appCertificate, channelName, uid);
  },

  buildRtm(appId, appCertificate, account, expiredTs, salt, ts) {
    if (!isInUint32Range(ts) || SURROGATE.test(appId + account)) return null;

    const writer = begin(salt, ts, 1).putUint16(RTM_LOGIN).putUint32(expiredTs);
    return end(writer, appId, appCertificate, account, '');
  },
};

/** Begins a message. */
function begin(salt, ts, privilegeCount) {
  const writer = writers.take();
  writer.position = 0;
  return writer.putUint32(salt).putUint32(ts).putUint16(privilegeCount);
}

function end(writer, appId, appCertificate, channelName, uid) {
  const token = encode(appId, appCertificate, channelName, uid, writer.view());
  writers.giveBack(writer);
  return token;
}

function encode(appId, appCertificate, channelName, uid, message) {
  const signature = hmacSha256(appCertificate, appId + channelName + uid, message);
  const writer = writers.take();
  writer.position = 0;
  const content = writer
    .putBytes(signature)
    .putUint32(crc32(channelName))
    .putUint32(crc32(uid))
    .putBytes(message)
    .view();
  writers.giveBack(writer);
  return VERSION + appId + content.toString('base64');
}

module.exports = { accessToken };
