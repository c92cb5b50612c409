'use strict';

const { decodeToken } = require('../../decode/decode-token');
const { parseCommand } = require('../arguments');
const { EXIT } = require('../exit-codes');
const { readNow } = require('../now');
const { writeJson, writeRows } = require('../output');
const { readTokens } = require('../token-input');
const { tokenRows } = require('../token-rows');

const usage = `agora-token decode [TOKEN]

Shows what is in a token, from the argument or the standard input. The signature is not checked.

  --json      as JSON
  --now TIME  compare expiries with this time: seconds since 1970, or a date`;

async function run(args) {
  const { values, positionals } = parseCommand(args, { now: { type: 'string' } });
  const now = readNow(values.now);
  const [token] = await readTokens(positionals, 1);
  const decoded = decodeToken(token);
  if (values.json) writeJson(decoded);
  else writeRows(tokenRows(decoded, now));
  return EXIT.ok;
}

module.exports = { usage, run };
