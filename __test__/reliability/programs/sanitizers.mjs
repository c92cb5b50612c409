// Memory checkers over the project's own code.
//
//   npm run sanitize -- [asan] [valgrind] [--short]
//
// `asan` runs the addon under Node.js, with `--short` through fewer suites; `valgrind` the core's
// tests. Without a name both run.
// AddressSanitizer needs a nightly toolchain and gcc, whose runtime is preloaded, as Node.js itself
// is not built with it.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAddon, FOLDER } from './addon-builds.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The suites that call the addon most. */
const SUITES = [
  'parity',
  'addon',
  'lib',
  'token3',
  'tools/batch',
  'tools/builder',
  'tools/decode',
  'tools/verify',
].map((name) => `__test__/${name}/`);
const SHORT_SUITES = [
  '__test__/addon/',
  '__test__/parity/ordinary-calls',
  '__test__/parity/parsing',
  '__test__/tools/batch',
];
const USE_ADDON = `${ROOT}__test__/reliability/support/use-addon.js`;

/** What the test harness keeps until the end is "possibly lost", and no error of ours. */
const VALGRIND = [
  '--quiet',
  '--error-exitcode=99',
  '--leak-check=full',
  '--show-leak-kinds=definite',
  '--errors-for-leak-kinds=definite',
];

/** Reads the whole process: not for a simulated one. */
const NOT_UNDER_VALGRIND = /^erasure-/;

function run(command, args, env = {}) {
  const settings = { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } };
  const { status, signal } = spawnSync(command, args, settings);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${signal ?? `exit ${status}`}`);
}

function output(command, args) {
  return spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
}

/** An error that is there on purpose must be found, or finding none would mean nothing. */
function checkThatErrorsAreFound(env) {
  const planted = `${FOLDER}/planted.node`;
  const source = `${ROOT}__test__/reliability/programs/planted.rs`;
  run('rustc', [
    ...['+nightly', '-Zsanitizer=address', '--edition=2024', '--crate-type=cdylib'],
    ...['--target=x86_64-unknown-linux-gnu', '-o', planted, source],
  ]);
  const { status, stderr } = spawnSync(process.execPath, ['-e', `require('${planted}')`], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status === 0 || !stderr.includes('heap-use-after-free')) {
    throw new Error(`a planted error was not found: exit ${status}, ${stderr}`);
  }
  console.log('a planted use of freed memory was found');
}

function asan(isShort) {
  const addon = buildAddon('asan');
  const env = {
    AGORA_TOKEN_BACKEND: 'native',
    LD_PRELOAD: output('gcc', ['-print-file-name=libasan.so']).trim(),
    // Node.js frees little at its end, and tells the runtime of none of it.
    ASAN_OPTIONS: 'detect_leaks=0',
  };
  checkThatErrorsAreFound(env);
  run(
    process.execPath,
    ['__test__/reliability/programs/workout.mjs', '--scale', isShort ? '1' : '3'],
    {
      ...env,
      NAPI_RS_NATIVE_LIBRARY_PATH: addon,
    },
  );
  const jest = ['node_modules/jest/bin/jest.js', '-i', `--setupFiles=${USE_ADDON}`];
  run(process.execPath, [...jest, '--testPathPatterns', ...(isShort ? SHORT_SUITES : SUITES)], {
    ...env,
    AGORA_TEST_ADDON: addon,
  });
}

function valgrind() {
  const messages = output('cargo', [
    ...['test', '--release', '--locked', '-p', 'agora-token-core', '--no-run', '--tests'],
    '--message-format=json',
  ]);
  const programs = messages
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).executable)
    .filter((program) => program && !NOT_UNDER_VALGRIND.test(program.replace(/.*[\\/]/, '')));
  for (const program of programs) {
    run('valgrind', [...VALGRIND, program, '--test-threads=1'], { PROPTEST_CASES: '8' });
  }
  console.log(`${programs.length} test programs, no error`);
}

const checkers = { asan, valgrind };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false } },
});
for (const name of positionals.length > 0 ? positionals : Object.keys(checkers)) {
  checkers[name](values.short);
}
