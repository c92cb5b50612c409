'use strict';

// What a user gets from the tarballs, before anything is published.

const fs = require('node:fs');
const path = require('node:path');
const { localAddon, packBoth, ROOT } = require('./support/pack');
const { createProject } = require('./support/project');
const { startRegistry } = require('./support/registry');
const { run } = require('./support/run');

let packages;
let registry;

beforeAll(async () => {
  packages = await packBoth();
  const { url, close } = await startRegistry(packages.dependencies.map((it) => it.file));
  registry = { url, close };
});

afterAll(async () => {
  await registry?.close();
  fs.rmSync(packages.folder, { recursive: true });
});

async function projectWith(name, ...specifiers) {
  const user = createProject(path.join(packages.folder, name));
  await user.install(specifiers, { registry: registry.url });
  return user;
}

function useOf(name) {
  return `
    const { RtcTokenBuilder, RtcRole, backend } = require('${name}');
    const hex = 'a'.repeat(32);
    const token = RtcTokenBuilder.buildTokenWithUid(hex, hex, 'lobby', 1, RtcRole.PUBLISHER, 60, 60);
    console.log(backend, token.slice(0, 3));`;
}

test('under its own name, with the package of the platform', async () => {
  const { main, platform } = packages;
  const user = await projectWith('own-name', main.file, platform.file);
  expect(await user.node(useOf('agora-token-native'))).toBe('native 007');
});

test('under the name agora-token', async () => {
  const { main, platform } = packages;
  const user = await projectWith('alias', `agora-token@file:${main.file}`, platform.file);
  expect(await user.node(useOf('agora-token'))).toBe('native 007');
});

/** The files of a project that a token makes a process load, and modules of Node.js beside them. */
function loadedBy(name) {
  return `
    const Module = require('node:module');
    const path = require('node:path');
    const builtins = [];
    const load = Module._load;
    Module._load = function (request) {
      if (['crypto', 'zlib'].includes(request.replace('node:', ''))) builtins.push(request);
      return load.apply(this, arguments);
    };
    ${useOf(name)}
    const isOurs = (file) => /agora-token/.test(file);
    const files = Object.keys(require.cache).filter(isOurs).map((it) => path.basename(it));
    console.log(JSON.stringify({ files: files.sort(), builtins }));`;
}

test('the first token loads five files of ours with the addon, and two with JavaScript', async () => {
  const { main, platform } = packages;
  const user = await projectWith('few-files', `agora-token@file:${main.file}`, platform.file);
  const loaded = async (kernel) => {
    const env = { AGORA_TOKEN_BACKEND: kernel };
    const output = await user.node(loadedBy('agora-token'), { env });
    return JSON.parse(output.split('\n').at(-1));
  };
  const [addon] = Object.keys(require('../../lib/kernel/platform').PLATFORMS)
    .filter((it) => platform.name.endsWith(it))
    .map((it) => `agora-token-native.${it}.node`);
  expect(await loaded('native')).toEqual({
    files: ['addon.js', addon, 'bundle.js', 'index.js', 'platform.js'].sort(),
    builtins: [],
  });
  expect(await loaded('javascript')).toEqual({
    files: ['bundle.js', 'index.js'],
    builtins: ['node:crypto', 'node:zlib'],
  });
});

describe('without the package of the platform', () => {
  let user;

  beforeAll(async () => {
    user = await projectWith('without-platform', `agora-token@file:${packages.main.file}`);
  });

  test('the JavaScript kernel takes over', async () => {
    expect(await user.node(useOf('agora-token'))).toBe('javascript 007');
  });

  test('AGORA_TOKEN_BACKEND=native names what is missing, with the cause', async () => {
    const source = `
      try { require('agora-token'); } catch ({ code, message, cause }) {
        console.log([code, message, cause.code].join('\\n'));
      }`;
    const printed = await user.node(source, { env: { AGORA_TOKEN_BACKEND: 'native' } });
    const [code, message, causeCode] = printed.split('\n');
    expect(code).toBe('ERR_AGORA_TOKEN_ADDON');
    expect(message).toContain(`no addon loads on ${process.platform}-${process.arch}`);
    expect(message).toContain(`Cannot find module '${packages.platform.name}'`);
    expect(message).toContain(`Install ${packages.platform.name}`);
    expect(causeCode).toBe('MODULE_NOT_FOUND');
  });
});

describe('an addon built from source', () => {
  const doctor = (user, env) =>
    run(path.join(user.folder, 'node_modules/.bin/agora-token'), ['doctor'], { env });
  let user;

  beforeAll(async () => {
    user = await projectWith('from-source', `agora-token@file:${packages.main.file}`);
  });

  test('is taken from where NAPI_RS_NATIVE_LIBRARY_PATH says', async () => {
    const file = path.join(ROOT, localAddon().file);
    expect(await doctor(user, { NAPI_RS_NATIVE_LIBRARY_PATH: file })).toMatch(/^kernel +native$/m);
    expect(await doctor(user, {})).toMatch(/^kernel +javascript$/m);
  });

  test('also on a platform that has no package', async () => {
    const source = `
      Object.defineProperty(process, 'arch', { value: 'riscv64' });
      const { addonPackage } = require('agora-token').backendInfo();
      console.log(addonPackage);
      ${useOf('agora-token')}`;
    const file = path.join(ROOT, localAddon().file);
    const env = { NAPI_RS_NATIVE_LIBRARY_PATH: file };
    expect(await user.node(source, { env })).toBe('null\nnative 007');
    expect(await user.node(source)).toBe('null\njavascript 007');
  });

  test('is taken from the folder of the package', async () => {
    const { file } = localAddon();
    const target = path.join(user.folder, 'node_modules/agora-token', file);
    fs.copyFileSync(path.join(ROOT, file), target);
    expect(await doctor(user, {})).toMatch(/^kernel +native$/m);
    fs.rmSync(target);
  });
});

describe('an addon that does not load', () => {
  let user;

  beforeAll(async () => {
    const { main, platform } = packages;
    user = await projectWith('broken-addon', main.file, platform.file);
    const folder = path.join(user.folder, 'node_modules', platform.name);
    const [addon] = fs.readdirSync(folder).filter((file) => file.endsWith('.node'));
    fs.writeFileSync(path.join(folder, addon), 'not a library');
  });

  test('is no addon, and backendInfo tells why', async () => {
    expect(await user.node(useOf('agora-token-native'))).toBe('javascript 007');
    const source = `
      const { error, ...info } = require('agora-token-native').backendInfo();
      console.log(JSON.stringify({ ...info, code: error.code, message: error.message }));`;
    const { message, ...info } = JSON.parse(await user.node(source));
    expect(info).toMatchObject({
      backend: 'javascript',
      addonInstalled: true,
      addonPackage: packages.platform.name,
      addonPath: null,
      code: 'ERR_DLOPEN_FAILED',
    });
    expect(message.split('\n')[0]).toBe(info.reason);
  });

  test('is told apart from a missing one where it is asked for', async () => {
    const running = user.node(useOf('agora-token-native'), {
      env: { AGORA_TOKEN_BACKEND: 'native' },
    });
    await expect(running).rejects.toThrow(/An addon is installed, but does not load\. /);
  });

  test('makes the doctor end with 1', async () => {
    const doctor = run(path.join(user.folder, 'node_modules/.bin/agora-token'), ['doctor']);
    await expect(doctor).rejects.toThrow(/^kernel +javascript\nno addon +\S/m);
  });
});
