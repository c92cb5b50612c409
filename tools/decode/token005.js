'use strict';

const { checkBase64 } = require('./base64-text');
const { FieldReader } = require('./field-reader');
const { toDate } = require('./times');

const VERSION = '005';

const SERVICES = {
  1: 'mediaChannel',
  2: 'recording',
  3: 'publicSharing',
  4: 'inChannelPermission',
};

const IN_CHANNEL_PERMISSION = 4;
const UPLOAD_PERMISSION = 1;

/** The expiry of a key that does not expire. */
const NEVER = 0;

/** What the texts of an in-channel permission stand for. */
const UPLOADS = { 0: 'none', 3: 'audioAndVideo' };

/**
 * Opens a Dynamic Key 005. It holds neither channel nor uid; its signature covers both.
 *
 * @returns {{ version: string, type: number, signature: Buffer, rawAppId: Buffer, issueTs: number,
 *   salt: number, expireTs: number, extra: Map<number, Buffer>,
 *   read: () => { data: object, flaw?: string } }} what the signature covers besides channel and
 *   uid, and `read`: the plain data, and in what the content is not as its builder writes it
 */
function open005(token) {
  checkBase64(token, VERSION.length);
  const reader = new FieldReader(Buffer.from(token.slice(VERSION.length), 'base64'));
  const type = reader.uint16('the type of the service');
  const signature = reader.raw('the signature');
  const rawAppId = reader.raw('the App ID');
  const issueTs = reader.uint32('the time of issue');
  const salt = reader.uint32('the salt');
  const expireTs = reader.uint32('the expiry');
  const extra = reader.map('permissions', () => reader.raw('a permission'));

  const read = () => {
    const service = { type, name: SERVICES[type] ?? 'unknown', privileges: [] };
    if (extra.has(UPLOAD_PERMISSION)) {
      const text = extra.get(UPLOAD_PERMISSION).toString('utf8');
      service.upload = UPLOADS[text] ?? text;
    }
    const data = {
      version: VERSION,
      appId: rawAppId.toString('hex'),
      issuedAt: toDate(issueTs),
      issueTs,
      expiresAt: expireTs === NEVER ? null : toDate(expireTs),
      expireTs,
      salt,
      services: [service],
      unreadBytes: reader.left,
      signature: signature.toString('latin1'),
    };
    return { data, flaw: flawOf(type, extra, reader) };
  };
  return { version: VERSION, type, signature, rawAppId, issueTs, salt, expireTs, extra, read };
}

function flawOf(type, extra, { left, isAscending }) {
  if (left > 0) return `${left} bytes follow what was read`;
  if (!isAscending) return 'its permissions are not in ascending order, each once';
  const known = type === IN_CHANNEL_PERMISSION ? [UPLOAD_PERMISSION] : [];
  const unknown = [...extra.keys()].find((key) => !known.includes(key));
  return unknown === undefined ? undefined : `there is no permission ${unknown}`;
}

module.exports = { open005 };
