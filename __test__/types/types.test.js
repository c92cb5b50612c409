'use strict';

// Compiles the fixtures as a project that depends on `agora-token`: once with this package under
// that name, and where the code is also meant for the original, once with agora-token@2.0.6.

const fs = require('node:fs');
const path = require('node:path');
const { createProject, ORIGINAL: original, ROOT: root } = require('./project');

const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const strict = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  esModuleInterop: true,
  noEmit: true,
  target: 'es2022',
  types: ['node'],
};

const modules = {
  commonjs: { module: 'commonjs' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};

let project;

beforeEach(() => {
  project = createProject();
});

afterEach(() => {
  project.remove();
});

/** Compiles `files` with `agoraToken` installed as agora-token; returns what tsc reported. */
function compile(agoraToken, files, { type, node = true, ...compilerOptions }) {
  project.link('agora-token', agoraToken);
  project.link('@jest/globals', path.join(root, 'node_modules', '@jest', 'globals'));
  if (node) project.link('@types/node', path.join(root, 'node_modules', '@types', 'node'));
  return project.compile(tsc, files, { ...strict, ...compilerOptions }, type);
}

const clean = { status: 0, output: '' };

describe('code written for agora-token', () => {
  const anywhere = ['common.ts', 'default-import.ts', 'doubles.ts'];
  const cases = [
    ['commonjs', modules.commonjs, [...anywhere, 'require-import.cts']],
    ['nodenext, CommonJS', modules.nodenext, [...anywhere, 'require-import.cts']],
    ['nodenext, ES module', { ...modules.nodenext, type: 'module' }, anywhere],
    ['bundler', modules.bundler, anywhere],
  ];

  test.each(cases)('%s: compiles against agora-token@2.0.6', (_name, options, files) => {
    expect(compile(original, files, options)).toEqual(clean);
  });

  test.each(cases)('%s: compiles against this package', (_name, options, files) => {
    expect(compile(root, files, options)).toEqual(clean);
  });

  test.each(['original', 'ours'])('with additions to the declarations: %s', (which) => {
    const agoraToken = which === 'ours' ? root : original;
    expect(compile(agoraToken, ['augmentation.ts'], modules.commonjs)).toEqual(clean);
  });

  test.each(['original', 'ours'])('without the types of Node.js: %s', (which) => {
    const options = { ...modules.commonjs, node: false, types: [], lib: ['es5'] };
    const agoraToken = which === 'ours' ? root : original;
    expect(compile(agoraToken, ['common.ts'], options)).toEqual(clean);
  });
});

describe('code written for this package', () => {
  test.each([
    ['commonjs', modules.commonjs],
    ['nodenext', modules.nodenext],
    ['bundler', modules.bundler],
  ])('%s: deep paths, additions and refusals', (_name, options) => {
    expect(compile(root, ['deep.ts', 'own.ts', 'inspect.ts', 'access-token.ts'], options)).toEqual(
      clean,
    );
  });

  test.each(['commonjs', 'module'])('nodenext: an ES module in a package of type %s', (type) => {
    expect(compile(root, ['esm.mts', 'inspect-esm.mts'], { ...modules.nodenext, type })).toEqual(
      clean,
    );
  });
});

test('code written for agora-access-token compiles with the package for its users', () => {
  const installed = path.join(project.folder, 'node_modules/agora-access-token');
  fs.cpSync(path.join(root, 'packages/agora-access-token-native'), installed, { recursive: true });
  project.link('agora-token-native', root);
  expect(compile(root, ['agora-access-token.ts'], modules.commonjs)).toEqual(clean);
  expect(compile(root, ['agora-access-token.ts'], modules.nodenext)).toEqual(clean);

  fs.rmSync(installed, { recursive: true });
  project.link('agora-access-token', path.join(root, 'node_modules/agora-access-token-reference'));
  expect(compile(root, ['agora-access-token.ts'], modules.commonjs)).toEqual(clean);
});

// Listed in docs/compatibility.md, under "Types".
describe('what compiles against agora-token@2.0.6 and not against this package', () => {
  const forms = [
    [
      '@ts-expect-error above a deep import',
      "// @ts-expect-error no types\nimport a = require('agora-token/src/AccessToken2');\na;",
      'TS2578',
    ],
    [
      'a cast of a service to a type that has nothing of it',
      `// @ts-ignore
       import a = require('agora-token/src/AccessToken2');
       (new a.AccessToken2().services[0] as { channel: string }).channel;`,
      'TS2352',
    ],
    [
      'another signature for a method that exists',
      `import 'agora-token';
       declare module 'agora-token' {
         namespace FpaTokenBuilder { function buildToken(appId: string): string }
       }`,
      'TS2451',
    ],
  ];

  test.each(forms)('%s', (_name, source, code) => {
    project.write('form.ts', source);
    expect(compile(original, ['form.ts'], modules.commonjs)).toEqual(clean);
    const { status, output } = compile(root, ['form.ts'], modules.commonjs);
    expect(status).not.toBe(0);
    expect(output).toContain(code);
  });
});

test('a mistake is reported', () => {
  const { status, output } = compile(original, ['own.ts'], modules.commonjs);
  expect(status).not.toBe(0);
  expect(output).toContain('own.ts');
});

test('the declarations name what the modules hold, and nothing else', () => {
  const modules = [
    'index',
    ...modulesOf('src'),
    ...modulesOf('src/token3'),
    ...modulesOf('agora-access-token'),
    ...modulesOf('agora-access-token/src'),
  ];
  const files = modules.map((name) => {
    const file = `${name.replaceAll('/', '-')}.cts`;
    project.write(file, shapeCheck(name));
    return file;
  });
  expect(compile(root, files, { module: 'commonjs' })).toEqual(clean);
});

test('a request of a batch may name every method of the root', () => {
  const file = path.join(root, 'tools/batch/build-tokens.d.ts');
  const named = [...fs.readFileSync(file, 'utf8').matchAll(/^ {2}'(\w+\.\w+)':/gm)];
  const methods = Object.entries(require(root)).flatMap(([name, builder]) =>
    /^[A-Z]\w+TokenBuilder$/.test(name) ? staticNames(builder).map((it) => `${name}.${it}`) : [],
  );
  expect(methods.length).toBeGreaterThan(15);
  expect(named.map(([, method]) => method).sort()).toEqual(methods.sort());
});

function modulesOf(folder) {
  return fs
    .readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${folder}/${file.replace(/\.js$/, '')}`);
}

/** A program that compiles if the declarations of a module have the names found at run time. */
function shapeCheck(name) {
  const exported = require(path.join(root, name));
  const lines = [
    `import m = require('agora-token/${name}');`,
    // What every class of errors inherits is Node's, and differs between its versions.
    "type Shape<T> = { [K in keyof T as Exclude<K, 'prototype' | keyof ErrorConstructor>]: unknown };",
    haveNames('typeof m', Object.keys(exported)),
  ];
  for (const [key, value] of Object.entries(exported)) {
    const isClass = typeof value === 'function' && /^[A-Z]/.test(key);
    if (!isClass) continue;

    lines.push(haveNames(`typeof m.${key}`, staticNames(value)));
    // The root declares its builders as objects, which have no instances.
    if (!/\bindex$/.test(name) || key === 'Rtm2Permissions') {
      lines.push(haveNames(`m.${key}`, memberNames(new value())));
    }
  }
  return lines.join('\n');
}

function haveNames(type, names) {
  const members = names.map((key) => `${JSON.stringify(key)}: 0`);
  return `({ ${members.join(', ')} }) satisfies Shape<${type}>;`;
}

function staticNames(Class) {
  const ofEveryFunction = ['length', 'name', 'prototype', 'arguments', 'caller'];
  return Object.getOwnPropertyNames(Class).filter((key) => !ofEveryFunction.includes(key));
}

function memberNames(instance) {
  const names = new Set(Object.keys(instance));
  for (
    let prototype = Object.getPrototypeOf(instance);
    prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    for (const key of Object.getOwnPropertyNames(prototype)) names.add(key);
  }
  names.delete('constructor');
  return [...names];
}
