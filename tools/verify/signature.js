'use strict';

const { crypto } = require('../../lib/kernel/node-modules');
const { kernel } = require('../../lib/kernel/backend');
const { ByteBuf } = require('../../lib/bytes/byte-buf');
const { crc32 } = require('../../lib/bytes/crc32');
const { quote } = require('../checks/quote');
const { reason } = require('./reason');
const { uidText } = require('./recipients');

/**
 * Whether a token was signed with an App Certificate, for each version. Every check returns the
 * reasons against it. Signatures are compared in constant time.
 */

function checkSignature007({ data, signature, signingInfo }, appCertificate) {
  const { issueTs, salt } = data;
  const signed = kernel.verify(appCertificate, issueTs, salt, signingInfo, signature);
  return signed ? [] : [forged()];
}

/** For 006 RTM the user id takes the place of the channel, and the uid is empty. */
function checkSignature006({ data, signature, message }, appCertificate, asked) {
  const [{ name, channelCrc, uidCrc }] = data.services;
  const forRtm = name === 'rtm';
  const channel = forRtm ? (asked.userId ?? asked.channelName) : asked.channelName;
  // An empty uid, whose checksum is 0, fits any user.
  const uid = forRtm || uidCrc === 0 ? '' : asked.uid;
  if (channel === undefined || uid === undefined) return [unverifiable('006', forRtm)];

  const reasons = [];
  if (crc32(channel) !== channelCrc) {
    const code = forRtm ? 'ERR_TOKEN_USER_ID' : 'ERR_TOKEN_CHANNEL';
    const what = forRtm ? 'user id' : 'channel';
    reasons.push(reason(code, `The token is for another ${what} than ${quote(channel)}.`));
  }
  if (crc32(uidText(uid)) !== uidCrc) {
    const text = uidText(uid);
    const than = text === '' ? 'for one user, not for any' : `for another uid than ${quote(text)}`;
    reasons.push(reason('ERR_TOKEN_UID', `The token is ${than}.`));
  }
  if (reasons.length > 0) return reasons;

  const expected = crypto
    .createHmac('sha256', appCertificate)
    .update(data.appId + channel + uidText(uid))
    .update(message)
    .digest();
  return equal(signature, expected) ? [] : [forged()];
}

/** For 005, wrong channels and uids cannot be told from a wrong certificate. */
function checkSignature005({ data, signature, extra, rawAppId }, appCertificate, asked) {
  const { channelName, uid } = asked;
  if (channelName === undefined || uid === undefined) return [unverifiable('005', false)];
  if (!isUint32(Number(uid))) {
    return [reason('ERR_TOKEN_UID', 'A token of version 005 is for a number, not for an account.')];
  }

  const writer = new ByteBuf()
    .putUint16(data.services[0].type)
    .putBytes(rawAppId)
    .putUint32(data.issueTs)
    .putUint32(data.salt)
    .putString(channelName)
    .putUint32(Number(uid))
    .putUint32(data.expireTs)
    .putUint16(extra.size);
  for (const [key, value] of extra) writer.putUint16(key).putBytes(value);
  const hex = crypto
    .createHmac('sha1', Buffer.from(appCertificate, 'hex'))
    .update(writer.view())
    .digest('hex')
    .toUpperCase();
  if (equal(signature, Buffer.from(hex))) return [];
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

function isUint32(value) {
  return value >>> 0 === value;
}

function equal(left, right) {
  return left.length === right.length && crypto.timingSafeEqual(left, right);
}

module.exports = { checkSignature005, checkSignature006, checkSignature007 };
