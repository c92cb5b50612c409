'use strict';

// TypeScript 3.8 and newer; the newest is in types.test.js. Every declaration of the package is
// compiled, also those that no fixture imports.

const fs = require('node:fs');
const path = require('node:path');
const { createProject, FIXTURES, ROOT } = require('./project');

const { files: shipped } = require('../../package.json');

/** By version: what it may be asked for, and the types of Node.js that it can read. */
const OLDER = [
  ['4.4', { target: 'es2021', types: 'node_modules/types-node' }],
  ['4.9', { target: 'es2021', types: 'node_modules/types-node' }],
  ['5.9', { target: 'es2022', types: '../../node_modules/@types/node' }],
];

const strict = {
  strict: true,
  skipLibCheck: false,
  esModuleInterop: true,
  noEmit: true,
  module: 'commonjs',
  moduleResolution: 'node',
  types: ['node'],
};

/** Settings that 3.8 does not know. */
const stricter = {
  ...strict,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  exactOptionalPropertyTypes: true,
};

const clean = { status: 0, output: '' };

let project;

beforeEach(() => {
  project = createProject();
  project.link('agora-token', ROOT);
  project.link('@types/ms', path.join(__dirname, 'node_modules/@types/ms'));
});

afterEach(() => {
  project.remove();
});

function compile(version, files, types, compilerOptions) {
  project.link('@types/node', path.join(__dirname, types));
  const tsc = path.join(__dirname, `node_modules/typescript-${version}/bin/tsc`);
  return project.compile(tsc, files, { lib: [compilerOptions.target], ...compilerOptions });
}

/** The declarations that the package ships, as modules of it. */
function shippedModules() {
  const folders = ['src', 'agora-access-token', 'tools', 'lib'];
  const under = folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true })
      .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`),
  );
  return ['index.d.ts', 'binding.d.ts', ...under]
    .filter((file) => file.endsWith('.d.ts') && !file.startsWith('tools/builder/duration/'))
    .map((file) => file.replace(/\.d\.ts$/, ''));
}

/** A module that imports every declaration, with the one of a folder that has one for each version. */
function writeEvery() {
  const modules = [...shippedModules(), 'tools/builder/duration'];
  project.write('every.ts', modules.map((name) => `import 'agora-token/${name}';`).join('\n'));
  return 'every.ts';
}

test('the folders with declarations are those that are shipped', () => {
  expect(shipped).toEqual(expect.arrayContaining(['agora-access-token', 'lib', 'tools']));
  expect(shipped).toContain('src/**/*.d.ts');
  expect(shippedModules().length).toBeGreaterThan(20);
});

describe('3.8', () => {
  const options = { ...strict, target: 'es2019' };
  const types = 'node_modules/types-node';

  test('every declaration, and code that uses them', () => {
    expect(compile('3.8', [writeEvery(), 'oldest.ts'], types, options)).toEqual(clean);
  });

  test('mistakes are reported', () => {
    const { output } = compile('3.8', ['oldest-mistakes.ts'], types, options);
    const source = fs.readFileSync(path.join(FIXTURES, 'oldest-mistakes.ts'), 'utf8').split('\n');
    const mistakes = source.flatMap((line, at) =>
      /^(?!import|\/\/|$)/.test(line) ? [at + 1] : [],
    );
    const reported = [...output.matchAll(/oldest-mistakes\.ts\((\d+),/g)].map(([, at]) => +at);
    expect(mistakes).toHaveLength(5);
    expect([...new Set(reported)]).toEqual(mistakes);
  });
});

describe.each(OLDER)('%s', (version, { target, types }) => {
  const options = { ...stricter, target };

  test('every declaration, code for agora-token, and code for this package', () => {
    const forBoth = ['common.ts', 'default-import.ts'];
    const forThis = ['deep.ts', 'own.ts', 'inspect.ts', 'access-token.ts', 'durations.ts'];
    const files = [writeEvery(), ...forBoth, ...forThis];
    expect(compile(version, files, types, options)).toEqual(clean);
  });
});
