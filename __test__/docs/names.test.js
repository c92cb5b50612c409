'use strict';

// README installs the package as `agora-token`, so every page uses that name.

const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const PAGES = [
  'README.md',
  'sample/README.md',
  ...fs
    .readdirSync(path.join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const SAMPLES = fs
  .readdirSync(path.join(ROOT, 'sample/frameworks'), { recursive: true })
  .filter((file) => /\.(m?js|ts)$/.test(file) && !file.includes('node_modules'))
  .map((file) => `sample/frameworks/${file}`);

const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');

test('README installs it as agora-token', () => {
  expect(read('README.md')).toContain('npm install agora-token@npm:agora-token-native\n');
});

test.each([...PAGES, ...SAMPLES])('%s imports agora-token', (file) => {
  expect(read(file)).not.toMatch(/(require\(|from |import\(|import )['"]agora-token-native/);
});

test('there are imports to look at', () => {
  const all = [...PAGES, ...SAMPLES].map(read).join('\n');
  expect(all.match(/(require\(|from )'agora-token['/]/g).length).toBeGreaterThan(40);
});

test.each(PAGES)('%s runs the command where it is installed, or names the package', (file) => {
  const lines = read(file)
    .split('\n')
    .filter((line) => /^npx .*agora-token/.test(line));
  for (const line of lines) expect(line).toMatch(/^npx --package=agora-token-native agora-token /);
});
