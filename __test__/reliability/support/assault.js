'use strict';

const { setImmediate: turnOfTheLoop } = require('node:timers/promises');
const zlib = require('node:zlib');
const { describe } = require('../../support/describe');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { libraries } = require('../../support/libraries');
const { Random } = require('../../support/random');
const { withSilentConsole } = require('../../support/sandbox');
const { hostile007, hostileLegacy } = require('./hostile-tokens');

const CONTENT_LIMIT = 1024 * 1024;

/** Tokens between two turns of the event loop, at which Node frees what its zlib has used. */
const TURN = 200;

/**
 * Feeds `count` tampered tokens to everything that reads tokens, and to the original.
 *
 * @returns {Promise<{ tokens: number, read: number, reencoded: number, differences: string[] }>}
 *   `reencoded` are those that hold the very content that was signed, though their text was changed;
 *   every other must be refused
 */
async function assault(count, seed) {
  const random = new Random(seed);
  const report = { tokens: 0, read: 0, reencoded: 0, differences: [] };
  while (report.tokens < count) {
    const end = Math.min(count, report.tokens + TURN);
    withSilentConsole(
      () => {},
      () => {
        while (report.tokens < end) attack(random, report);
      },
    );
    await turnOfTheLoop();
  }
  return report;
}

function attack(random, report) {
  const { original } = libraries();
  const legacy = random.chance(0.2);
  const { token, changed } = legacy
    ? hostileLegacy(random, original)
    : hostile007(random, original);
  if (changed === token) return;
  report.tokens += 1;
  const wrong = legacy ? judgeLegacy(token, changed) : judge007(token, changed, report);
  if (wrong !== '') report.differences.push(`${wrong}: ${JSON.stringify(changed)}`);
}

/** What is wrong with the ways in which ours takes a changed Token007, or ''. */
function judge007(token, changed, report) {
  const content = inflate(changed);
  const isSame = content?.equals(inflate(token)) ?? false;
  const [theirs, mine] = [libraries().original, libraries().ours].map((library) =>
    parse007(library, changed),
  );
  if (content === null || content.length <= CONTENT_LIMIT) {
    if (describe(theirs.token) !== describe(mine.token)) return 'another state than the original';
    if (theirs.result !== mine.result) return 'another result than the original';
  }
  if (mine.result) report.read += 1;
  if (mine.verified !== theirs.verified) return 'verified differently from the original';
  if (mine.verified && !isSame) return 'a tampered token verifies';
  if (mine.verified) report.reencoded += 1;
  return judgeDecoding(changed, isSame);
}

function parse007({ modules }, text) {
  const { AccessToken2 } = modules['src/AccessToken2'];
  const token = new AccessToken2(APP_ID, CERTIFICATE, 1700000000, 3600);
  token.salt = 1;
  const result = token.from_string(text);
  return { result, token, verified: token.verifySignature(CERTIFICATE) };
}

function judgeLegacy(token, changed) {
  const [theirs, mine] = [libraries().original, libraries().ours].map(({ modules }) => {
    const { AccessToken } = modules['src/AccessToken'];
    const token = new AccessToken(APP_ID, CERTIFICATE, 'channel', 1);
    token.ts = 0;
    return { result: token.fromString(changed), token };
  });
  if (theirs.result !== mine.result) return 'another 006 result than the original';
  if (describe({ ...theirs.token }) !== describe({ ...mine.token })) return 'another 006 state';
  return judgeDecoding(changed, legacyContent(token) === legacyContent(changed));
}

/** The prefix and the bytes behind it, which is all that a legacy token says. */
function legacyContent(token) {
  const start = token.startsWith('006') ? 35 : 3;
  return token.slice(0, start) + Buffer.from(token.slice(start), 'base64').toString('hex');
}

/** `decodeToken` reads or throws an error of ours; `verifyToken` answers and refuses. */
function judgeDecoding(changed, isSame) {
  const { decodeToken, TokenError } = libraries().ours.modules.index;
  try {
    decodeToken(changed);
  } catch (error) {
    if (!(error instanceof TokenError)) return `decodeToken threw ${error}`;
    if (error.message.includes(CERTIFICATE)) return 'decodeToken tells the certificate';
  }
  return isAccepted(changed) && !isSame ? 'verifyToken accepts a tampered token' : '';
}

/**
 * Whether `verifyToken` accepts a token, asked for each user of `every-builder`: just before its time of
 * issue, as a key 005 may end in the second in which it is issued.
 */
function isAccepted(token) {
  const { verifyToken } = libraries().ours.modules.index;
  const now = Math.max(0, issueOf(token) - 30);
  const asked = [
    { channelName: 'a-channel', uid: 2882341273 },
    { channelName: 'a-channel', uid: 'an-account' },
    { userId: 'an-account' },
    {},
  ];
  return asked.some((recipient) => {
    const { valid, reasons } = verifyToken(token, CERTIFICATE, { now, ...recipient });
    if (!valid && reasons.length === 0) throw new Error('refused without a reason');
    return valid;
  });
}

const ONE_DAY = 24 * 3600;

/** When a token claims to have been issued: 24 hours before its end, where it does not tell. */
function issueOf(token) {
  const { decodeToken } = libraries().ours.modules.index;
  try {
    const { issueTs, expireTs } = decodeToken(token);
    return issueTs ?? expireTs - ONE_DAY;
  } catch {
    return 1700000000;
  }
}

function inflate(token) {
  try {
    return zlib.inflateSync(Buffer.from(token.slice(3), 'base64'));
  } catch {
    return null;
  }
}

module.exports = { assault, isAccepted };
