// How long a process takes from its start to its end that loads the package and builds one RTC token,
// in nanoseconds for the original and for ours on both kernels, as JSON. The packages are run as they
// are published, in turn, so that a machine whose speed drifts treats all alike.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { median } from './measure.mjs';

const require = createRequire(import.meta.url);
const { stagePackage } = require('../scripts/stage-package.js');

const PROCESSES = 40;

const CALL = `.RtcTokenBuilder.buildTokenWithUid(
  '970CA35de60c44645bbae8a215061b33', '5CFd2fd1755d40ecb72977518be15d3b', 'lobby', 1, 1, 3600, 3600)`;

const original = path.dirname(require.resolve('agora-token-reference/package.json'));
const ours = stagePackage();

const programs = {
  original: { folder: original, env: {} },
  native: { folder: ours, env: { AGORA_TOKEN_BACKEND: 'native' } },
  javascript: { folder: ours, env: { AGORA_TOKEN_BACKEND: 'javascript' } },
};

const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
for (let i = 0; i < PROCESSES; i++) {
  for (const [name, { folder, env }] of Object.entries(programs)) {
    const program = `require(${JSON.stringify(folder)})${CALL}`;
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, ['-e', program], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    times[name].push(Number(process.hrtime.bigint() - start));
    if (status !== 0) throw new Error(stderr);
  }
}
console.log(
  JSON.stringify(
    ['native', 'javascript'].map((name) => ({
      name: `${name} kernel`,
      original: median(times.original),
      ours: median(times[name]),
    })),
  ),
);
