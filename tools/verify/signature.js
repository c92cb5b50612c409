'use strict';

const { ByteBuf } = require('../../lib/bytes/byte-buf');
const { crc32 } = require('../../lib/bytes/crc32');
const { isUint32 } = require('../../lib/bytes/plain');
const { uidText } = require('../../lib/bytes/uid-text');
const { kernel } = require('../../lib/kernel/backend');
const { areEqual, hmacSha1Hex, hmacSha256 } = require('../../lib/kernel/hash');
const { quote } = require('../checks/quote');
const { reason } = require('./reason');
const { checkChannelName } = require('./recipients');

const LONE_SURROGATE = /\p{Surrogate}/u;
const DECIMAL = /^(0|[1-9][0-9]*)$/;

/**
 * Whether a token was signed with an App Certificate, for each version. Every check returns the
 * reasons against it. Signatures are compared in constant time.
 */
function checkSignature(opened, appCertificate, asked) {
  switch (opened.version) {
    case '005':
      return checkSignature005(opened, appCertificate, asked);
    case '006':
      return checkSignature006(opened, appCertificate, asked);
    default:
      return checkSignature007(opened, appCertificate);
  }
}

function checkSignature007({ issueTs, salt, signingInfo, signature }, appCertificate) {
  const signed = kernel.verify(appCertificate, issueTs, salt, signingInfo, signature);
  return signed ? [] : [forged()];
}

/**
 * For 006 RTM the user id takes the place of the channel, and the uid is empty. The checksums are not
 * signed, so they only tell why a signature would be wrong.
 */
function checkSignature006(opened, appCertificate, asked) {
  const { appId, message, signature, isRtm, channelCrc, uidCrc } = opened;
  const channel = isRtm ? asked.userId : asked.channelName;
  // An empty uid, whose checksum is 0, fits any user.
  const uid = isRtm || uidCrc === 0 ? '' : asked.uid;
  if (channel === undefined || uid === undefined) return [unverifiable('006', isRtm)];
  const reasons = isRtm ? [] : checkChannelName(channel);
  if (reasons.length > 0) return reasons;

  if (!isChecksumOf(channel, channelCrc)) {
    const code = isRtm ? 'ERR_TOKEN_USER_ID' : 'ERR_TOKEN_CHANNEL';
    const what = isRtm ? 'user id' : 'channel';
    reasons.push(reason(code, `The token is for another ${what} than ${quote(channel)}.`));
  }
  const text = uidText(uid);
  if (!isChecksumOf(text, uidCrc)) {
    const than = text === '' ? 'for one user, not for any' : `for another uid than ${quote(text)}`;
    reasons.push(reason('ERR_TOKEN_UID', `The token is ${than}.`));
  }
  if (reasons.length > 0) return reasons;

  const expected = hmacSha256(appCertificate, appId + channel + text, message);
  return areEqual(signature, expected) ? [] : [forged()];
}

/** Half of a surrogate pair is no text: it would be signed as U+FFFD. */
function isChecksumOf(text, checksum) {
  return !LONE_SURROGATE.test(text) && crc32(text) === checksum;
}

/** For 005, wrong channels and uids cannot be told from a wrong certificate. */
function checkSignature005(opened, appCertificate, { channelName, uid }) {
  if (channelName === undefined || uid === undefined) return [unverifiable('005', false)];
  const number = DECIMAL.test(uid) ? Number(uid) : undefined;
  if (!isUint32(number)) {
    const message = 'A token of version 005 is for a number, not for an account.';
    return [reason('ERR_TOKEN_UID', message)];
  }
  // A longer one would not fit the length that is signed with it.
  const reasons = checkChannelName(channelName);
  if (reasons.length > 0) return reasons;

  const { type, rawAppId, issueTs, salt, expireTs, extra, signature } = opened;
  const writer = new ByteBuf()
    .putUint16(type)
    .putBytes(rawAppId)
    .putUint32(issueTs)
    .putUint32(salt)
    .putString(channelName)
    .putUint32(number)
    .putUint32(expireTs)
    .putUint16(extra.size);
  for (const [key, value] of extra) writer.putUint16(key).putBytes(value);
  const hex = hmacSha1Hex(Buffer.from(appCertificate, 'hex'), writer.view());
  if (areEqual(signature, Buffer.from(hex))) return [];
  return [
    reason(
      'ERR_TOKEN_SIGNATURE',
      'The signature is not that of this App Certificate with this channel and uid.',
    ),
  ];
}

function forged() {
  return reason('ERR_TOKEN_SIGNATURE', 'The signature is not that of this App Certificate.');
}

function unverifiable(version, forRtm) {
  const needed = forRtm ? 'the user id' : 'the channel and the uid';
  return reason(
    'ERR_TOKEN_NEEDS_CHANNEL_AND_UID',
    `The signature of a token ${version} covers ${needed}, which the token does not hold.`,
    forRtm ? { hint: 'Pass userId.' } : {},
  );
}

module.exports = { checkSignature };
