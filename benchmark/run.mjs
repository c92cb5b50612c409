// npm run bench: the original and ours side by side, in turn in one process. Prints a table; with
// `--write` also benchmark/results.json, from which report.mjs writes README.md and the plots.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { BATCH_LENGTH, cases, original, ours, requests, rtcOfLength } from './cases.mjs';
import { inTurn, median } from './measure.mjs';

/** Processes a case, of which the median counts. */
const PROCESSES = 3;

const CHANNEL_LENGTHS = [1, 32, 64, 256, 1024, 4096];

const results = {
  machine: machine(),
  cases: [],
  batches: [],
  cores: [],
  sizes: [],
};

console.log(`${results.machine.cpu}, Node ${results.machine.node}, ${ours.backend} kernel\n`);
console.log('ns a call                            original      ours   ratio');
for (const { name } of cases) {
  const runs = Array.from({ length: PROCESSES }, () => runScript('one-case.mjs', [name]));
  const theirs = median(runs.map((run) => run.original));
  const own = median(runs.map((run) => run.ours));
  results.cases.push({ name, original: theirs, ours: own });
  print(name, theirs, own);
}

const single = results.cases[0].original;
const batch = requests(BATCH_LENGTH);
for (const compression of ['zlib', 'fixed']) {
  const [ns] = await inTurn([() => ours.buildTokens(batch, { compression })]);
  addBatch(`buildTokens of ${BATCH_LENGTH}, ${compression}`, ns / BATCH_LENGTH);
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

function addBatch(name, ns) {
  results.batches.push({ name, original: single, ours: ns });
  print(name, single, ns);
}

/** What throughput.mjs measures on so many cores; the restriction is Linux's `taskset`. */
function throughput(cores) {
  const restriction = process.platform === 'linux' ? ['taskset', '-c', `0-${cores - 1}`] : [];
  return runScript('throughput.mjs', [], restriction);
}

/** The JSON that a script of this folder prints. */
function runScript(name, args, prefix = []) {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const [command, ...rest] = [...prefix, process.execPath, script, ...args];
  return JSON.parse(execFileSync(command, rest, { encoding: 'utf8' }));
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
