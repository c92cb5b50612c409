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

const UPLOAD_PERMISSION = 1;

/** What the texts of an in-channel permission stand for. */
const UPLOADS = { 0: 'none', 3: 'audioAndVideo' };

/**
 * Reads a Dynamic Key 005. It holds neither channel nor uid; its signature covers both.
 *
 * @returns {{ data: object, signature: Buffer, extra: Map<number, Buffer>, rawAppId: Buffer }}
 */
function read005(token) {
  checkBase64(token, VERSION.length);
  const reader = new FieldReader(Buffer.from(token.slice(VERSION.length), 'base64'));
  const type = reader.uint16('the type of the service');
  const signature = reader.raw('the signature');
  const rawAppId = reader.raw('the App ID');
  const issueTs = reader.uint32('the time of issue');
  const salt = reader.uint32('the salt');
  const expireTs = reader.uint32('the expiry');
  const extra = reader.map('permissions', () => reader.raw('a permission'));

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
    expiresAt: toDate(expireTs),
    expireTs,
    salt,
    services: [service],
    unreadBytes: reader.left,
    signature: signature.toString('latin1'),
  };
  return { data, signature, extra, rawAppId };
}

module.exports = { read005 };
