// Builds, parses and verifies tokens on eight worker threads that start and stop all the while, some
// of them terminated in the middle of a batch. Prints a report as JSON.
//
//   node __test__/reliability/programs/threads.mjs [--tokens 1000000] [--threads 8] [--share 10000]

import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { backend } = require('../../..');
const { buildOnThreads } = require('../support/workers');

const { values } = parseArgs({
  options: {
    tokens: { type: 'string', default: '1000000' },
    threads: { type: 'string', default: '8' },
    share: { type: 'string', default: '10000' },
  },
});

const report = await buildOnThreads({
  threads: Number(values.threads),
  total: Number(values.tokens),
  share: Number(values.share),
});
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ backend, ...report, peakMb }));
process.exitCode = report.checked === Number(values.tokens) ? 0 : 1;
