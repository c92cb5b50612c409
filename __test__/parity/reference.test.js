'use strict';

const fs = require('node:fs');
const path = require('node:path');

// Every comparison is against agora-token 2.0.6 as npm has it. Without it, or with another version,
// they would say nothing, so this fails first and says why.
test('the original beside ours is agora-token 2.0.6', () => {
  const folder = path.resolve(__dirname, '../../node_modules/agora-token-reference');
  if (!fs.existsSync(folder)) {
    throw new Error(
      'The original is missing: npm install --save-dev agora-token-reference@npm:agora-token@2.0.6',
    );
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  expect(`${manifest.name}@${manifest.version}`).toBe('agora-token@2.0.6');
});

test('the original and ours are two packages', () => {
  const { ORIGINAL, OURS } = require('../support/libraries');
  expect(fs.realpathSync(ORIGINAL)).not.toBe(fs.realpathSync(OURS));
  expect(JSON.parse(fs.readFileSync(path.join(OURS, 'package.json'), 'utf8')).name).toBe(
    'agora-token-native',
  );
});

test('the kernel under test is the one that the environment asks for', () => {
  const asked = process.env.AGORA_TOKEN_BACKEND;
  const { backend } = require('../..');
  expect(asked ? [asked] : ['native', 'javascript']).toContain(backend);
});
