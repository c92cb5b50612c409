'use strict';

const { toDate } = require('./times');

/**
 * The Dynamic Keys 003 and 004: plain text of fixed widths behind the version. The signature, of
 * HMAC-SHA1, covers the channel and, for 004, the uid and the service too, none of which it holds.
 */
const LAYOUTS = {
  '003':
    /^003(?<signature>[0-9a-f]{40})(?<appId>[0-9a-f]{32})(?<issued>\d{10})(?<salt>[0-9a-f]{8})(?<uid>\d{10})(?<ends>\d{10})$/i,
  '004':
    /^004(?<signature>[0-9a-f]{40})(?<appId>[0-9a-f]{32})(?<issued>\d{10})(?<salt>[0-9a-f]{8})(?<ends>\d{10})$/i,
};

/** What a key that does not end has in place of a moment. */
const NEVER = [0, 0xffffffff];

/**
 * Opens a Dynamic Key 003 or 004. Its signature is not checked: no SDK of today takes such a key.
 *
 * @returns `undefined` if the text is not as such a key is written
 */
function openDynamicKey(token) {
  const version = token.slice(0, 3);
  const found = LAYOUTS[version].exec(token)?.groups;
  return found && { version, read: () => ({ data: dataOf(version, found) }) };
}

function dataOf(version, { signature, appId, issued, salt, uid, ends }) {
  const issueTs = Number(issued);
  const isEndless = NEVER.includes(Number(ends));
  const expireTs = isEndless ? 0 : Number(ends);
  const service = { name: 'mediaChannel', uid: `${Number(uid)}`, privileges: [] };
  return {
    version,
    appId,
    issuedAt: toDate(issueTs),
    issueTs,
    expiresAt: isEndless ? null : toDate(expireTs),
    expireTs,
    salt: Number.parseInt(salt, 16),
    services: uid === undefined ? [] : [service],
    unreadBytes: 0,
    signature,
  };
}

module.exports = { openDynamicKey };
