'use strict';

const { MOST_UINT32: LATEST } = require('../../lib/bytes/plain');
const { MOST_LIFETIME } = require('../checks/most-lifetime');
const { toDate } = require('../decode/times');
const { reason } = require('./reason');

/** The expiry of a key 005 that does not expire. */
const NEVER = 0;

/** When a token was issued and when it ends. */
function checkLifetime({ data, latestTs }, asked) {
  return [
    ...checkIssue(data, asked),
    ...(latestTs > LATEST ? [overflow(latestTs)] : []),
    ...checkEnd(data, asked),
  ];
}

/** A token 006 does not tell when it was issued, but its builder lets it end 24 hours later. */
function checkIssue({ issueTs, expireTs }, { issuedBy }) {
  const issued = issueTs ?? expireTs - MOST_LIFETIME;
  if (issued <= issuedBy) return [];
  const how = issueTs === null ? ', 24 hours before its end' : '';
  const message = `The token was issued at ${toDate(issued).toISOString()}${how}, in the future.`;
  return [reason('ERR_TOKEN_ISSUED_LATER', message)];
}

function checkEnd(data, asked) {
  if (isExpired(data, asked)) {
    const message = `The token expired at ${data.expiresAt.toISOString()}.`;
    return [reason('ERR_TOKEN_EXPIRED', message)];
  }
  if (data.version !== '007' || !hasEnded(data.issueTs + MOST_LIFETIME, asked)) return [];
  const message = `The token was issued at ${data.issuedAt.toISOString()}, over 24 hours ago.`;
  return [reason('ERR_TOKEN_TOO_OLD', message)];
}

function overflow(latestTs) {
  const message =
    `The token or a privilege ends at ${toDate(latestTs).toISOString()}; ` +
    `32 bits count to ${toDate(LATEST).toISOString()}.`;
  return reason('ERR_TOKEN_LIFETIME', message);
}

function isExpired({ version, expireTs }, asked) {
  if (version === '005' && expireTs === NEVER) return false;
  return hasEnded(expireTs, asked);
}

/** Whether a moment has come, in seconds since 1970. */
function hasEnded(ts, { endsAfter }) {
  return endsAfter >= ts;
}

module.exports = { checkLifetime, hasEnded, isExpired };
