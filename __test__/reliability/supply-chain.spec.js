'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./support/child');

const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const manifest = JSON.parse(read('package.json'));

const installed = Object.entries(lock.packages).filter(([name]) => name !== '');
const REGISTRY = 'https://registry.npmjs.org/';

/** Licences that let anybody use what is published with this package. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
];

test('every package of the lock comes from the registry, under a checksum', () => {
  const odd = installed.filter(([, { link, resolved, integrity }]) => {
    if (link) return false;
    return !integrity?.startsWith('sha512-') || (resolved && !resolved.startsWith(REGISTRY));
  });
  expect(odd.map(([name]) => name)).toEqual([]);
});

test('the lock is that of the manifest', () => {
  const root = lock.packages[''];
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    expect([kind, root[kind] ?? {}]).toEqual([kind, manifest[kind] ?? {}]);
  }
});

test('what users install has few dependencies, permissive licences and no install scripts', () => {
  const ofUsers = installed.filter(([, { dev, devOptional }]) => !dev && !devOptional);
  const own = ofUsers.filter(([name]) => !name.includes('agora-token-native'));
  expect(own.length).toBeLessThanOrEqual(5);
  for (const [name, { license, hasInstallScript }] of own) {
    expect([name, license]).toEqual([name, expect.stringMatching(`^(${PERMISSIVE.join('|')})$`)]);
    expect([name, hasInstallScript]).toEqual([name, undefined]);
  }
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
    expect(manifest.scripts).not.toHaveProperty(script);
  }
});

test('the lock of the crates names the registry and checksums only', () => {
  for (const file of ['Cargo.lock', 'fuzz/Cargo.lock']) {
    const crates = read(file).split('[[package]]').slice(1);
    const foreign = crates.filter((crate) => crate.includes('source = '));
    expect(foreign.length).toBeGreaterThan(10);
    for (const crate of foreign) {
      expect(crate).toContain('source = "registry+https://github.com/rust-lang/crates.io-index"');
      expect(crate).toMatch(/checksum = "[0-9a-f]{64}"/);
    }
  }
});

test('locks are in version control', () => {
  const { status, stdout } = spawnSync('git', ['check-ignore', 'Cargo.lock', 'package-lock.json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([1, '']);
});

test('workflows run actions by commit, and publish with provenance', () => {
  expect(workflows().length).toBeGreaterThan(0);
  for (const file of workflows()) {
    for (const [, action, ref] of read(file).matchAll(/uses:\s*([^@\s]+)@(\S+)/g)) {
      expect([file, action, ref]).toEqual([file, action, expect.stringMatching(/^[0-9a-f]{40}$/)]);
    }
    expect(read(file)).toMatch(/^permissions:/m);
  }
  const publishing = workflows()
    .map(read)
    .filter((text) => text.includes('npm publish'));
  for (const text of publishing) expect(text).toContain('--provenance');
});

function workflows() {
  const folder = '.github/workflows';
  if (!fs.existsSync(path.join(ROOT, folder))) return [];
  return fs.readdirSync(path.join(ROOT, folder)).map((file) => `${folder}/${file}`);
}
