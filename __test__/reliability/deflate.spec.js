'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

test.each([
  ['native', 1],
  ['javascript', 2],
])('contents of every kind compress to the bytes of zlib (%s)', (kernel, seed) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(__dirname, 'programs/deflate.mjs'), '--contents', '4000', '--seed', `${seed}`],
    { encoding: 'utf8', env: { ...process.env, AGORA_TOKEN_BACKEND: kernel } },
  );
  expect(stderr).toBe('');
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ kernel, contents: 4000, differences: [] });
  for (const count of Object.values(report.blocks)) expect(count).toBeGreaterThan(100);
  expect(status).toBe(0);
});
