// Tampered tokens into everything that reads tokens, compared with the original. Prints a report as
// JSON, and fails if one token was accepted or read unlike the original.
//
//   AGORA_TOKEN_BACKEND=native node __test__/reliability/programs/hostile.mjs --tokens 100000 --seed 7

import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { backend } = require('../../..');
const { assault } = require('../support/assault');

const { values } = parseArgs({
  options: {
    tokens: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});

const report = await assault(Number(values.tokens), Number(values.seed));
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ backend, ...report, peakMb: megabytes }));
process.exitCode = report.differences.length === 0 ? 0 : 1;
