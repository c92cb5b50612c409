'use strict';

const { decodeToken } = require('../../decode/decode-token');
const { parseCommand } = require('../arguments');
const { EXIT } = require('../exit-codes');
const { readNow } = require('../now');
const { writeJson, writeRows } = require('../output');
const { readTokens } = require('../token-input');
const { tokenRows } = require('../token-rows');

async function run(args) {
  const { values, positionals } = parseCommand('decode', args);
  const now = readNow(values.now);
  const [token] = await readTokens(positionals, 1);
  const decoded = decodeToken(token);
  if (values.json) writeJson(decoded);
  else writeRows(tokenRows(decoded, now));
  return EXIT.ok;
}

module.exports = { run };
