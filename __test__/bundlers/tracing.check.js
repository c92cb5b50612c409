'use strict';

const { runScript } = require('./support');

test('@vercel/nft finds the loader and the addon', async () => {
  const files = JSON.parse(await runScript('trace'));
  expect(files).toContain('node_modules/agora-token/binding.js');
  expect(files.filter((it) => it.endsWith('.node'))).toEqual([
    expect.stringContaining('node_modules/@agora-token-native/binding-'),
  ]);
});
