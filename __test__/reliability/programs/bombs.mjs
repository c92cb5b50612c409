// Tokens that inflate to 1 MiB up to 1 GiB, each read in a process of its own. Prints how much memory
// the process had at most, above what it had before it read the token.
//
//   AGORA_TOKEN_BACKEND=native node __test__/reliability/programs/bombs.mjs [--mebibytes 1,16,256,1024]

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const PROGRAM = fileURLToPath(import.meta.url);

const { values } = parseArgs({
  options: { mebibytes: { type: 'string', default: '1,16,256,1024' }, one: { type: 'string' } },
});

function peakMb() {
  return process.resourceUsage().maxRSS / 1024;
}

/** Reads one bomb in every way, several times, and tells what came of it. */
function readOne(mebibytes) {
  const { AccessToken2 } = require('../../../src/AccessToken2');
  const { backend, decodeToken, verifyToken } = require('../../..');
  const { CERTIFICATE } = require('../../support/identifiers');
  const { bombToken } = require('../support/bomb');
  const token = bombToken(mebibytes);
  // What the ways of reading cost whatever the token: code, buffers, the token as text.
  readAll(bombToken(1));
  const before = peakMb();
  const outcomes = [];
  for (let turn = 0; turn < 5; turn++) outcomes.push(readAll(token));
  return {
    backend,
    mebibytes,
    tokenKb: Math.round(token.length / 1024),
    growthMb: Math.round(peakMb() - before),
    outcomes: [...new Set(outcomes.map((outcome) => JSON.stringify(outcome)))],
  };

  function readAll(text) {
    const parsed = new AccessToken2();
    const result = parsed.from_string(text);
    let code = '';
    try {
      decodeToken(text);
    } catch (error) {
      code = error.code;
    }
    const { valid, reasons } = verifyToken(text, CERTIFICATE);
    return [result, parsed.verifySignature(CERTIFICATE), code, valid, reasons[0].code];
  }
}

if (values.one) {
  console.log(JSON.stringify(readOne(Number(values.one))));
} else {
  for (const mebibytes of values.mebibytes.split(',')) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, '--one', mebibytes], {
      encoding: 'utf8',
    });
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    if (status !== 0) process.exitCode = 1;
  }
}
