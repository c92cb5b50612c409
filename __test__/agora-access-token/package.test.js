'use strict';

// `npm install agora-access-token@npm:agora-access-token-native`: the modules, the samples and the
// tokens of agora-access-token@2.0.4, from the packed packages.

const fs = require('node:fs');
const path = require('node:path');
const { stripVTControlCharacters } = require('node:util');
const root = require('../../package.json');
const { ACCESS_TOKEN_FOLDER, ROOT } = require('../../scripts/release-targets');
const { packAccessToken, packBoth } = require('../package/support/pack');
const { createProject } = require('../package/support/project');
const { startRegistry } = require('../package/support/registry');
const { run } = require('../package/support/run');

const ORIGINAL = path.dirname(require.resolve('agora-access-token-reference/package.json'));
const FROZEN = path.join(ROOT, '__test__/support/frozen-process.js');
const NODEUNIT = require.resolve('nodeunit/bin/nodeunit');

const MODULES = fs
  .readdirSync(path.join(ORIGINAL, 'src'))
  .map((file) => `src/${file.replace(/\.js$/, '')}`);
const SAMPLES = ['sample.js', 'sample/RtcTokenBuilderSample.js', 'sample/RtmTokenBuilderSample.js'];
const KERNELS = ['native', 'javascript'];

let packages;
let accessToken;
let registry;
let user;
let installed;

beforeAll(async () => {
  packages = await packBoth();
  accessToken = packAccessToken(packages.folder);
  const { main, platform, dependencies } = packages;
  registry = await startRegistry([main, accessToken, ...dependencies].map((it) => it.file));
  user = createProject(path.join(packages.folder, 'user'));
  await user.install(['agora-access-token@npm:agora-access-token-native', platform.file], {
    registry: registry.url,
  });
  installed = path.join(user.folder, 'node_modules/agora-access-token');
  // They require '../src/…' and './index'.
  for (const it of ['sample.js', 'sample', 'test']) {
    fs.cpSync(path.join(ORIGINAL, it), path.join(installed, it), { recursive: true });
  }
});

afterAll(async () => {
  await registry?.close();
  fs.rmSync(packages.folder, { recursive: true });
});

test('it has the version and the licence of the main package, and depends on it exactly', () => {
  const folder = path.join(ROOT, ACCESS_TOKEN_FOLDER);
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { version, license, engines } = root;
  const dependencies = { [root.name]: version };
  expect(manifest).toMatchObject({ version, license, engines, dependencies });
  const [ours, its] = [ROOT, folder].map((it) => fs.readFileSync(path.join(it, 'LICENSE'), 'utf8'));
  expect(its).toBe(ours);
});

test('its script gives it the version of the main package', async () => {
  const copy = path.join(packages.folder, 'copy');
  const manifest = path.join(copy, ACCESS_TOKEN_FOLDER, 'package.json');
  const committed = fs.readFileSync(path.join(ROOT, ACCESS_TOKEN_FOLDER, 'package.json'), 'utf8');
  fs.mkdirSync(path.dirname(manifest), { recursive: true });
  fs.writeFileSync(manifest, committed.replaceAll(root.version, '0.0.0'));
  await run(process.execPath, [path.join(ROOT, 'scripts/access-token-package.js'), copy]);
  expect(fs.readFileSync(manifest, 'utf8')).toBe(committed);
});

test('it holds a line for each module, its declarations and its pages', () => {
  const files = accessToken.files.map((it) => it.path).sort();
  const modules = ['index', ...MODULES].flatMap((it) => [`${it}.js`, `${it}.d.ts`]);
  expect(files).toEqual(['LICENSE', 'README.md', 'package.json', ...modules].sort());
});

test('one command is one line in package.json', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(user.folder, 'package.json'), 'utf8'));
  expect(manifest.dependencies['agora-access-token']).toBe(
    `npm:agora-access-token-native@^${root.version}`,
  );
});

test('every module is required with and without .js, and through node_modules', async () => {
  fs.symlinkSync(ORIGINAL, path.join(user.folder, 'node_modules/original'), 'junction');
  const printed = await user.node(
    `for (const it of ${JSON.stringify(MODULES)}) {
      const plain = require('agora-access-token/' + it);
      const others = [require('agora-access-token/' + it + '.js'), require('../node_modules/agora-access-token/' + it)];
      const names = (module) => Object.keys(module).join();
      console.log(it, others.every((other) => other === plain), names(plain) === names(require('original/' + it)));
    }`,
    { file: 'deep/main.cjs' },
  );
  expect(printed.split('\n')).toEqual(MODULES.map((it) => `${it} true true`));
});

