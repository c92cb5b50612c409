'use strict';

const { kernel } = require('../../lib/kernel/backend');
const { zlib } = require('../../lib/kernel/node-modules');
const { CONTENT_LIMIT, TOKEN007_PREFIX } = require('../../lib/kernel/format');
const { TokenError } = require('../token-error');
const { checkBase64 } = require('./base64-text');
const { FieldReader } = require('./field-reader');
const { SERVICES } = require('./service-table');
const { toDate, toPrivilege } = require('./times');

/**
 * Reads a Token007.
 *
 * @returns {{ data: object, signature: Buffer, signingInfo: Buffer }} the plain data, and what its
 *   signature covers
 */
function read007(token) {
  const content = openContent(token);
  const reader = new FieldReader(content);
  const signature = reader.raw('the signature');
  const signingInfo = content.subarray(reader.position);

  const appId = reader.text('the App ID');
  const issueTs = reader.uint32('the time of issue');
  const expire = reader.uint32('the expiry');
  const salt = reader.uint32('the salt');
  const expireTs = issueTs + expire;
  const data = {
    version: TOKEN007_PREFIX,
    appId,
    issuedAt: toDate(issueTs),
    issueTs,
    expiresAt: toDate(expireTs),
    expireTs,
    expire,
    salt,
    services: readServices(reader, issueTs, expireTs),
    unreadBytes: reader.left,
    signature: signature.toString('hex'),
  };
  return { data, signature, signingInfo };
}

/** The content of a token, of its own: the kernel only lends it. */
function openContent(token) {
  checkBase64(token, TOKEN007_PREFIX.length);
  const content = kernel.open(token, (lent) => Buffer.from(lent));
  if (content === null) throw explainUnopened(token);
  return content;
}

/** Why the kernel did not open a token, which it does not tell. */
function explainUnopened(token) {
  const compressed = Buffer.from(token.slice(TOKEN007_PREFIX.length), 'base64');
  try {
    zlib.inflateSync(compressed, { maxOutputLength: CONTENT_LIMIT });
  } catch (error) {
    if (error.code === 'ERR_BUFFER_TOO_LARGE') {
      return new TokenError(
        'ERR_TOKEN_TOO_LARGE',
        `The content exceeds ${CONTENT_LIMIT} bytes when it is expanded.`,
      );
    }
    if (error.code === 'Z_BUF_ERROR') {
      return new TokenError(
        'ERR_TOKEN_TRUNCATED',
        `The compressed content ends after ${compressed.length} bytes, before it is complete; ` +
          `the token has ${token.length} characters.`,
        token.length,
      );
    }
    return damaged(error.message);
  }
  return damaged('not a zlib stream');
}

function damaged(found) {
  return new TokenError(
    'ERR_TOKEN_COMPRESSION',
    `The content after character ${TOKEN007_PREFIX.length} of the token does not expand: ${found}.`,
    TOKEN007_PREFIX.length,
  );
}

/** A service of unknown type has an unknown length, so that nothing behind it can be read. */
function readServices(reader, issueTs, expireTs) {
  const services = [];
  for (let left = reader.uint16('the number of services'); left > 0; left--) {
    const type = reader.uint16('the type of a service');
    const known = SERVICES[type];
    if (!known) {
      services.push({ type, name: 'unknown', privileges: [] });
      break;
    }
    const privileges = readPrivileges(reader, known, issueTs, expireTs);
    services.push({ type, name: known.name, ...known.readFields(reader), privileges });
  }
  return services;
}

function readPrivileges(reader, { name, privileges }, issueTs, expireTs) {
  const expires = reader.map(`${name} privileges`, () =>
    reader.uint32('the expiry of a privilege'),
  );
  return [...expires].map(([id, expire]) =>
    toPrivilege(id, privileges[id] ?? null, expire === 0 ? expireTs : issueTs + expire, expireTs),
  );
}

module.exports = { read007 };
