'use strict';

// A release from end to end, against a registry on this machine:
//
//   npm run release:rehearse               builds every addon that this machine can build
//   npm run release:rehearse -- --short    builds this machine's; the others are stand-ins
//
// Stand-ins have the format and the exports of an addon, so that they pass the checks of a release,
// and nothing here loads them. The tests of this folder then pack, publish and install.

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { missingDebian } = require('../../scripts/debian');
const { hostName, ROOT, TARGETS } = require('../../scripts/release-targets');

const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');

/** Why this machine cannot build for a target, or undefined. */
function missing({ name }, short) {
  if (name === hostName()) return undefined;
  if (short) return 'not built in the short form';
  if (name.startsWith('win32')) return 'the C runtime that it links is on Windows alone';
  return missingDebian();
}

function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function build(target) {
  const debian = TARGETS[target].name === hostName() ? [] : ['--debian'];
  if (!run([path.join(ROOT, 'scripts/build-release.js'), target, ...debian])) {
    throw new Error(`the build for ${target} failed`);
  }
}

function main() {
  const { values } = parseArgs({ options: { short: { type: 'boolean' } } });
  const built = [];
  const skipped = [];
  for (const [target, it] of Object.entries(TARGETS)) {
    const reason = missing(it, values.short);
    if (reason) {
      skipped.push(`skipped: the addon for ${it.name}: ${reason}`);
    } else {
      build(target);
      built.push(it.name);
    }
  }
  const config = path.join(__dirname, 'jest.config.js');
  const env = { AGORA_REHEARSAL_BUILT: JSON.stringify(built) };
  const passed = run([JEST, '--config', config], env);
  console.log(`built here: ${built.join(', ')}`);
  for (const line of skipped) console.log(line);
  if (!passed) process.exitCode = 1;
}

main();
