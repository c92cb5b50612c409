'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./support/child');

const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const LOCKS = spawnSync('git', ['ls-files', '**package-lock.json'], { cwd: ROOT, encoding: 'utf8' })
  .stdout.trim()
  .split('\n');
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

/** The package whose tarball has this one in it: `a/node_modules/b` in that of `a`. */
function bundlerOf(packages, name) {
  const parent = name.slice(0, name.lastIndexOf('/node_modules/'));
  return packages[parent]?.inBundle ? bundlerOf(packages, parent) : packages[parent];
}

/** The packages of a lock that no checksum guards, or that come from elsewhere than the registry. */
function unguarded({ packages }) {
  return Object.entries(packages)
    .filter(([name]) => name !== '')
    .filter(([name, { link, inBundle, resolved, integrity }]) => {
      if (link) return false;
      const guard = inBundle ? bundlerOf(packages, name)?.integrity : integrity;
      return !guard?.startsWith('sha512-') || (resolved && !resolved.startsWith(REGISTRY));
    })
    .map(([name]) => name);
}

test('the locks are those of the project and of what its tests and its sample install', () => {
  expect(LOCKS).toContain('package-lock.json');
  expect(LOCKS.length).toBeGreaterThanOrEqual(5);
});

test.each(LOCKS)('every package of %s comes from the registry, under a checksum', (file) => {
  const { packages } = JSON.parse(read(file));
  expect(Object.keys(packages).length).toBeGreaterThan(1);
  expect(unguarded({ packages })).toEqual([]);
});

test('a package without a checksum is noticed, and one inside another needs none', () => {
  const packages = {
    '': {},
    'node_modules/guarded': { integrity: 'sha512-AAAA' },
    'node_modules/guarded/node_modules/inside': { inBundle: true },
    'node_modules/guarded/node_modules/inside/node_modules/deeper': { inBundle: true },
    'node_modules/bare': {},
    'node_modules/bare/node_modules/inside': { inBundle: true },
    'node_modules/old': { integrity: 'sha1-AAAA' },
    'node_modules/elsewhere': { integrity: 'sha512-AAAA', resolved: 'https://example.org/a.tgz' },
  };
  expect(unguarded({ packages })).toEqual([
    'node_modules/bare',
    'node_modules/bare/node_modules/inside',
    'node_modules/old',
    'node_modules/elsewhere',
  ]);
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

test('workflows run actions by commit', () => {
  expect(workflows().length).toBeGreaterThan(0);
  for (const file of workflows()) {
    for (const [, action, ref] of read(file).matchAll(/uses:\s*([^@\s]+)@(\S+)/g)) {
      expect([file, action, ref]).toEqual([file, action, expect.stringMatching(/^[0-9a-f]{40}$/)]);
    }
    expect(read(file)).toMatch(/^permissions:/m);
  }
});

function workflows() {
  const folder = '.github/workflows';
  if (!fs.existsSync(path.join(ROOT, folder))) return [];
  return fs.readdirSync(path.join(ROOT, folder)).map((file) => `${folder}/${file}`);
}
