'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const root = require('../../package.json');
const {
  currentPlatform,
  describePlatform,
  PACKAGE_PREFIX,
  PLATFORMS,
} = require('../../lib/kernel/platform');
const { targetOf, TARGETS } = require('../../scripts/release-targets');

const ROOT = path.resolve(__dirname, '../..');
const NAMES = Object.keys(PLATFORMS).sort();

function textsUnder(folder) {
  return Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true })
      .filter((it) => fs.statSync(path.join(folder, it)).isFile() && !it.endsWith('.node'))
      .map((it) => [it, fs.readFileSync(path.join(folder, it), 'utf8')]),
  );
}

test('the folders are what their script writes', () => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'agora-npm-'));
  fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(copy, 'package.json'));
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/platform-packages.js'), copy]);
  const written = textsUnder(path.join(copy, 'npm'));
  fs.rmSync(copy, { recursive: true });
  expect(textsUnder(path.join(ROOT, 'npm'))).toEqual(written);
});

test('there is one for each target of the build, and they carry the names of its loader', () => {
  expect(fs.readdirSync(path.join(ROOT, 'npm')).sort()).toEqual(NAMES);
  expect(root.napi.targets).toHaveLength(NAMES.length);
  expect(root.napi.packageName).toBe(PACKAGE_PREFIX);
  const loader = fs.readFileSync(path.join(ROOT, 'binding.js'), 'utf8');
  for (const name of NAMES) expect(loader).toContain(`require('${PACKAGE_PREFIX}-${name}')`);
});

test('the page on installing has a row for each, with what it needs', () => {
  const page = fs.readFileSync(path.join(ROOT, 'docs/install.md'), 'utf8');
  const rows = Array.from(page.matchAll(/^\| .+ \| `([\w-]+)` \| (.+) \| (.+) \|$/gm));
  expect(rows.map(([, name]) => name).sort()).toEqual(NAMES);
  for (const [, name, needs] of rows) {
    const { glibc, macos } = TARGETS[targetOf(name)];
    if (glibc) expect([name, needs]).toEqual([name, `glibc ${glibc}`]);
    if (macos) expect([name, needs]).toEqual([name, `macOS ${macos.replace('.0', '')}`]);
    if (PLATFORMS[name] === 'musl') expect([name, needs]).toEqual([name, 'musl 1.2']);
  }
});

describe.each(NAMES)('%s', (name) => {
  const folder = path.join(ROOT, 'npm', name);
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const [platform, arch] = name.split('-');

  test('is limited to its platform', () => {
    const { os: systems, cpu, libc, engines } = manifest;
    expect({ systems, cpu, engines }).toEqual({
      systems: [platform],
      cpu: [arch],
      engines: root.engines,
    });
    expect(libc).toEqual(PLATFORMS[name] ? [PLATFORMS[name]] : undefined);
  });

  test('has the name, version and licence of the whole, and a README', () => {
    expect(manifest).toMatchObject({
      name: `${PACKAGE_PREFIX}-${name}`,
      version: root.version,
      license: root.license,
      main: `agora-token-native.${name}.node`,
      files: [`agora-token-native.${name}.node`, 'THIRD-PARTY-LICENSES.md'],
    });
    expect(fs.readFileSync(path.join(folder, 'README.md'), 'utf8')).toContain(manifest.name);
    for (const it of ['LICENSE', 'THIRD-PARTY-LICENSES.md']) {
      expect(fs.readFileSync(path.join(folder, it), 'utf8')).toBe(
        fs.readFileSync(path.join(ROOT, it), 'utf8'),
      );
    }
  });
});

describe('the platform of a process', () => {
  const real = Object.getOwnPropertyDescriptors(process);

  afterEach(() => {
    for (const name of ['platform', 'arch', 'report']) {
      Object.defineProperty(process, name, real[name]);
    }
  });

  function pretend(platform, arch, header) {
    const value = { getReport: () => ({ header }) };
    Object.defineProperty(process, 'platform', { value: platform, configurable: true });
    Object.defineProperty(process, 'arch', { value: arch, configurable: true });
    Object.defineProperty(process, 'report', { value, configurable: true });
    return currentPlatform();
  }

  test.each([
    ['linux', 'x64', { glibcVersionRuntime: '2.36' }, 'linux-x64-gnu', 'linux-x64 (glibc)'],
    ['linux', 'x64', {}, 'linux-x64-musl', 'linux-x64 (musl)'],
    ['linux', 'arm64', { glibcVersionRuntime: '2.17' }, 'linux-arm64-gnu', 'linux-arm64 (glibc)'],
    ['linux', 'arm', { glibcVersionRuntime: '2.36' }, 'linux-arm-gnueabihf', 'linux-arm (glibc)'],
    ['darwin', 'arm64', {}, 'darwin-arm64', 'darwin-arm64'],
    ['win32', 'x64', {}, 'win32-x64-msvc', 'win32-x64'],
    ['freebsd', 'x64', {}, 'freebsd-x64', 'freebsd-x64'],
  ])('%s %s with %j is %s', (platform, arch, header, name, words) => {
    const current = pretend(platform, arch, header);
    expect(current.packageName).toBe(`${PACKAGE_PREFIX}-${name}`);
    expect(describePlatform(current)).toBe(words);
  });

  test.each([
    ['linux', 'arm', {}],
    ['linux', 's390x', { glibcVersionRuntime: '2.36' }],
    ['sunos', 'x64', {}],
  ])('%s %s with %j has no package', (platform, arch, header) => {
    expect(pretend(platform, arch, header).packageName).toBeNull();
  });
});
