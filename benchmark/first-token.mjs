// How long a process takes from its start to its end that loads the package and builds one RTC token,
// in nanoseconds for the original and for ours on both kernels, and how long one takes that does nothing,
// as JSON. The packages are run as they are published and installed, in turn, so that a machine whose
// speed drifts treats all alike.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { median } from './measure.mjs';

const require = createRequire(import.meta.url);
const { currentPlatform } = require('../lib/kernel/platform');
const { stageMain } = require('../scripts/stage-release');

const ROOT = path.dirname(require.resolve('../package.json'));
const PROCESSES = 40;

const CALL = `RtcTokenBuilder.buildTokenWithUid(
  '970CA35de60c44645bbae8a215061b33', '5CFd2fd1755d40ecb72977518be15d3b', 'lobby', 1, 1, 3600, 3600)`;

const VARIANTS = {
  nothing: { name: null, env: {} },
  original: { name: 'original', env: {} },
  native: { name: 'agora-token', env: { AGORA_TOKEN_BACKEND: 'native' } },
  javascript: { name: 'agora-token', env: { AGORA_TOKEN_BACKEND: 'javascript' } },
};

/** Installs the original, ours and the package of this platform, as npm would. */
function install(project) {
  const modules = path.join(project, 'node_modules');
  stageMain(path.join(modules, 'agora-token'));
  const reference = path.dirname(require.resolve('agora-token-reference/package.json'));
  fs.cpSync(fs.realpathSync(reference), path.join(modules, 'original'), { recursive: true });
  const { dependencies } = require('agora-token-reference/package.json');
  for (const name of withDependencies(Object.keys(dependencies))) {
    const folder = path.dirname(require.resolve(`${name}/package.json`));
    fs.cpSync(folder, path.join(modules, name), { recursive: true });
  }

  const { buildName, packageName } = currentPlatform();
  const platform = path.join(modules, packageName);
  fs.cpSync(path.join(ROOT, 'npm', buildName), platform, { recursive: true });
  const addon = `agora-token-native.${buildName}.node`;
  fs.copyFileSync(path.join(ROOT, addon), path.join(platform, addon));
}

function withDependencies(names) {
  return names.flatMap((name) => [
    name,
    ...withDependencies(Object.keys(require(`${name}/package.json`).dependencies ?? {})),
  ]);
}

function time(project, { name, env }) {
  const program = name === null ? '' : `require('${name}').${CALL}`;
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const end = process.hrtime.bigint();
  if (status !== 0) throw new Error(stderr);
  return Number(end - start);
}

const project = fs.mkdtempSync(path.join(os.tmpdir(), 'agora-first-'));
install(project);
const times = Object.fromEntries(Object.keys(VARIANTS).map((name) => [name, []]));
for (let i = 0; i < PROCESSES; i++) {
  for (const [name, variant] of Object.entries(VARIANTS)) times[name].push(time(project, variant));
}
fs.rmSync(project, { recursive: true });

console.log(
  JSON.stringify(
    ['native', 'javascript'].map((name) => ({
      name: `${name} kernel`,
      original: median(times.original),
      ours: median(times[name]),
      nothing: median(times.nothing),
    })),
  ),
);
