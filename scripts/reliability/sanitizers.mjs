// Memory checkers over the project's own code.
//
//   node scripts/reliability/sanitizers.mjs asan       the addon, under Node.js
//   node scripts/reliability/sanitizers.mjs valgrind   the core's tests
//
// AddressSanitizer needs a nightly toolchain and gcc, whose runtime is preloaded, as Node.js itself
// is not built with it.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildAddon } from './addon-builds.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The suites that call the addon most. */
const SUITES = ['parity', 'batch', 'interop', 'decode', 'verify', 'builder'].map(
  (name) => `__test__/${name}`,
);
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

function asan() {
  const addon = buildAddon('asan');
  const env = {
    AGORA_TOKEN_BACKEND: 'native',
    LD_PRELOAD: output('gcc', ['-print-file-name=libasan.so']).trim(),
    // Node.js frees little at its end, and tells the runtime of none of it.
    ASAN_OPTIONS: 'detect_leaks=0',
  };
  run(process.execPath, ['scripts/reliability/workout.mjs', '--scale', '3'], {
    ...env,
    NAPI_RS_NATIVE_LIBRARY_PATH: addon,
  });
  const jest = ['node_modules/jest/bin/jest.js', '-i', `--setupFiles=${USE_ADDON}`];
  run(process.execPath, [...jest, '--testPathPatterns', ...SUITES], {
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
checkers[process.argv[2]]();
