'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { BUNDLES, LOOSE } = require('../../scripts/bundle');
const { packBoth, ROOT } = require('./support/pack');

// Kilobytes: generous enough for growth, small enough that a test folder or a binary is noticed.
const MAIN_LIMIT = 160;
const PLATFORM_LIMIT = 600;

let packages;

beforeAll(async () => {
  packages = await packBoth();
});

afterAll(() => {
  fs.rmSync(packages.folder, { recursive: true });
});

function filesOf({ files }) {
  return files.map((file) => file.path).sort();
}

function sourcesUnder(folder) {
  if (!fs.existsSync(path.join(ROOT, folder))) return [];
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .filter((file) => file.endsWith('.js') || file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`);
}

function kilobytes({ size }) {
  return Math.ceil(size / 1000);
}

test('the package holds its JavaScript and its declarations, and nothing else', () => {
  const { bin = {} } = require('../../package.json');
  const expected = new Set([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'binding.d.ts',
    'binding.js',
    'index.d.ts',
    'index.js',
    'package.json',
    ...Object.values(bin).map((file) => path.posix.normalize(file)),
    ...['src', 'agora-access-token'].flatMap(sourcesUnder),
    ...['lib', 'tools'].flatMap(sourcesUnder).filter((file) => file.endsWith('.d.ts')),
    // It says which declaration a version of TypeScript reads.
    'tools/builder/duration/package.json',
    ...BUNDLES,
    ...LOOSE,
  ]);
  expect(filesOf(packages.main)).toEqual([...expected].sort());
});

test('there is no Rust, no test and no addon in it', () => {
  const strangers = /\.(rs|toml|lock|node|snap|log|tgz)$|__test__|\.test\.|benchmark|fuzz/;
  expect(filesOf(packages.main).filter((file) => strangers.test(file))).toEqual([]);
});

test('a platform package holds the addon, a README and the licences', () => {
  const { name } = packages.platform;
  const platform = name.replace('@agora-token-native/binding-', '');
  const addon = `agora-token-native.${platform}.node`;
  expect(filesOf(packages.platform)).toEqual(
    ['LICENSE', 'README.md', 'THIRD-PARTY-LICENSES.md', addon, 'package.json'].sort(),
  );
});

test('both stay small', () => {
  const sizes = [packages.main, packages.platform].map(
    (it) =>
      `${it.name}: ${kilobytes(it)} kB packed, ${Math.ceil(it.unpackedSize / 1000)} kB unpacked`,
  );
  process.stdout.write(`${sizes.join('\n')}\n`);
  expect(kilobytes(packages.main)).toBeLessThan(MAIN_LIMIT);
  expect(kilobytes(packages.platform)).toBeLessThan(PLATFORM_LIMIT);
});
