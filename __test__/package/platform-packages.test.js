'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const root = require('../../package.json');
const { PACKAGE_PREFIX, PLATFORMS } = require('../../lib/kernel/platform');
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
