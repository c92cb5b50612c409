'use strict';

const path = require('node:path');
const { run } = require('../package/support/run');
const { expectToken } = require('./requests');
const { PROJECT, serve } = require('./serve');

test('a client joins, renews its token, and joins again when it was too late', async () => {
  const cwd = path.join(PROJECT, 'signed-in');
  const { url } = await serve(process.execPath, ['express.js'], { cwd });
  const program = path.join(__dirname, 'hosts/client.mjs');
  const printed = await run(process.execPath, [program, path.join(cwd, 'client.mjs'), url]);
  const { told, refused } = JSON.parse(printed);
  const token = expect.stringMatching(/^007/);
  expect(told).toEqual([
    ['join', 'the App ID', 'lobby', token, 42],
    ['renewToken', token],
    ['join', 'the App ID', 'lobby', token, 42],
  ]);
  for (const [, ...args] of told)
    expectToken(
      args.find((it) => /^007/.test(it)),
      42,
    );
  expect(refused).toMatch(/^No token: 401 /);
});
