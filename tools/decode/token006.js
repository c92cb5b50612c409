'use strict';

const { checkBase64 } = require('./base64-text');
const { FieldReader } = require('./field-reader');
const { TokenError } = require('../token-error');
const { toDate, toPrivilege } = require('./times');

const VERSION = '006';
const APP_ID_LENGTH = 32;
const CONTENT_START = VERSION.length + APP_ID_LENGTH;

const PRIVILEGES = {
  1: 'joinChannel',
  2: 'publishAudio',
  3: 'publishVideo',
  4: 'publishData',
  1000: 'login',
};

/**
 * Reads a token 006. It holds checksums of the channel and of the uid, not the texts.
 *
 * @returns {{ data: object, signature: Buffer, message: Buffer }} the plain data, and what its
 *   signature covers besides App ID, channel and uid
 */
function read006(token) {
  const appId = token.slice(VERSION.length, CONTENT_START);
  if (appId.length < APP_ID_LENGTH) {
    throw new TokenError(
      'ERR_TOKEN_TRUNCATED',
      `The token ends at character ${token.length}, within the App ID, which ends at ` +
        `character ${CONTENT_START}.`,
      token.length,
    );
  }
  checkBase64(token, CONTENT_START);

  const reader = new FieldReader(Buffer.from(token.slice(CONTENT_START), 'base64'));
  const signature = reader.raw('the signature');
  const channelCrc = reader.uint32('the checksum of the channel');
  const uidCrc = reader.uint32('the checksum of the uid');
  const message = reader.raw('the message');
  const messageReader = new FieldReader(message, reader.position - message.length);
  const salt = messageReader.uint32('the salt');
  const expireTs = messageReader.uint32('the expiry');
  const expires = messageReader.map('privileges', () =>
    messageReader.uint32('the expiry of a privilege'),
  );
  const privileges = [...expires].map(([id, ts]) =>
    toPrivilege(id, PRIVILEGES[id] ?? null, ts === 0 ? expireTs : ts, expireTs),
  );

  const data = {
    version: VERSION,
    appId,
    issuedAt: null,
    issueTs: null,
    expiresAt: toDate(expireTs),
    expireTs,
    salt,
    services: [{ name: expires.has(1000) ? 'rtm' : 'rtc', channelCrc, uidCrc, privileges }],
    unreadBytes: reader.left + messageReader.left,
    signature: signature.toString('hex'),
  };
  return { data, signature, message };
}

module.exports = { read006 };
