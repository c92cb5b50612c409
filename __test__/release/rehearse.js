'use strict';

// A release from end to end, against a registry on this machine:
//
//   npm run release:rehearse               builds every addon that this machine can build
//   npm run release:rehearse -- --short    builds this machine's, and tries the newest package managers
//
// Stand-ins for the other addons have the format and the exports of one, so that they pass the checks
// of a release; nothing here loads them. The tests of this folder then pack, publish and install.

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { missingDebian } = require('../../scripts/debian');
const { hostName, ROOT, TARGETS } = require('../../scripts/release-targets');
const { ONLY_LONG } = require('./support/tools');

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
  const skipped = {};
  for (const [target, it] of Object.entries(TARGETS)) {
    const reason = missing(it, values.short);
    if (reason) {
      skipped[reason] = [...(skipped[reason] ?? []), it.name];
    } else {
      build(target);
      built.push(it.name);
    }
  }
  const config = path.join(__dirname, 'jest.config.js');
  const env = { AGORA_REHEARSAL_BUILT: JSON.stringify(built) };
  if (values.short) {
    env.AGORA_REHEARSAL_SHORT = '1';
    skipped['not tried in the short form'] = ONLY_LONG;
  }
  const passed = run([JEST, '--config', config], env);
  console.log(`built here: ${built.join(', ')}`);
  for (const [reason, names] of Object.entries(skipped)) {
    console.log(`skipped: ${names.join(', ')}: ${reason}`);
  }
  if (!passed) process.exitCode = 1;
}

main();
