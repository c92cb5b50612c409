'use strict';

// The runtimes of package.json, installed from npm into target/runtimes, without running scripts of
// theirs: each package carries its program.

const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('../package/support/pack');
const { run } = require('../package/support/run');

const FOLDER = path.join(ROOT, 'target/runtimes');
const LISTS = ['package.json', 'package-lock.json'];
const { optionalDependencies } = require('./package.json');

/** Where the program of each package lies, and how it runs a file. */
const RUNTIMES = [
  ...['18', '20', '22', '24', '25', '26'].map((major) => ({
    name: `Node.js ${major}`,
    program: `node-${major}/bin/node`,
    flags: [],
    listed: `node-${major}`,
    isNode: true,
  })),
  {
    name: 'Bun',
    program: '@oven/bun-linux-x64/bin/bun',
    flags: [],
    listed: '@oven/bun-linux-x64',
  },
  ...[
    {
      name: 'Deno',
      allowed: ['--allow-ffi=node_modules/@agora-token-native', '--allow-env=AGORA_TOKEN_BACKEND'],
    },
    // It may not read the choice of the kernel, which then falls to what loads.
    { name: 'Deno, only --allow-ffi', allowed: ['--allow-ffi'], kernels: ['native'] },
    { name: 'Deno, no permission', allowed: [], kernels: ['javascript'] },
  ].map(({ allowed, ...runtime }) => ({
    ...runtime,
    program: '@deno/linux-x64-glibc/deno',
    flags: ['run', '--quiet', '--no-prompt', '--node-modules-dir=manual', ...allowed],
    listed: '@deno/linux-x64-glibc',
  })),
];

function isCurrent() {
  return LISTS.every((file) => {
    const copy = path.join(FOLDER, file);
    const wanted = fs.readFileSync(path.join(__dirname, file), 'utf8');
    return fs.existsSync(copy) && fs.readFileSync(copy, 'utf8') === wanted;
  });
}

/** Installs them, unless these very versions are there. */
async function installRuntimes() {
  if (isCurrent() && fs.existsSync(path.join(FOLDER, 'node_modules'))) return;
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const file of LISTS) fs.copyFileSync(path.join(__dirname, file), path.join(FOLDER, file));
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER });
}

/** Each runtime with its program and version, or with the reason why this machine lacks it. */
async function findRuntimes() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const missing = `npm has it for linux-x64, this machine is ${process.platform}-${process.arch}`;
    return RUNTIMES.map((it) => ({ ...it, missing }));
  }
  await installRuntimes();
  return RUNTIMES.map((runtime) => {
    const program = path.join(FOLDER, 'node_modules', runtime.program);
    if (!fs.existsSync(program))
      return { ...runtime, missing: `npm did not install ${runtime.listed}` };
    return {
      ...runtime,
      program,
      version: optionalDependencies[runtime.listed].replace(/^.*@/, ''),
    };
  });
}

module.exports = { FOLDER, findRuntimes };
