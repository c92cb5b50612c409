'use strict';

// What publishing does to the package, and what a user gets from a registry afterwards.

const fs = require('node:fs');
const path = require('node:path');
const { version } = require('../../package.json');
const { PACKAGE_PREFIX, PLATFORMS } = require('../../lib/kernel/platform');
const { pack, packBoth, prepublish, ROOT, stageRelease } = require('./support/pack');
const { createProject } = require('./support/project');
const { startRegistry } = require('./support/registry');

const ALIAS = `npm:agora-token-native@${version}`;
const ORIGINAL = path.join(ROOT, 'node_modules/agora-token-reference');
const BACKEND = "console.log(require('agora-token').backend)";
const BACKEND_OF_DEPENDENT = "console.log(require('dependent').backend)";

let packages;
let release;
let registry;

beforeAll(async () => {
  packages = await packBoth();
  release = path.join(packages.folder, 'release');
  await stageRelease(packages.main, release);
});

afterAll(async () => {
  await registry?.close();
  fs.rmSync(packages.folder, { recursive: true });
});

function manifest() {
  return JSON.parse(fs.readFileSync(path.join(release, 'package.json'), 'utf8'));
}

test('a dry run changes nothing', async () => {
  const before = manifest();
  await prepublish(release, '--dry-run');
  expect(manifest()).toEqual(before);
  expect(before.optionalDependencies).toBeUndefined();
});

test('publishing lists every platform package, at this version exactly', async () => {
  await prepublish(release);
  expect(manifest().optionalDependencies).toEqual(
    Object.fromEntries(Object.keys(PLATFORMS).map((it) => [`${PACKAGE_PREFIX}-${it}`, version])),
  );
});

describe('from a registry', () => {
  beforeAll(async () => {
    const out = path.join(packages.folder, 'out');
    fs.mkdirSync(out);
    const published = await pack(release, out);
    const dependent = createProject(path.join(out, 'dependent'));
    dependent.write('index.js', "module.exports = require('agora-token');");
    dependent.write(
      'package.json',
      JSON.stringify({
        name: 'dependent',
        version: '1.0.0',
        dependencies: { 'agora-token': '^2.0.0' },
      }),
    );
    // The original without its dependencies: what matters is which of the two gets installed.
    const original = createProject(path.join(out, 'original'));
    original.write('index.js', 'module.exports = {};');
    original.write(
      'package.json',
      JSON.stringify({ name: 'agora-token', version: require(`${ORIGINAL}/package.json`).version }),
    );
    const others = await Promise.all([dependent, original].map((it) => pack(it.folder, out)));
    registry = await startRegistry([
      published.file,
      packages.platform.file,
      ...[...packages.dependencies, ...others].map((it) => it.file),
    ]);
  });

  async function installed(name, dependencies, rest = {}) {
    const user = createProject(path.join(packages.folder, name), { dependencies, ...rest });
    await user.install([], { registry: registry.url });
    return user;
  }

  test('npm takes the package of the platform by itself', async () => {
    const user = await installed('alias', { 'agora-token': ALIAS });
    expect(await user.node(BACKEND)).toBe('native');
    const scope = path.join(user.folder, 'node_modules', path.dirname(PACKAGE_PREFIX));
    expect(fs.readdirSync(scope)).toEqual([path.basename(packages.platform.name)]);
  });

  test('with --omit=optional the JavaScript kernel runs', async () => {
    const user = createProject(path.join(packages.folder, 'omit'));
    await user.install([`agora-token@${ALIAS}`], {
      registry: registry.url,
      flags: ['--omit=optional'],
    });
    expect(await user.node(BACKEND)).toBe('javascript');
  });

  test('an alias alone leaves a dependency on the original', async () => {
    const user = await installed('alias-alone', { 'agora-token': ALIAS, dependent: '1.0.0' });
    expect(await user.node(BACKEND_OF_DEPENDENT)).toBe('undefined');
  });

  test('an alias with an override that refers to it replaces both', async () => {
    const user = await installed(
      'alias-override',
      { 'agora-token': ALIAS, dependent: '1.0.0' },
      { overrides: { 'agora-token': '$agora-token' } },
    );
    expect(await user.node(BACKEND_OF_DEPENDENT)).toBe('native');
    expect(await user.node(BACKEND)).toBe('native');
    expect(user.installed('dependent/node_modules')).toBe(false);
  });

  test('an override replaces a dependency of a dependency', async () => {
    const user = await installed(
      'override',
      { dependent: '1.0.0' },
      { overrides: { 'agora-token': ALIAS } },
    );
    expect(await user.node(BACKEND_OF_DEPENDENT)).toBe('native');
  });

  test('a lockfile lists the packages of this registry for every platform that it knows', async () => {
    const user = await installed('lockfile', { 'agora-token': ALIAS });
    const lock = JSON.parse(fs.readFileSync(path.join(user.folder, 'package-lock.json'), 'utf8'));
    const { optionalDependencies } = lock.packages['node_modules/agora-token'];
    expect(Object.keys(optionalDependencies)).toHaveLength(Object.keys(PLATFORMS).length);
  });
});
