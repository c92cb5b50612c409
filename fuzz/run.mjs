// Runs the fuzz targets over the seeds and what earlier runs have found, as many at a time as `--jobs`
// says, and prints what each did. Fails at a finding; libFuzzer leaves the input in fuzz/artifacts.
//
//   npm run fuzz -- --seconds 30 [--jobs 1] [--target NAME]... [--json FILE]
//
// Needs a nightly Rust toolchain. Installs cargo-fuzz if it is missing.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FUZZ = fileURLToPath(new URL('.', import.meta.url));
const MEMORY_LIMIT_MB = 2048;
const SLOWEST_INPUT_SECONDS = 10;

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    jobs: { type: 'string', default: '1' },
    target: { type: 'string', multiple: true },
    json: { type: 'string' },
  },
});

/** The targets, in the order in which the manifest names them. */
function allTargets() {
  const manifest = readFileSync(`${FUZZ}Cargo.toml`, 'utf8');
  return [...manifest.matchAll(/\[\[bin\]\]\nname = "(\w+)"/g)].map(([, name]) => name);
}

function cargo(args, settings) {
  const run = spawnSync('cargo', args, { cwd: ROOT, ...settings });
  if (run.error) throw run.error;
  return run;
}

function ensureCargoFuzz() {
  if (cargo(['fuzz', '--version'], { stdio: 'ignore' }).status === 0) return;
  const { status } = cargo(['install', 'cargo-fuzz', '--locked', '--debug'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('cargo-fuzz could not be installed');
}

function buildAll() {
  const { status } = cargo(['+nightly', 'fuzz', 'build'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the fuzz targets could not be built');
}

/** The triple of this machine, under which cargo-fuzz puts its programs. */
function hostTriple() {
  const { stdout } = cargo(['+nightly', '-vV'], { encoding: 'utf8' });
  return /host: (\S+)/.exec(stdout)[1];
}

async function fuzz(target) {
  const [corpus, artifacts] = [`${FUZZ}corpus/${target}`, `${FUZZ}artifacts/${target}/`];
  for (const folder of [corpus, artifacts]) mkdirSync(folder, { recursive: true });
  const seeds = `${FUZZ}seeds/${target}`;
  const fuzzer = spawn(
    `${FUZZ}target/${HOST}/release/${target}`,
    [
      ...(existsSync(seeds) ? [corpus, seeds] : [corpus]),
      `-artifact_prefix=${artifacts}`,
      `-max_total_time=${options.seconds}`,
      `-rss_limit_mb=${MEMORY_LIMIT_MB}`,
      `-timeout=${SLOWEST_INPUT_SECONDS}`,
      '-print_final_stats=1',
    ],
    { stdio: ['ignore', 'inherit', 'pipe'] },
  );
  let log = '';
  fuzzer.stderr.setEncoding('utf8').on('data', (text) => {
    log += text;
  });
  const [status] = await once(fuzzer, 'close');
  if (status !== 0) process.stderr.write(log.slice(-20_000));
  return { target, ...readStatistics(log), corpus: readdirSync(corpus).length, status };
}

/** libFuzzer's last words: edges and features reached, executions, the highest memory. */
function readStatistics(text) {
  const last = (pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
  return {
    executions: last(/stat::number_of_executed_units:\s+(\d+)/g),
    edges: last(/ cov: (\d+)/g),
    features: last(/ ft: (\d+)/g),
    peakMb: last(/stat::peak_rss_mb:\s+(\d+)/g),
  };
}

/** Fuzzes the targets that are left, one after another. */
async function work(targets, results) {
  for (let target = targets.shift(); target; target = targets.shift()) {
    const result = await fuzz(target);
    console.log(JSON.stringify(result));
    results.push(result);
  }
}

ensureCargoFuzz();
buildAll();
const HOST = hostTriple();
const targets = options.target ?? allTargets();
const results = [];
await Promise.all(Array.from({ length: Number(options.jobs) }, () => work(targets, results)));
console.table(results);
if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.some(({ status }) => status !== 0) ? 1 : 0;
