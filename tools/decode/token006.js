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

const LOGIN = 1000;

/**
 * Opens a token 006. It holds checksums of the channel and of the uid, not the texts, and its
 * signature does not cover the checksums.
 *
 * @returns {{ version: string, appId: string, signature: Buffer, message: Buffer, isRtm: boolean,
 *   channelCrc: number, uidCrc: number, read: () => { data: object, flaw?: string } }} what the
 *   signature covers besides channel and uid, and `read`: the plain data, and in what the content is
 *   not as its builder writes it
 */
function open006(token) {
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
  const isRtm = expires.has(LOGIN);

  const read = () => {
    const privileges = [...expires].map(([id, ownTs]) => {
      const endsTs = ownTs === 0 ? expireTs : ownTs;
      return toPrivilege(id, PRIVILEGES[id] ?? null, { ownTs }, endsTs, expireTs);
    });
    const unreadBytes = reader.left + messageReader.left;
    const data = {
      version: VERSION,
      appId,
      issuedAt: null,
      issueTs: null,
      expiresAt: toDate(expireTs),
      expireTs,
      salt,
      services: [{ name: isRtm ? 'rtm' : 'rtc', channelCrc, uidCrc, privileges }],
      unreadBytes,
      signature: signature.toString('hex'),
    };
    return { data, flaw: flawOf(expires, messageReader.isAscending, unreadBytes) };
  };
  return { version: VERSION, appId, signature, message, isRtm, channelCrc, uidCrc, read };
}

function flawOf(expires, isAscending, unreadBytes) {
  if (unreadBytes > 0) return `${unreadBytes} bytes follow what was read`;
  if (!isAscending) return 'its privileges are not in ascending order, each once';
  const ids = [...expires.keys()];
  const unknown = ids.find((id) => !PRIVILEGES[id]);
  if (unknown !== undefined) return `there is no privilege ${unknown}`;
  if (expires.has(LOGIN) && ids.length > 1) return 'it has privileges of RTC and of RTM';
  return undefined;
}

module.exports = { open006 };
