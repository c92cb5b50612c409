// Changes the product in one place at a time and runs the tests that should notice.
//
//   npm run test:mutation -- [--short] [--list NAME]... [--grep TEXT] [--jobs N] [--json FILE]
//
// The lists in lists/ say what is changed, and which tests are asked. Every mutant is put into a copy of
// the checkout, so that nothing here changes. One whose tests still pass has survived, and a search text
// that is not found exactly once is stale: both fail the run. A mutant whose tests reach the time limit is
// asked again alone, with more time, as they may only be slow beside others; then it hangs, and is reported.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LISTS = fileURLToPath(new URL('lists/', import.meta.url));

/** What no test of these lists needs. */
const LEFT_OUT = /^(crates|fuzz|npm|benchmark|\.ci|\.github)\//;

const MOST_SECONDS = 120;
const MOST_SECONDS_OF_SHORT = 30;
const TIMES_ALONE = 4;

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    list: { type: 'string', multiple: true },
    grep: { type: 'string' },
    jobs: { type: 'string', default: String(os.availableParallelism()) },
    json: { type: 'string' },
  },
});

/** Every mutant of the lists, with what its group says of all of them. */
async function readMutants() {
  const names = fs.readdirSync(LISTS).map((name) => path.basename(name, '.mjs'));
  const mutants = [];
  for (const list of options.list ?? names) {
    const { default: groups } = await import(`./lists/${list}.mjs`);
    for (const { mutants: those, ...group } of groups) {
      for (const mutant of those) mutants.push({ list, ...group, ...mutant });
    }
  }
  return mutants.filter(
    ({ file, is, short }) =>
      (!options.short || short) && (!options.grep || `${file}: ${is}`.includes(options.grep)),
  );
}

/** A copy of the checkout as it is, with what is not committed, and the same modules. */
function copyCheckout() {
  const copy = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-mutation-')));
  const listed = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).stdout.split('\0');
  const addons = fs.readdirSync(ROOT).filter((name) => name.endsWith('.node'));
  for (const file of new Set([...listed, ...addons])) {
    const from = path.join(ROOT, file);
    if (file === '' || LEFT_OUT.test(file) || !fs.existsSync(from)) continue;
    fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    fs.copyFileSync(from, path.join(copy, file));
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

/** The files of tests; a name is a file or a folder in __test__. */
function testFiles(copy, names) {
  return names.flatMap((name) => {
    const place = path.join(copy, '__test__', name);
    if (fs.existsSync(`${place}.test.js`)) return [`${place}.test.js`];
    return fs
      .readdirSync(place, { recursive: true })
      .filter((file) => file.endsWith('.test.js'))
      .map((file) => path.join(place, file));
  });
}

/** Runs tests in a copy: `passed`, `failed` or `hung`. */
async function runTests(copy, { tests, kernel = 'native' }, seconds) {
  const jest = path.join(copy, 'node_modules/jest/bin/jest.js');
  const args = [jest, '-i', '--bail', '--silent', '--runTestsByPath', ...testFiles(copy, tests)];
  const child = spawn(process.execPath, args, {
    cwd: copy,
    // A group of its own, so that what the tests have started ends with them.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, AGORA_TOKEN_BACKEND: kernel },
  });
  let hasHung = false;
  const timer = setTimeout(() => {
    hasHung = true;
    process.kill(-child.pid, 'SIGKILL');
  }, seconds * 1000);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  if (hasHung) return 'hung';
  return code === 0 ? 'passed' : 'failed';
}

/** Tests that fail by themselves would catch every mutant. */
async function checkTests(copy, mutants) {
  for (const kernel of ['native', 'javascript']) {
    const those = mutants.filter((mutant) => (mutant.kernel ?? 'native') === kernel);
    const tests = [...new Set(those.flatMap((mutant) => mutant.tests))];
    if (tests.length === 0) continue;
    const result = await runTests(copy, { tests, kernel }, 10 * MOST_SECONDS);
    if (result !== 'passed') {
      throw new Error(`Without a mutant, tests with the kernel ${kernel} have ${result}: ${tests}`);
    }
  }
}

/** Judges a mutant, and says what came of it. */
async function ask(copy, mutant, seconds) {
  const started = performance.now();
  const result = await judge(copy, mutant, seconds);
  const took = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.padEnd(10)} ${took.padStart(6)} s  ${mutant.file}: ${mutant.is}`);
  return { ...mutant, result };
}

async function judge(copy, mutant, seconds) {
  if (mutant.equivalent) return 'equivalent';
  const file = path.join(copy, mutant.file);
  const source = fs.readFileSync(file, 'utf8');
  const parts = source.split(mutant.replace);
  if (parts.length !== 2) return 'STALE';
  fs.writeFileSync(file, parts.join(mutant.with));
  try {
    const result = await runTests(copy, mutant, seconds);
    return { passed: 'SURVIVED', failed: 'caught', hung: 'hung' }[result];
  } finally {
    fs.writeFileSync(file, source);
  }
}

const mutants = await readMutants();
if (mutants.length === 0) throw new Error('There is no such mutant.');
const seconds = options.short ? MOST_SECONDS_OF_SHORT : MOST_SECONDS;
const jobs = Math.min(Number(options.jobs), mutants.length);
const copies = Array.from({ length: jobs }, copyCheckout);
const results = [];
try {
  await checkTests(copies[0], mutants);
  const waiting = [...mutants];
  const work = async (copy) => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      results.push(await ask(copy, mutant, seconds));
    }
  };
  await Promise.all(copies.map(work));
  for (const [index, { result }] of results.entries()) {
    if (result !== 'hung') continue;
    results[index] = await ask(copies[0], results[index], TIMES_ALONE * seconds);
  }
} finally {
  for (const copy of copies) fs.rmSync(copy, { recursive: true });
}

const count = (result) => results.filter((it) => it.result === result).length;
const [survived, stale] = [count('SURVIVED'), count('STALE')];
console.log(
  `${results.length} mutants: ${count('caught')} caught, ${count('hung')} hung, ${survived} survived, ` +
    `${count('equivalent')} equivalent, ${stale} stale`,
);
if (options.json) fs.writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
if (survived + stale > 0) process.exitCode = 1;
