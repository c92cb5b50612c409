'use strict';

// The original's samples, unchanged, in the package that was installed from the registry.

const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('../../scripts/release-targets');
const { run } = require('../package/support/run');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { createUser } = require('./support/user');

const ORIGINAL = path.join(ROOT, 'node_modules/agora-token-reference');
const FROZEN = path.join(ROOT, '__test__/support/frozen-process.js');
const SAMPLES = fs.readdirSync(path.join(ORIGINAL, 'sample')).filter((it) => it.endsWith('.js'));

let installed;

beforeAll(async () => {
  const user = await createUser('npm 11');
  await user.shell('npm install agora-token@npm:agora-token-native');
  expect(await user.backendOf('agora-token')).toBe('native');
  installed = path.join(user.folder, 'node_modules/agora-token');
  // The samples require `../src/…`.
  fs.cpSync(path.join(ORIGINAL, 'sample'), path.join(installed, 'sample'), { recursive: true });
});

test('there are eleven', () => {
  expect(SAMPLES).toHaveLength(11);
});

test.each(SAMPLES)('%s prints what it prints with the original', async (sample) => {
  const env = {
    AGORA_APP_ID: APP_ID,
    AGORA_APP_CERTIFICATE: CERTIFICATE,
    AGORA_TOKEN_BACKEND: 'native',
  };
  const printed = (cwd) =>
    run(process.execPath, ['-r', FROZEN, path.join('sample', sample)], { cwd, env });
  const expected = await printed(ORIGINAL);
  expect(expected).toMatch(/00[67]/);
  expect(await printed(installed)).toBe(expected);
});
