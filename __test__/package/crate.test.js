'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./support/pack');

const CRATE = path.join(ROOT, 'crates/agora-token-core');

const hasCargo = spawnSync('cargo', ['--version']).status === 0;
const withCargo = hasCargo ? test : test.skip;

/** What Cargo adds to every crate. */
const ADDED = ['.cargo_vcs_info.json', 'Cargo.lock', 'Cargo.toml', 'Cargo.toml.orig'];

test("the crate has the project's licence", () => {
  const [ours, its] = [ROOT, CRATE].map((folder) => fs.readFileSync(path.join(folder, 'LICENSE')));
  expect(its.equals(ours)).toBe(true);
});

withCargo('the crate holds its sources, its page and its licence, and nothing else', () => {
  const { status, stdout, stderr } = spawnSync(
    'cargo',
    ['package', '-p', 'agora-token-core', '--list', '--allow-dirty', '--locked', '--offline'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect({ status, failure: status === 0 ? '' : stderr }).toEqual({ status: 0, failure: '' });
  const sources = fs
    .readdirSync(path.join(CRATE, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.rs'))
    .map((file) => `src/${file.replaceAll(path.sep, '/')}`);
  const listed = stdout
    .trim()
    .split(/\r?\n/)
    .map((file) => file.replaceAll('\\', '/'));
  expect(sources.length).toBeGreaterThan(20);
  expect(listed.filter((file) => !ADDED.includes(file)).sort()).toEqual(
    ['LICENSE', 'README.md', ...sources].sort(),
  );
});
