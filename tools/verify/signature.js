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
 * Which of the App Certificates a token was signed with. Signatures are compared in constant time, and
 * every certificate is tried, so that the time does not tell which one it was.
 *
 * @returns {{ index: number | null, reasons: object[] }} its place in `appCertificates`, or the
 *   reasons against the token
 */
function findSigner(opened, appCertificates, asked) {
  const { reasons, isSignedBy, signed = '' } = CHECKS[opened.version](opened, asked);
  if (reasons) return { index: null, reasons };
  const results = appCertificates.map(isSignedBy);
  const index = results.indexOf(true);
  if (index !== -1) return { index, reasons: [] };
  const whose = appCertificates.length === 1 ? 'not that of this' : 'that of none of these';
  const certificates = appCertificates.length === 1 ? 'App Certificate' : 'App Certificates';
  const message = `The signature is ${whose} ${certificates}${signed}.`;
  return { index: null, reasons: [reason('ERR_TOKEN_SIGNATURE', message)] };
}

/**
 * For each version, from an opened token and what was asked: `reasons` that there are whatever the
 * certificate, or `isSignedBy`, which checks one. `signed` says what the signature covers besides the
 * token.
 */
const CHECKS = {
  '007': check007,
  '006': check006,
  '005': check005,
  '004': refuseRetired,
  '003': refuseRetired,
};

function check007({ issueTs, salt, signingInfo, signature }) {
  return {
    isSignedBy: (appCertificate) =>
      kernel.verify(appCertificate, issueTs, salt, signingInfo, signature),
  };
}

function refuseRetired({ version }) {
  const message = `Agora retired Dynamic Keys of version ${version}; this one is not verified.`;
  const hint = 'Token007 replaces it: build one with RtcTokenBuilder or createTokenBuilder.';
  return { reasons: [reason('ERR_TOKEN_VERSION', message, { hint })] };
}

/**
 * For 006 RTM the user id takes the place of the channel, and the uid is empty. The checksums are not
 * signed, so they only tell why a signature would be wrong.
 */
function check006(opened, asked) {
  const { appId, message, signature, isRtm, channelCrc, uidCrc } = opened;
  const channel = isRtm ? asked.userId : asked.channelName;
  // An empty uid, whose checksum is 0, fits any user.
  const uid = isRtm || uidCrc === 0 ? '' : asked.uid;
  if (channel === undefined || uid === undefined) return unverifiable('006', isRtm);
  const reasons = isRtm ? [] : checkChannelName(channel);
  if (reasons.length > 0) return { reasons };

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
  if (reasons.length > 0) return { reasons };

  return {
    isSignedBy: (appCertificate) =>
      areEqual(signature, hmacSha256(appCertificate, appId + channel + text, message)),
  };
}

/** Half of a surrogate pair is no text: it would be signed as U+FFFD. */
function isChecksumOf(text, checksum) {
  return !LONE_SURROGATE.test(text) && crc32(text) === checksum;
}

/** For 005, wrong channels and uids cannot be told from a wrong certificate. */
function check005(opened, { channelName, uid }) {
  if (channelName === undefined || uid === undefined) return unverifiable('005', false);
  const number = DECIMAL.test(uid) ? Number(uid) : undefined;
  if (!isUint32(number)) {
    const message = 'A token of version 005 is for a number, not for an account.';
    return { reasons: [reason('ERR_TOKEN_UID', message)] };
  }
  // A longer one would not fit the length that is signed with it.
  const reasons = checkChannelName(channelName);
  if (reasons.length > 0) return { reasons };

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
  const signed = writer.view();
  return {
    isSignedBy: (appCertificate) =>
      areEqual(signature, Buffer.from(hmacSha1Hex(Buffer.from(appCertificate, 'hex'), signed))),
    signed: ' with this channel and uid',
  };
}

function unverifiable(version, forRtm) {
  const needed = forRtm ? 'the user id' : 'the channel and the uid';
  const message = `The signature of a token ${version} covers ${needed}, which the token does not hold.`;
  const hint = forRtm ? { hint: 'Pass userId.' } : {};
  return { reasons: [reason('ERR_TOKEN_NEEDS_CHANNEL_AND_UID', message, hint)] };
}

module.exports = { findSigner };
