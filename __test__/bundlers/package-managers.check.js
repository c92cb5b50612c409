'use strict';

// Installs as npm, pnpm and Yarn do them from a registry, with a package that depends on agora-token
// itself; npm's are in ../package/publishing.test.js.

const fs = require('node:fs');
const path = require('node:path');
const { PLATFORMS } = require('../../lib/kernel/platform');
const { version } = require('../../package.json');
const { pack, prepublish, stageRelease } = require('../package/support/pack');
const { createProject } = require('../package/support/project');
const { startRegistry } = require('../package/support/registry');
const { run } = require('../package/support/run');
const { runTool } = require('./support');

const packages = JSON.parse(process.env.AGORA_BUNDLERS_PACKAGES);
const ALIAS = `npm:agora-token-native@${version}`;
const BOTH = { 'agora-token': ALIAS, dependent: '1.0.0' };
const ONLY_DEPENDENT = { dependent: '1.0.0' };

let folder;
let registry;

/** A package of the test's own, packed. */
async function packFixture(manifest, source) {
  const fixture = createProject(path.join(folder, manifest.name));
  fixture.write('index.js', source);
  fixture.write('package.json', JSON.stringify(manifest));
  return pack(fixture.folder, folder);
}

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(packages.folder, 'managers-'));
  const release = path.join(folder, 'release');
  await stageRelease(packages.main, release);
  await prepublish(release);
  const out = path.join(folder, 'out');
  fs.mkdirSync(out);
  // Yarn asks for the packages of all platforms before it chooses.
  const platforms = [];
  for (const name of Object.keys(PLATFORMS)) {
    platforms.push(await pack(path.join(release, 'npm', name), out));
  }
  const all = [
    await pack(release, out),
    ...platforms,
    ...packages.dependencies,
    await packFixture(
      { name: 'dependent', version: '1.0.0', dependencies: { 'agora-token': '^2.0.0' } },
      "module.exports = require('agora-token');",
    ),
    await packFixture({ name: 'agora-token', version: '2.0.6' }, 'module.exports = {};'),
  ];
  registry = await startRegistry(all.map((it) => it.file));
});

afterAll(async () => {
  await registry?.close();
});

function user(name, manifest) {
  const project = createProject(path.join(folder, name), manifest);
  project.write('app.js', 'console.log(require(process.argv[2]).backend)');
  return project;
}

function backendOf(project, name) {
  return run(process.execPath, ['app.js', name], { cwd: project.folder });
}

function environment(project) {
  return {
    HOME: project.folder,
    XDG_CACHE_HOME: path.join(project.folder, '.cache'),
    XDG_DATA_HOME: path.join(project.folder, '.data'),
    npm_config_registry: registry.url,
    CI: 'false',
  };
}

async function pnpm(project) {
  const args = ['--dir', project.folder, 'install', '--registry', registry.url];
  await runTool('pnpm', [...args, '--no-frozen-lockfile'], environment(project));
}

async function yarn1(project) {
  const args = ['--cwd', project.folder, '--registry', registry.url, '--non-interactive'];
  await runTool('yarn', ['install', ...args], environment(project));
}

async function yarn4(project, nodeLinker = 'node-modules') {
  project.write(
    '.yarnrc.yml',
    [
      `npmRegistryServer: "${registry.url}"`,
      'unsafeHttpWhitelist: ["127.0.0.1"]',
      `nodeLinker: ${nodeLinker}`,
      'enableTelemetry: false',
      'enableGlobalCache: false',
      'enableImmutableInstalls: false',
      'npmMinimalAgeGate: 0',
    ].join('\n'),
  );
  project.write('yarn.lock', '');
  await runTool('yarn4', ['install'], environment(project), project.folder);
}

const MANAGERS = [
  ['pnpm 10', pnpm, { pnpm: { overrides: { 'agora-token': ALIAS } } }],
  ['Yarn 1', yarn1, { resolutions: { 'agora-token': ALIAS } }],
  ['Yarn 4', yarn4, { resolutions: { 'agora-token': ALIAS } }],
];

