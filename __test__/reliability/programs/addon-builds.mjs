// Builds of the addon that are never published: one that panics on purpose, and one under
// AddressSanitizer. Both go to target/reliability.
//
//   node __test__/reliability/programs/addon-builds.mjs panic-test|asan

import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { plantPanic } = createRequire(import.meta.url)('../support/planted-panic');

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const FOLDER = `${ROOT}target/reliability`;

/** What Cargo needs of the project to build the addon. */
const SOURCES = ['Cargo.toml', 'Cargo.lock', 'build.rs', 'src/lib.rs', 'src/addon', 'crates'];

const BUILDS = {
  'panic-test': {
    sources: sourcesWithPanic,
    args: ['build', '--locked'],
    output: 'debug',
  },
  asan: {
    sources: () => ROOT,
    // Proc macros run inside the compiler, which is not under the sanitizer; naming the target
    // keeps the flags off them.
    args: ['+nightly', 'build', '--locked', '--target', 'x86_64-unknown-linux-gnu'],
    env: { RUSTFLAGS: '-Zsanitizer=address' },
    output: 'x86_64-unknown-linux-gnu/debug',
  },
};

const LIBRARIES = {
  linux: 'libagora_token_native.so',
  darwin: 'libagora_token_native.dylib',
  win32: 'agora_token_native.dll',
};

/** A copy of the sources with a panic in it. */
function sourcesWithPanic() {
  const copy = `${FOLDER}/panic-test-sources`;
  rmSync(copy, { recursive: true, force: true });
  for (const name of SOURCES) cpSync(`${ROOT}${name}`, `${copy}/${name}`, { recursive: true });
  plantPanic(copy);
  return copy;
}

/** Builds the addon of that name and returns its path. */
export function buildAddon(name) {
  const { sources, args, env, output } = BUILDS[name];
  const target = `${FOLDER}/${name}`;
  const { status } = spawnSync('cargo', args, {
    cwd: sources(),
    env: { ...process.env, ...env, CARGO_TARGET_DIR: target },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`the ${name} build of the addon failed`);
  const path = `${FOLDER}/${name}.node`;
  mkdirSync(FOLDER, { recursive: true });
  copyFileSync(`${target}/${output}/${LIBRARIES[process.platform]}`, path);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(buildAddon(process.argv[2]));
}