test('ES modules import the root and every module, by name and by default', async () => {
  const names = MODULES.map((it) =>
    Object.keys(require(path.join(ROOT, 'agora-access-token', it))),
  );
  const imports = MODULES.map(
    (it, at) =>
      `import m${at}, { ${names[at].map((name) => `${name} as m${at}_${name}`)} } from 'agora-access-token/${it}.js';`,
  );
  const checks = names.map((its, at) => its.map((name) => `m${at}.${name} === m${at}_${name}`));
  const printed = await user.node(
    `import root, { RtcTokenBuilder, RtcRole, RtmTokenBuilder, RtmRole } from 'agora-access-token';
    ${imports.join('\n')}
    const named = { RtcTokenBuilder, RtcRole, RtmTokenBuilder, RtmRole };
    console.log(Object.keys(named).every((it) => named[it] === root[it]), ${checks.flat().join(' && ')});`,
    { file: 'main.mjs' },
  );
  expect(printed).toBe('true true');
  expect(names.flat().length).toBeGreaterThan(15);
});

describe.each(KERNELS)('on the %s kernel', (kernel) => {
  const env = { AGORA_TOKEN_BACKEND: kernel };
  const node = (cwd, ...args) => run(process.execPath, args, { cwd, env });

  test('it runs there', async () => {
    const source = "console.log(require('agora-token-native').backend);";
    expect(await user.node(source, { env })).toBe(kernel);
  });

  test.each(SAMPLES)('%s of the original prints what it prints there', async (sample) => {
    const printed = await node(installed, '-r', FROZEN, sample);
    expect(printed).toMatch(/\b006[\w+/=]{100}/);
    expect(printed).toBe(await node(ORIGINAL, '-r', FROZEN, sample));
  });

  test("the original's suite of keys passes", async () => {
    const printed = await node(installed, NODEUNIT, 'test/DynamicKeyTest.js');
    expect(stripVTControlCharacters(printed)).toMatch(/OK: [1-9]\d* assertions/);
  });

  test('every function of every module gives what the original gives', async () => {
    user.write('calls.cjs', CALLS);
    const printed = (name) => node(user.folder, '-r', FROZEN, 'calls.cjs', name);
    const ours = await printed('agora-access-token');
    expect(JSON.parse(ours).length).toBeGreaterThan(100);
    expect(ours).toBe(await printed(ORIGINAL));
  });
});

/** Calls every function with ordinary, missing and odd arguments, and prints what came of it. */
const CALLS = `
  const name = process.argv[2];
  const id = '970CA35de60c44645bbae8a215061b33';
  const key = '5CFd2fd1755d40ecb72977518be15d3b';
  const results = [];
  const call = (label, build) => {
    let result;
    try { result = build(); } catch (error) { result = [error.name, error.code, error.message]; }
    results.push([label, result]);
  };
  const root = require(name);
  const { AccessToken, priviledges } = require(name + '/src/AccessToken');
  const channels = ['lobby', '', 'Zoë', 'x'.repeat(300), 5, undefined, null];
  const users = [0, 1, 42, 4294967295, '0', 'ada', '', 1.5, -1, undefined, null];
  const ends = [1700003600, 0, 4294967295, 4294967296, -1, '1700003600', undefined, NaN];
  for (const channel of channels) for (const user of users) {
    const end = ends[(results.length + users.indexOf(user)) % ends.length];
    const role = [0, 1, 2, 101, '1', undefined][results.length % 6];
    for (const method of ['buildTokenWithUid', 'buildTokenWithAccount']) {
      call([method, channel, user], () => root.RtcTokenBuilder[method](id, key, channel, user, role, end));
    }
    call(['rtm', user], () => root.RtmTokenBuilder.buildToken(id, key, user, root.RtmRole.Rtm_User, end));
    call(['token', channel, user], () => {
      const token = new AccessToken(id, key, channel, user);
      for (const it of Object.values(priviledges)) token.addPriviledge(it, 1700003600);
      const other = new AccessToken(id, key, '', '');
      const text = token.build();
      return [text, other.fromString(text), other.messages, other.appID, other.salt, other.ts];
    });
  }
  const key5 = require(name + '/src/DynamicKey5');
  for (const method of Object.keys(key5).filter((it) => typeof key5[it] === 'function')) {
    call([method], () => key5[method](id, key, 'lobby', 1446455472, 58964981, 42, 1446455471, '3', 4));
    call([method], () => key5[method](id, key, 5, 1446455472, 58964981, -1, 1446455471, '3', 4));
  }
  const signaling = require(name + '/src/SignalingToken');
  call(['get'], () => signaling.get(id, key, 'ada', 60));
  call(['get1DayToken'], () => signaling.get1DayToken(id, key, 'ada'));
  console.log(JSON.stringify(results));
`;
