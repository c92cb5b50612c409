'use strict';

// Installs the packed packages, with the addon of the release build, in a project, and runs
// program.js in it on each runtime with each kernel. What it prints must be what the original prints
// on this Node. `--arm64` adds Node on arm64 under qemu.

const fs = require('node:fs');
const path = require('node:path');
const { compareVersions, glibcVersions } = require('../../scripts/glibc');
const { GLIBC_FLOOR } = require('../../scripts/release-targets');
const { localAddon, pack, packBoth, ROOT } = require('../package/support/pack');
const { createProject } = require('../package/support/project');
const { startRegistry } = require('../package/support/registry');
const { run } = require('../package/support/run');
const { arm64Runtimes } = require('./arm64');
const { compiledRow } = require('./compiled');
const { judge } = require('./judge');
const { findRuntimes } = require('./runtimes');

const ORIGINAL = path.join(ROOT, 'node_modules/agora-token-reference');
const KERNELS = ['native', 'javascript'];

function checkGlibc() {
  const { name, file } = localAddon();
  const addon = path.join(ROOT, 'npm', name, file);
  if (!fs.existsSync(addon)) throw new Error(`${addon} is missing: run npm run build:release`);
  if (!name.endsWith('-gnu')) return console.log(`glibc: skipped, ${name} does not use it`);
  const needed = glibcVersions(addon).at(-1);
  console.log(`glibc: the addon needs ${needed}, the floor is ${GLIBC_FLOOR}`);
  if (compareVersions(needed, GLIBC_FLOOR) > 0) throw new Error(`glibc ${needed} is too new`);
}

/** The project of a user with both packages, and the original beside them. */
async function createUser(packages) {
  const registry = await startRegistry(packages.dependencies.map((it) => it.file));
  const user = createProject(path.join(packages.folder, 'user'));
  const platform = await pack(path.join(ROOT, 'npm', localAddon().name), packages.folder);
  const specifiers = [`agora-token@file:${packages.main.file}`, platform.file];
  await user.install(specifiers, { registry: registry.url });
  await registry.close();
  fs.symlinkSync(ORIGINAL, path.join(user.folder, 'node_modules/original'));
  fs.copyFileSync(path.join(__dirname, 'program.js'), path.join(user.folder, 'program.cjs'));
  return user;
}

async function runProgram({ program, flags, env }, user, name, backend) {
  const printed = await run(program, [...flags, 'program.cjs', name], {
    cwd: user.folder,
    env: { ...env, ...(backend ? { AGORA_TOKEN_BACKEND: backend } : {}) },
  });
  return JSON.parse(printed);
}

async function rowsOf(runtime, user, expected) {
  const rows = [];
  for (const kernel of runtime.kernels ?? KERNELS) {
    const row = { runtime: `${runtime.name} (${runtime.version ?? '-'})`, kernel };
    if (runtime.missing) {
      rows.push({ ...row, verdict: 'skipped', detail: runtime.missing });
      continue;
    }
    try {
      const actual = await runProgram(runtime, user, 'agora-token', kernel);
      rows.push({ ...row, ...judge({ actual, expected, kernel, isNode: runtime.isNode }) });
    } catch (error) {
      rows.push({ ...row, verdict: 'FAILED', detail: error.message.slice(0, 2000) });
    }
  }
  return rows;
}

function print(rows) {
  const widths = ['runtime', 'kernel', 'verdict'].map((column) =>
    Math.max(...rows.map((it) => it[column].length)),
  );
  for (const { runtime, kernel, verdict, detail } of rows) {
    const cells = [runtime, kernel, verdict].map((text, at) => text.padEnd(widths[at]));
    console.log([...cells, detail].join('  ').trimEnd());
  }
}

async function main() {
  checkGlibc();
  const packages = await packBoth();
  try {
    const user = await createUser(packages);
    const here = { program: process.execPath, flags: [] };
    const expected = await runProgram(here, user, 'original');
    const runtimes = await findRuntimes();
    if (process.argv.includes('--arm64')) runtimes.push(...(await arm64Runtimes(user)));
    else console.log('arm64: skipped, it takes minutes: npm run test:matrix -- --arm64');
    const rows = [];
    for (const runtime of runtimes) rows.push(...(await rowsOf(runtime, user, expected)));
    const bun = runtimes.find(({ name }) => name === 'Bun');
    rows.push(await compiledRow(bun, user));
    print(rows);
    if (rows.some((it) => it.verdict === 'FAILED')) process.exitCode = 1;
  } finally {
    fs.rmSync(packages.folder, { recursive: true });
  }
}

main();
