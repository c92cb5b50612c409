'use strict';

const { kernel } = require('../../lib/kernel/backend');
const node = require('../../lib/kernel/node-modules');
const { CONTENT_LIMIT, TOKEN007_PREFIX } = require('../../lib/kernel/format');
const { TokenError } = require('../token-error');
const { checkBase64 } = require('./base64-text');
const { FieldReader, tooMany } = require('./field-reader');
const { MOST_SERVICES } = require('./limits');
const { SERVICES } = require('./service-table');
const { toDate, toPrivilege } = require('./times');

/**
 * Opens a Token007, and reads no further than what its signature needs: the rest is whatever
 * somebody wrote until the signature is found right.
 *
 * @returns {{ version: string, signature: Buffer, signingInfo: Buffer, issueTs: number,
 *   salt: number, read: () => { data: object, malformedText?: string, latestTs: number } }} what
 *   signing needs, and `read`, to be called once: the plain data, the first field that is not UTF-8,
 *   and the latest of all expiries before any is cut to that of the token
 */
function open007(token) {
  const content = openContent(token);
  const reader = new FieldReader(content);
  const signature = reader.raw('the signature');
  const signingInfo = content.subarray(reader.position);

  const appId = reader.text('the App ID');
  const issueTs = reader.uint32('the time of issue');
  const expire = reader.uint32('the expiry');
  const salt = reader.uint32('the salt');
  const read = () => readRest(reader, { signature, appId, issueTs, expire, salt });
  return { version: TOKEN007_PREFIX, signature, signingInfo, issueTs, salt, read };
}

function readRest(reader, { signature, appId, issueTs, expire, salt }) {
  const expireTs = issueTs + expire;
  const times = { issueTs, expireTs, latestTs: expireTs };
  const data = {
    version: TOKEN007_PREFIX,
    appId,
    issuedAt: toDate(issueTs),
    issueTs,
    expiresAt: toDate(expireTs),
    expireTs,
    expire,
    salt,
    services: readServices(reader, times),
    unreadBytes: reader.left,
    signature: signature.toString('hex'),
  };
  return { data, malformedText: reader.malformedText, latestTs: times.latestTs };
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
    node.zlib.inflateSync(compressed, { maxOutputLength: CONTENT_LIMIT });
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
function readServices(reader, times) {
  const services = [];
  for (let left = reader.uint16('the number of services'); left > 0; left--) {
    if (services.length === MOST_SERVICES) throw tooMany(MOST_SERVICES, 'services');

    const type = reader.uint16('the type of a service');
    const known = SERVICES[type];
    if (!known) {
      services.push({ type, name: 'unknown', privileges: [] });
      break;
    }
    const privileges = readPrivileges(reader, known, times);
    services.push({ type, name: known.name, ...known.readFields(reader), privileges });
  }
  return services;
}

function readPrivileges(reader, { name, privileges }, times) {
  const expires = reader.map(`${name} privileges`, () =>
    reader.uint32('the expiry of a privilege'),
  );
  return [...expires].map(([id, expire]) => {
    const ownTs = expire === 0 ? times.expireTs : times.issueTs + expire;
    times.latestTs = Math.max(times.latestTs, ownTs);
    return toPrivilege(id, privileges[id] ?? null, { expire }, ownTs, times.expireTs);
  });
}

module.exports = { open007 };
