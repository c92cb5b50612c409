'use strict';

// The registry and the package managers of ../package.json, in target/rehearsal, and Bun and a Node
// that all of them run on, from the runtimes of the matrix.

const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('../../../scripts/release-targets');
const { run } = require('../../package/support/run');
const runtimes = require('../../runtimes/runtimes');

const FOLDER = path.join(ROOT, 'target/rehearsal');
const HERE = path.join(__dirname, '..');
const LISTS = ['package.json', 'package-lock.json'];

/** Installs them unless these very versions are there; scripts of theirs do not run. */
async function installTools() {
  const stamp = path.join(FOLDER, 'installed');
  const wanted = LISTS.map((it) => fs.readFileSync(path.join(HERE, it), 'utf8')).join('\n');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const file of LISTS) fs.copyFileSync(path.join(HERE, file), path.join(FOLDER, file));
  // Not `npm ci`, which fails where a registry lacks the binary of some other platform.
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER });
  fs.writeFileSync(stamp, wanted);
}

/** By the name of a package manager: what it is called on a command line, and its program. */
const MANAGERS = {
  'npm 10': ['npm', 'npm-10/bin/npm-cli.js'],
  'npm 11': ['npm', 'npm-11/bin/npm-cli.js'],
  'pnpm 10': ['pnpm', 'pnpm-10/bin/pnpm.cjs'],
  'pnpm 11': ['pnpm', 'pnpm-11/bin/pnpm.mjs'],
  'pnpm 12': ['pnpm', '@pnpm/exe.linux-x64/pnpm'],
  'Yarn 1': ['yarn', 'yarn/bin/yarn.js'],
  'Yarn 4': ['yarn', '@yarnpkg/cli-dist/bin/yarn.js'],
  Bun: ['bun', undefined],
};

/** What the short form leaves out: a newer one of the same kind is there. */
const ONLY_LONG = ['npm 10', 'pnpm 10', 'pnpm 11'];

/** The names of the package managers that are tried, or of those of one kind. */
function chosenManagers(tool = '') {
  const all = Object.keys(MANAGERS).filter((it) => it.startsWith(tool));
  return process.env.AGORA_REHEARSAL_SHORT ? all.filter((it) => !ONLY_LONG.includes(it)) : all;
}

function programOf(module) {
  return path.join(FOLDER, 'node_modules', module);
}

/** A folder for PATH in which a package manager has its own name. */
async function createBin(folder, manager) {
  const [name, module] = MANAGERS[manager];
  const found = await runtimes.findRuntimes();
  const node = found.find((it) => it.name === 'Node.js 24').program;
  const program = module ? programOf(module) : found.find((it) => it.name === 'Bun').program;
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  const isScript = /\.[cm]?js$/.test(program);
  const command = isScript ? `'${node}' '${program}'` : `'${program}'`;
  fs.writeFileSync(path.join(bin, name), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  return bin;
}

module.exports = { chosenManagers, createBin, installTools, MANAGERS, ONLY_LONG, programOf };
