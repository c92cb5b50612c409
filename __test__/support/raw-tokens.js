'use strict';

const crypto = require('node:crypto');
const { APP_ID, CERTIFICATE } = require('./identifiers');
const { tokenAround } = require('./token-content');

// Tokens written byte by byte, with right signatures: also those that no builder makes.

const u16 = (value) => Buffer.from(Uint16Array.of(value).buffer);
const u32 = (value) => Buffer.from(Uint32Array.of(value).buffer);
const hmac = (hash, key, ...parts) =>
  crypto.createHmac(hash, key).update(Buffer.concat(parts)).digest();

// Text or bytes behind their length.
function field(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([u16(bytes.length), bytes]);
}

// Pairs in the order given, however often a key comes.
function pairs(entries, value = u32) {
  return Buffer.concat([
    u16(entries.length),
    ...entries.flatMap(([key, each]) => [u16(key), value(each)]),
  ]);
}

// A service of a Token007: its type, pairs of privilege and seconds, and the fields behind them.
function service(type, privileges, ...fields) {
  return Buffer.concat([u16(type), pairs(privileges), ...fields]);
}

function token007({
  appId = APP_ID,
  issueTs,
  expire = 3600,
  salt = 7,
  services = [],
  count = services.length,
  tail = Buffer.alloc(0),
  certificate = CERTIFICATE,
  sign = (signature) => signature,
}) {
  const info = Buffer.concat([
    field(appId),
    u32(issueTs),
    u32(expire),
    u32(salt),
    u16(count),
    ...services,
    tail,
  ]);
  const key = hmac('sha256', u32(salt), hmac('sha256', u32(issueTs), Buffer.from(certificate)));
  return tokenAround(Buffer.concat([field(sign(hmac('sha256', key, info))), info]));
}

function crc32(text) {
  let crc = ~0;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function message006(expireTs, privileges, tail = Buffer.alloc(0), salt = 7) {
  return Buffer.concat([u32(salt), u32(expireTs), pairs(privileges), tail]);
}

function token006({
  appId = APP_ID,
  channel,
  uid,
  message,
  channelCrc = crc32(channel),
  uidCrc = crc32(uid),
  signature = hmac('sha256', CERTIFICATE, Buffer.from(appId + channel + uid), message),
  tail = Buffer.alloc(0),
}) {
  const content = [field(signature), u32(channelCrc), u32(uidCrc), field(message), tail];
  return `006${appId}${Buffer.concat(content).toString('base64')}`;
}

function token005({
  type = 1,
  appId = Buffer.from(APP_ID, 'hex'),
  issueTs,
  salt = 7,
  channel,
  uid,
  expireTs,
  extra = [],
  // What is signed, if it is not what the content says.
  signedExtra = extra,
  sign = (signature) => signature,
  tail = Buffer.alloc(0),
}) {
  const signed = [
    u16(type),
    field(appId),
    u32(issueTs),
    u32(salt),
    field(channel),
    u32(uid),
    u32(expireTs),
    pairs(signedExtra, field),
  ];
  const signature = hmac('sha1', Buffer.from(CERTIFICATE, 'hex'), ...signed);
  const content = [
    u16(type),
    field(sign(signature.toString('hex').toUpperCase())),
    field(appId),
    u32(issueTs),
    u32(salt),
    u32(expireTs),
    pairs(extra, field),
    tail,
  ];
  return `005${Buffer.concat(content).toString('base64')}`;
}

module.exports = { field, message006, pairs, service, token005, token006, token007, u16, u32 };
