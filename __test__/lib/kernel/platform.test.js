'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const {
  currentPlatform,
  describePlatform,
  PACKAGE_PREFIX,
} = require('../../../lib/kernel/platform');

const LOADERS = {
  glibc: '/lib64/ld-linux-x86-64.so.2',
  nix: '/nix/store/0a1b-glibc-2.40/lib/ld-linux-x86-64.so.2',
  musl: '/lib/ld-musl-x86_64.so.1',
};

let folder;

/** The start of a program that names its loader, as an ELF file does. */
function program(loader) {
  const file = path.join(folder, loader);
  const filler = Buffer.alloc(568);
  fs.writeFileSync(file, Buffer.concat([filler, Buffer.from(`${LOADERS[loader]}\0`), filler]));
  return file;
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agora-platform-'));
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

test.each([
  ['linux', 'x64', 'glibc', 'linux-x64-gnu', 'linux-x64 (glibc)'],
  ['linux', 'x64', 'nix', 'linux-x64-gnu', 'linux-x64 (glibc)'],
  ['linux', 'x64', 'musl', 'linux-x64-musl', 'linux-x64 (musl)'],
  ['linux', 'arm64', 'glibc', 'linux-arm64-gnu', 'linux-arm64 (glibc)'],
  ['linux', 'arm', 'glibc', 'linux-arm-gnueabihf', 'linux-arm (glibc)'],
  ['darwin', 'arm64', 'glibc', 'darwin-arm64', 'darwin-arm64'],
  ['win32', 'x64', 'glibc', 'win32-x64-msvc', 'win32-x64'],
  ['freebsd', 'x64', 'glibc', 'freebsd-x64', 'freebsd-x64'],
])('%s %s, %s, is %s', (platform, arch, loader, name, words) => {
  const current = currentPlatform({ platform, arch, execPath: program(loader) });
  expect(current.buildName).toBe(name);
  expect(current.packageName).toBe(`${PACKAGE_PREFIX}-${name}`);
  expect(describePlatform(current)).toBe(words);
});

test.each([
  ['linux', 'arm', 'musl'],
  ['linux', 's390x', 'glibc'],
  ['sunos', 'x64', 'glibc'],
])('%s %s, %s, has no package', (platform, arch, loader) => {
  const current = currentPlatform({ platform, arch, execPath: program(loader) });
  expect(current).toMatchObject({ buildName: null, packageName: null });
});

describe('a process that may not read its program', () => {
  const unreadable = () => ({
    platform: 'linux',
    arch: 'x64',
    execPath: path.join(folder, 'none'),
  });

  test.each([
    ['glibc', { glibcVersionRuntime: '2.36' }],
    ['musl', {}],
    ['glibc', undefined],
  ])('has %s if the header of the report is %j', (libc, header) => {
    const report = { getReport: () => ({ header }) };
    expect(currentPlatform({ ...unreadable(), report }).libc).toBe(libc);
  });

  test('is asked for a report without names of hosts, and keeps its settings', () => {
    const asked = [];
    const report = {
      excludeNetwork: false,
      getReport() {
        asked.push(this.excludeNetwork);
        return { header: {} };
      },
    };
    currentPlatform({ ...unreadable(), report });
    expect(asked).toEqual([true]);
    expect(report.excludeNetwork).toBe(false);
  });

  test('has glibc if there is no report either', () => {
    expect(currentPlatform(unreadable()).libc).toBe('glibc');
  });
});

test('a program that names its loader far from its start is asked for a report', () => {
  const execPath = path.join(folder, 'patched');
  fs.writeFileSync(execPath, Buffer.alloc(100_000));
  for (const [header, libc] of [
    [{}, 'musl'],
    [{ glibcVersionRuntime: '2.36' }, 'glibc'],
  ]) {
    const report = { getReport: () => ({ header }) };
    expect(currentPlatform({ platform: 'linux', arch: 'x64', execPath, report }).libc).toBe(libc);
  }
});

test('this process is not asked for a report', () => {
  const getReport = jest.spyOn(process.report, 'getReport');
  expect(currentPlatform().platform).toBe(process.platform);
  expect(getReport).not.toHaveBeenCalled();
  getReport.mockRestore();
});
