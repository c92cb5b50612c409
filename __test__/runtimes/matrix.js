'use strict';

// Installs the packed packages, with the addon of the release build, in a project, and runs
// program.js in it on each runtime with each kernel. What it prints must be what the original prints
// on this Node. Flags add the tiers, which take minutes: `--musl`, `--armv7`, `--arm64`,
// `--windows`.

const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { npmPack } = require('../../scripts/npm');
const { localAddon, packBoth, ROOT } = require('../package/support/pack');
const { createProject } = require('../package/support/project');
const { startRegistry } = require('../package/support/registry');
const { run } = require('../package/support/run');
const { arm64Runtimes, armv7Runtimes } = require('./emulated');
const { compiledRow } = require('./compiled');
const { judge } = require('./judge');
const { allMuslRuntimes, muslRuntimes } = require('./musl');
const { findRuntimes } = require('./runtimes');
const { windowsRuntimes } = require('./windows');

const ORIGINAL = path.join(ROOT, 'node_modules/agora-token-reference');
const KERNELS = ['native', 'javascript'];

/** By the flag: what runs with it, and what runs without, if anything does. */
const TIERS = {
  musl: {
    what: 'more of Node.js on musl, and on arm64',
    all: allMuslRuntimes,
    always: muslRuntimes,
  },
  armv7: { what: 'Node.js on ARMv7', all: armv7Runtimes },
  arm64: { what: 'Node.js on arm64', all: arm64Runtimes },
  windows: { what: 'Node.js on Windows', all: windowsRuntimes },
};

/** The project of a user with both packages, and the original beside them. */
async function createUser(packages) {
  const registry = await startRegistry(packages.dependencies.map((it) => it.file));
  const user = createProject(path.join(packages.folder, 'user'));
  const platform = npmPack(path.join(ROOT, 'npm', localAddon().name), packages.folder);
  const specifiers = [`agora-token@file:${packages.main.file}`, platform.file];
  await user.install(specifiers, { registry: registry.url });
  await registry.close();
  fs.symlinkSync(ORIGINAL, path.join(user.folder, 'node_modules/original'), 'junction');
  fs.copyFileSync(path.join(__dirname, 'program.js'), path.join(user.folder, 'program.cjs'));
  return user;
}

async function runProgram({ program, flags, file, env }, user, name, backend) {
  const printed = await run(program, [...flags, file ?? 'program.cjs', name], {
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
  const options = Object.fromEntries(Object.keys(TIERS).map((it) => [it, { type: 'boolean' }]));
  const { values } = parseArgs({ options });
  const skipped = [];
  const packages = await packBoth();
  try {
    const user = await createUser(packages);
    const here = { program: process.execPath, flags: [] };
    const expected = await runProgram(here, user, 'original');
    const runtimes = await findRuntimes();
    for (const [flag, { what, all, always }] of Object.entries(TIERS)) {
      if (values[flag]) runtimes.push(...(await all(user)));
      else if (always) runtimes.push(...(await always(user)));
      if (!values[flag])
        skipped.push(`${what}: it takes minutes: npm run test:matrix -- --${flag}`);
    }
    const rows = [];
    for (const runtime of runtimes) rows.push(...(await rowsOf(runtime, user, expected)));
    const bun = runtimes.find(({ name }) => name === 'Bun');
    rows.push(await compiledRow(bun, user));
    print(rows);
    const lacking = rows.filter((it) => it.verdict === 'skipped');
    skipped.push(...new Set(lacking.map(({ runtime, detail }) => `${runtime}: ${detail}`)));
    for (const line of skipped) console.log(`skipped: ${line}`);
    if (rows.some((it) => it.verdict === 'FAILED')) process.exitCode = 1;
  } finally {
    fs.rmSync(packages.folder, { recursive: true });
  }
}

main();
