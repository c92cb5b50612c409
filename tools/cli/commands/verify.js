'use strict';

const { verifyToken } = require('../../verify/verify-token');
const { parseCommand } = require('../arguments');
const { readCredentials } = require('../credentials');
const { CommandError, EXIT } = require('../exit-codes');
const { readNow } = require('../now');
const { writeJson, writeLine, writeRows } = require('../output');
const { readTokens } = require('../token-input');

const usage = `agora-token verify [TOKEN]

Checks the signature, the expiry, whom a token is for and what it grants.
The App Certificate comes from AGORA_APP_CERTIFICATE, a .env file, or a prompt. If AGORA_APP_ID is
set, the token must be for that App ID.

  --channel NAME      the channel that the client joins
  --uid UID           the uid that it joins with
  --account NAME      the user account that it joins with, in place of a uid
  --user-id ID        the user id that it logs in with
  --privilege NAME    what it must be allowed to do, such as publishAudio; may be repeated
  --now TIME          the time to check for: seconds since 1970, or a date
  --dotenv FILE       in place of .env
  --json              as JSON`;

const OPTIONS = {
  channel: { type: 'string' },
  uid: { type: 'string' },
  account: { type: 'string' },
  'user-id': { type: 'string' },
  privilege: { type: 'string', multiple: true },
  now: { type: 'string' },
  dotenv: { type: 'string' },
};

async function run(args) {
  const { values, positionals } = parseCommand(args, OPTIONS);
  const now = readNow(values.now);
  const uid = readUid(values);
  const [token] = await readTokens(positionals, 1);
  const { appId, appCertificate } = await readCredentials({
    required: ['appCertificate'],
    optional: ['appId'],
    envFile: values.dotenv,
  });

  const result = verifyToken(token, appCertificate, {
    now,
    appId,
    channelName: values.channel,
    uid,
    userId: values['user-id'],
    privilege: values.privilege,
  });
  if (values.json) writeJson(result);
  else writeResult(result);
  return result.valid ? EXIT.ok : EXIT.invalid;
}

function readUid({ uid, account }) {
  if (uid === undefined) return account;
  if (account !== undefined) throw new CommandError('Pass either --uid or --account, not both.');
  if (!/^[0-9]+$/.test(uid)) throw new CommandError('--uid takes a number; see --account.');
  return Number(uid);
}

function writeResult({ valid, reasons }) {
  writeLine(valid ? 'valid' : 'invalid', valid ? 'good' : 'bad');
  writeRows(
    reasons.flatMap(({ code, message, hint }) => [
      [code, message],
      ['', hint, 'faint'],
    ]),
  );
}

module.exports = { usage, run };
