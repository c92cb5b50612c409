// Builds and parses tokens in one process, and records its resident memory and open files all along.
// Fails if memory still grows in the second half of the run.
//
//   AGORA_TOKEN_BACKEND=native node --expose-gc __test__/reliability/programs/memory.mjs \
//     [--tokens 10000000] [--json FILE]

import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { backend, buildTokens } = require('../../..');
const { AccessToken2 } = require('../../../src/AccessToken2');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { buildNumbered, request } = require('../support/numbered-tokens');
const { RtcTokenBuilder: RtcTokenBuilder006 } = require('../../../src/RtcTokenBuilder');

const SAMPLES = 100;

/**
 * Tokens between two turns of the event loop. The addon needs none. Node's zlib frees what a damaged
 * stream has used at the next turn only.
 */
const TURN = backend === 'native' ? Number.POSITIVE_INFINITY : 1000;

/** What the garbage collector and the allocator may hold at one time more than at another. */
const TOLERANCE_MB = 16;

const { values } = parseArgs({
  options: { tokens: { type: 'string', default: '10000000' }, json: { type: 'string' } },
});
const total = Number(values.tokens);

/** The descriptors of the process, where the system tells. */
function openFiles() {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

function sample(tokens) {
  globalThis.gc?.();
  return {
    tokens,
    residentMb: process.memoryUsage.rss() / 1024 / 1024,
    openFiles: openFiles(),
    handles: process.getActiveResourcesInfo().length,
  };
}

const parsed = new AccessToken2();
const damaged = '007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b5';

/** One build and one parse; now and then another way of building, and a token that does not parse. */
function work(number) {
  if (!parsed.from_string(buildNumbered(number)) || !parsed.verifySignature(CERTIFICATE)) {
    throw new Error(`token ${number}`);
  }
  if (number % 64 === 0) {
    buildTokens([request(number)]);
    RtcTokenBuilder006.buildTokenWithUid(APP_ID, CERTIFICATE, 'lobby', number, 1, number);
    if (parsed.from_string(damaged)) throw new Error('a damaged token parses');
  }
}

const samples = [];
for (let number = 0; number < total; number++) {
  if (number % Math.ceil(total / SAMPLES) === 0) samples.push(sample(number));
  if (number % TURN === TURN - 1) await turnOfTheLoop();
  work(number);
}
samples.push(sample(total));

const highest = (some, key) => Math.max(...some.map((one) => one[key]));
const half = Math.floor(samples.length / 2);
const growthMb =
  highest(samples.slice(half), 'residentMb') - highest(samples.slice(0, half), 'residentMb');
const report = {
  backend,
  tokens: total,
  firstMb: samples[1].residentMb,
  lastMb: samples.at(-1).residentMb,
  growthMb,
  filesOpened: highest(samples, 'openFiles') - samples[0].openFiles,
  handlesLeft: samples.at(-1).handles - samples[0].handles,
};
console.log(JSON.stringify(report));
if (values.json) writeFileSync(values.json, JSON.stringify({ ...report, samples }));
process.exitCode =
  growthMb < TOLERANCE_MB && report.filesOpened <= 0 && report.handlesLeft <= 0 ? 0 : 1;
