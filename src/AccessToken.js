// Not strict, as the original is not: fields that are primitives swallow assignments.

const { kernel } = require('../lib/kernel/backend');
const { hmacSha256 } = require('../lib/kernel/hash');
const privileges = require('../lib/kernel/privileges-006');
const { legacyNow } = require('../lib/clock');
const { FixedByteBuf: ByteBuf } = require('../lib/bytes/byte-buf');
const { crc32 } = require('../lib/bytes/crc32');
const { ReadByteBuf } = require('../lib/bytes/read-byte-buf');
const { isText } = require('../lib/bytes/plain');
const { uidText } = require('../lib/bytes/uid-text');

const version = '006';
const VERSION_LENGTH = 3;
const APP_ID_LENGTH = 32;
const ONE_DAY = 24 * 3600;

/** The longest message whose content fits a `ByteBuf`; of a longer one the end is cut off. */
const WHOLE_MESSAGE = 1024 - 44;

// One salt a process, drawn when the module loads.
const processSalt = Math.floor(Math.random() * 0xffffffff);

const priviledges = {
  kJoinChannel: privileges.JOIN_CHANNEL,
  kPublishAudioStream: privileges.PUBLISH_AUDIO_STREAM,
  kPublishVideoStream: privileges.PUBLISH_VIDEO_STREAM,
  kPublishDataStream: privileges.PUBLISH_DATA_STREAM,
  kRtmLogin: privileges.RTM_LOGIN,
};

/**
 * A token of version 006: privileges of one user in one channel, with the second since the epoch at
 * which each ends.
 *
 * The methods belong to each object, bound to it, so that they work detached as well.
 */
const AccessToken = function (appID, appCertificate, channelName, uid) {
  const token = this;
  this.appID = appID;
  this.appCertificate = appCertificate;
  this.channelName = channelName;
  this.messages = {};
  this.salt = processSalt;
  this.ts = Math.floor(legacyNow()) + ONE_DAY;
  this.uid = uidText(uid);

  this.build = function () {
    return build(token);
  };

  this.addPriviledge = function (priviledge, expireTimestamp) {
    token.messages[priviledge] = expireTimestamp;
  };

  this.fromString = function (originToken) {
    try {
      return parse(this, originToken);
    } catch {
      return false;
    }
  };
};

function build(token) {
  const message = new ByteBuf()
    .putUint32(token.salt)
    .putUint32(token.ts)
    .putTreeMapUInt32(token.messages)
    .pack();
  if (message.length <= WHOLE_MESSAGE && isPlain(token)) {
    const { appID, appCertificate, channelName, uid } = token;
    const built = kernel.accessToken.build(appID, appCertificate, channelName, uid, message);
    if (built !== null) return built;
  }

  const signed = Buffer.concat([
    Buffer.from(token.appID, 'utf8'),
    Buffer.from(token.channelName, 'utf8'),
    Buffer.from(token.uid, 'utf8'),
    message,
  ]);
  const signature = hmacSha256(token.appCertificate, signed);
  const content = new ByteBuf()
    .putString(signature)
    .putUint32(crc32(token.channelName))
    .putUint32(crc32(token.uid))
    .putString(message)
    .pack();
  return version + token.appID + content.toString('base64');
}

/** Whether the kernel takes the fields as they are. It refuses what it cannot read as UTF-8. */
function isPlain(token) {
  return (
    isText(token.appID) &&
    isText(token.appCertificate) &&
    isText(token.channelName) &&
    isText(token.uid)
  );
}

function parse(token, originToken) {
  if (originToken.substr(0, VERSION_LENGTH) != version) return false;

  token.appID = originToken.substr(VERSION_LENGTH, APP_ID_LENGTH);
  const content = originToken.substr(VERSION_LENGTH + APP_ID_LENGTH);
  const reader = new ReadByteBuf(Buffer.from(content, 'base64'));
  const signature = reader.getString();
  const crcChannelName = reader.getUint32();
  const crcUid = reader.getUint32();
  const message = reader.getString();
  token.signature = signature;
  token.crc_channel_name = crcChannelName;
  token.crc_uid = crcUid;
  token.m = message;

  const messageReader = new ReadByteBuf(message);
  const salt = messageReader.getUint32();
  const ts = messageReader.getUint32();
  const messages = messageReader.getTreeMapUInt32();
  token.salt = salt;
  token.ts = ts;
  token.messages = messages;
  return true;
}

module.exports = { version, AccessToken, priviledges };