describe.each(MANAGERS)('%s', (name, install, replacing) => {
  const slug = name.replace(' ', '-');

  test('installs it under the old name, with the addon', async () => {
    const project = user(`${slug}-alias`, { dependencies: BOTH });
    await install(project);
    expect(await backendOf(project, 'agora-token')).toBe('native');
    expect(await backendOf(project, 'dependent')).toBe('undefined');
  });

  test('replaces it in a dependency', async () => {
    const project = user(`${slug}-replaced`, { dependencies: ONLY_DEPENDENT, ...replacing });
    await install(project);
    expect(await backendOf(project, 'dependent')).toBe('native');
  });
});

test("Yarn 4 with Plug'n'Play runs the addon, in place of a dependency too", async () => {
  const resolutions = { 'agora-token': ALIAS };
  const project = user('Yarn-4-pnp', { dependencies: BOTH, resolutions });
  await yarn4(project, 'pnp');
  expect(project.installed('.')).toBe(false);
  for (const name of ['agora-token', 'dependent']) {
    const args = ['-r', './.pnp.cjs', 'app.js', name];
    expect(await run(process.execPath, args, { cwd: project.folder })).toBe('native');
  }
});

describe('for other platforms', () => {
  function addonsIn(project) {
    const scope = path.join(project.folder, 'node_modules/@agora-token-native');
    return fs.existsSync(scope) ? fs.readdirSync(scope).sort() : [];
  }

  async function npm(project, command, ...flags) {
    const args = [command, ...flags, '--no-audit', '--no-fund', `--registry=${registry.url}`];
    await run('npm', args, { cwd: project.folder, env: environment(project) });
  }

  test.each([
    ['linux', 'arm64', 'glibc', 'binding-linux-arm64-gnu'],
    ['linux', 'x64', 'musl', 'binding-linux-x64-musl'],
    ['linux', 'arm64', 'musl', 'binding-linux-arm64-musl'],
    ['linux', 'arm', 'glibc', 'binding-linux-arm-gnueabihf'],
    ['win32', 'x64', 'glibc', 'binding-win32-x64-msvc'],
  ])('npm takes the addon of %s %s %s when told to', async (os, cpu, libc, expected) => {
    const project = user(`npm-${os}-${cpu}-${libc}`, { dependencies: { 'agora-token': ALIAS } });
    await npm(project, 'install', `--os=${os}`, `--cpu=${cpu}`, `--libc=${libc}`);
    expect(addonsIn(project)).toEqual([expected]);
  });

  test('the lockfile of npm serves every platform', async () => {
    const project = user('npm-lockfile', { dependencies: { 'agora-token': ALIAS } });
    await npm(project, 'install');
    expect(await backendOf(project, 'agora-token')).toBe('native');
    await npm(project, 'ci', '--os=darwin', '--cpu=arm64');
    expect(addonsIn(project)).toEqual(['binding-darwin-arm64']);
    expect(await backendOf(project, 'agora-token')).toBe('javascript');
    await npm(project, 'ci');
    expect(await backendOf(project, 'agora-token')).toBe('native');
  });

  test('pnpm installs those of supportedArchitectures', async () => {
    const supportedArchitectures = { os: ['darwin', 'linux'], cpu: ['arm64'], libc: ['glibc'] };
    const project = user('pnpm-architectures', {
      dependencies: { 'agora-token': ALIAS },
      pnpm: { supportedArchitectures },
    });
    await pnpm(project);
    const store = fs.readdirSync(path.join(project.folder, 'node_modules/.pnpm'));
    expect(store.filter((it) => it.includes('binding-')).map((it) => it.split('@')[1])).toEqual([
      'agora-token-native+binding-darwin-arm64',
      'agora-token-native+binding-linux-arm64-gnu',
    ]);
  });
});
