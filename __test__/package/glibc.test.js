'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { compareVersions, glibcVersions } = require('../../scripts/glibc');
const { localAddon, ROOT } = require('./support/pack');

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('the versions of symbols are those that stand in the file', () => {
  const addon = path.join(ROOT, localAddon().file);
  const text = fs.readFileSync(addon, 'latin1');
  const mentioned = new Set(Array.from(text.matchAll(/GLIBC_([\d.]+)\0/g), ([, it]) => it));
  const versions = glibcVersions(addon);
  expect(versions.length).toBeGreaterThan(0);
  expect(new Set(versions)).toEqual(mentioned);
});

onLinux('the last is the newest', () => {
  const versions = glibcVersions(path.join(ROOT, localAddon().file));
  expect(versions).toEqual([...versions].sort(compareVersions));
  expect(versions.every((it) => compareVersions(it, versions.at(-1)) <= 0)).toBe(true);
});

test.each([
  ['2.17', '2.3.4', 1],
  ['2.2.5', '2.17', -1],
  ['2.17', '2.17', 0],
  ['2.3', '2.3.4', -1],
])('%s compared with %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
});

test('a file of another kind is refused', () => {
  const file = path.join(os.tmpdir(), `agora-glibc-${process.pid}`);
  fs.writeFileSync(file, 'text');
  expect(() => glibcVersions(file)).toThrow('not an ELF file');
  fs.rmSync(file);
});
