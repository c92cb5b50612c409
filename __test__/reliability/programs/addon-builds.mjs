// Builds of the addon that are never published: one that panics on purpose, and one under
// AddressSanitizer. Both go to target/reliability.
//
//   node __test__/reliability/programs/addon-builds.mjs panic-test|asan

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const FOLDER = `${ROOT}target/reliability`;

const BUILDS = {
  'panic-test': {
    args: ['build', '--locked', '--features', 'panic-test'],
    output: `${ROOT}target/debug`,
  },
  asan: {
    // Proc macros run inside the compiler, which is not under the sanitizer; naming the target
    // keeps the flags off them.
    args: ['+nightly', 'build', '--locked', '--target', 'x86_64-unknown-linux-gnu'],
    env: { RUSTFLAGS: '-Zsanitizer=address', CARGO_TARGET_DIR: `${FOLDER}/asan` },
    output: `${FOLDER}/asan/x86_64-unknown-linux-gnu/debug`,
  },
};

const LIBRARIES = {
  linux: 'libagora_token_native.so',
  darwin: 'libagora_token_native.dylib',
  win32: 'agora_token_native.dll',
};

/** Builds the addon of that name and returns its path. */
export function buildAddon(name) {
  const { args, env, output } = BUILDS[name];
  const { status } = spawnSync('cargo', args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`the ${name} build of the addon failed`);
  const path = `${FOLDER}/${name}.node`;
  mkdirSync(FOLDER, { recursive: true });
  copyFileSync(`${output}/${LIBRARIES[process.platform]}`, path);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(buildAddon(process.argv[2]));
}
