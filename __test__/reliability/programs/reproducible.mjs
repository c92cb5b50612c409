// Builds the release addon twice at the same time, from two copies of the source in folders of different names, and
// compares the files. The names of folders are mapped away, or they would be in panic messages.
//
//   node __test__/reliability/programs/reproducible.mjs

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machinePathsIn, withoutMachinePaths } from '../../../scripts/remap-paths.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDER = `${ROOT}target/reliability/reproducible`;
const SOURCES = ['Cargo.toml', 'Cargo.lock', 'build.rs', 'src', 'crates'];

async function build(name) {
  const copy = `${FOLDER}/${name}`;
  mkdirSync(copy, { recursive: true });
  for (const source of SOURCES)
    cpSync(`${ROOT}${source}`, `${copy}/${source}`, { recursive: true });
  const cargo = spawn('cargo', ['build', '--release', '--locked', '--quiet'], {
    cwd: copy,
    stdio: 'inherit',
    env: {
      ...process.env,
      CARGO_TARGET_DIR: `${copy}/target`,
      ...withoutMachinePaths(copy),
    },
  });
  const [status] = await once(cargo, 'close');
  if (status !== 0) throw new Error(`the build ${name} failed`);
  return readFileSync(`${copy}/target/release/libagora_token_native.so`);
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

rmSync(FOLDER, { recursive: true, force: true });
const [first, second] = await Promise.all(['one', 'another-place'].map(build));
const leaks = machinePathsIn(first, ROOT);
const report = { bytes: first.length, first: sha256(first), second: sha256(second), leaks };
console.log(JSON.stringify(report));
rmSync(FOLDER, { recursive: true, force: true });
process.exitCode = first.equals(second) && leaks.length === 0 ? 0 : 1;
