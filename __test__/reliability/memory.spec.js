'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { ROOT, runProgram } = require('./support/child');

const PROGRAM = path.join(ROOT, '__test__/reliability/programs/memory.mjs');

// Too few tokens to tell growth from warming up, which the long run does; enough to see a leak of
// some hundred bytes a token.
const MOST_MB = 256;

test.each([
  ['native', 150_000],
  ['javascript', 30_000],
])('building and parsing keeps memory and opens nothing (%s)', (backend, tokens) => {
  const { stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', PROGRAM, '--tokens', `${tokens}`],
    { encoding: 'utf8', env: { ...process.env, AGORA_TOKEN_BACKEND: backend } },
  );
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ backend, tokens, filesOpened: 0 });
  expect(report.handlesLeft).toBeLessThanOrEqual(0);
  expect(report.lastMb).toBeLessThan(MOST_MB);
});

// Each result is 165 kB. The addon once kept all of them until the program returned to the event loop.
test('batches without a turn of the event loop do not pile up', () => {
  const program = `
    const { buildTokens } = require('.');
    const { request } = require('./__test__/reliability/support/numbered-tokens');
    const requests = Array.from({ length: 1000 }, (_, i) => request(i));
    const megabytes = (batches) => {
      for (let batch = 0; batch < batches; batch++) buildTokens(requests);
      gc();
      return process.memoryUsage.rss() / 1e6;
    };
    const before = megabytes(60);
    console.log(Math.round(megabytes(500) - before));`;
  const { stdout, stderr } = runProgram(program, { args: ['--expose-gc'] });
  expect(stderr).toBe('');
  expect(Number(stdout)).toBeLessThan(40);
});
