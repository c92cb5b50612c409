// npm run bench: the original and ours side by side, in turn in one process. Prints a table; with
// `--write` also benchmark/results.json, from which report.mjs writes README.md and the plots.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  BATCH_LENGTH,
  cases,
  ON_BOTH_KERNELS,
  original,
  ours,
  requests,
  rtcOfLength,
  toolCases,
} from './cases.mjs';
import { inTurn, median } from './measure.mjs';

/** Processes a case, of which the median counts. */
const PROCESSES = 3;

const CHANNEL_LENGTHS = [1, 32, 64, 256, 1024, 4096];

/** Requests in a call of `buildTokens`, for the cost a token by the size of the batch. */
const BATCH_LENGTHS = [1, 10, 100, 1000, 100_000];

const results = {
  machine: machine(),
  cases: [],
  javascript: [],
  tools: [],
  firstToken: [],
  memory: [],
  batchSizes: [],
  batches: [],
  cores: [],
  sizes: [],
};

console.log(`${results.machine.cpu}, Node ${results.machine.node}, ${ours.backend} kernel\n`);
console.log('ns a call                            original      ours   ratio');
for (const { name } of cases) results.cases.push(inProcesses(name));
for (const { name } of toolCases) results.tools.push(inProcesses(name));
for (const name of ON_BOTH_KERNELS) {
  results.javascript.push(inProcesses(name, { AGORA_TOKEN_BACKEND: 'javascript' }));
}
for (const row of runScript('first-token.mjs')) {
  results.firstToken.push(row);
  print(`first token, ${row.name} (whole process)`, row.original, row.ours);
}
for (const row of runScript('memory.mjs')) {
  results.memory.push(row);
  console.log(
    `a million tokens, ${row.name}: ${(row.bytes / 2 ** 20).toFixed(0)} MiB more at the peak`,
  );
}

const single = results.cases[0].original;
const batch = requests(BATCH_LENGTH);
for (const compression of ['zlib', 'fixed']) {
  const [ns] = await inTurn([() => ours.buildTokens(batch, { compression })]);
  addBatch(`buildTokens of ${BATCH_LENGTH}, ${compression}`, ns / BATCH_LENGTH);
}
for (const length of BATCH_LENGTHS) {
  const requestsOfLength = requests(length);
  const [ns] = await inTurn([() => ours.buildTokens(requestsOfLength)]);
  results.batchSizes.push({ length, ours: ns / length });
  print(`buildTokens of ${length}`, single, ns / length);
}
for (let cores = 1; cores <= results.machine.cores; cores++) {
  const { zlib, fixed } = throughput(cores);
  results.cores.push({ cores, zlib, fixed });
  const suffix = cores === 1 ? '1 core' : `${cores} cores`;
  addBatch(`buildTokensAsync, zlib, ${suffix}`, zlib);
  addBatch(`buildTokensAsync, fixed, ${suffix}`, fixed);
}

for (const length of CHANNEL_LENGTHS) {
  const run = rtcOfLength(length);
  const [theirs, own] = await inTurn([() => run(original), () => run(ours)]);
  results.sizes.push({ channel: length, original: theirs, ours: own });
  print(`RTC, channel of ${length}`, theirs, own);
}

if (process.argv.includes('--write')) {
  const file = new URL('results.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

/** The medians of several processes that run nothing but one case. */
function inProcesses(name, env) {
  const runs = Array.from({ length: PROCESSES }, () => runScript('one-case.mjs', [name], { env }));
  const theirs = median(runs.map((run) => run.original));
  const own = median(runs.map((run) => run.ours));
  print(env ? `${name}, JavaScript kernel` : name, theirs, own);
  return { name, original: theirs, ours: own };
}

function addBatch(name, ns) {
  results.batches.push({ name, original: single, ours: ns });
  print(name, single, ns);
}

/** What throughput.mjs measures on so many cores; the restriction is Linux's `taskset`. */
function throughput(cores) {
  const prefix = process.platform === 'linux' ? ['taskset', '-c', `0-${cores - 1}`] : [];
  return runScript('throughput.mjs', [], { prefix });
}

/** The JSON that a script of this folder prints. */
function runScript(name, args = [], { prefix = [], env = {} } = {}) {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const [command, ...rest] = [...prefix, process.execPath, script, ...args];
  const options = { encoding: 'utf8', env: { ...process.env, ...env } };
  return JSON.parse(execFileSync(command, rest, options));
}

function print(name, theirs, own) {
  const columns = [theirs.toFixed(0).padStart(8), own.toFixed(0).padStart(9)];
  console.log(`${name.padEnd(36)} ${columns.join(' ')} ${(theirs / own).toFixed(1).padStart(6)}x`);
}

function machine() {
  const [cpu] = os.cpus();
  return {
    cpu: cpu.model,
    cores: os.availableParallelism(),
    node: process.versions.node,
    zlib: process.versions.zlib,
    openssl: process.versions.openssl,
    os: `${os.type()} ${os.machine()}`,
    backend: ours.backend,
  };
}
