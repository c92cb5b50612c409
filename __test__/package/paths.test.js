'use strict';

// Every path that a user may require, from the installed package.

const fs = require('node:fs');
const path = require('node:path');
const { packBoth, ROOT } = require('./support/pack');
const { createProject } = require('./support/project');
const { startRegistry } = require('./support/registry');

const DOCUMENTS = [
  'README.md',
  ...fs.readdirSync(path.join(ROOT, 'docs')).map((it) => `docs/${it}`),
];

/** `src/AccessToken2` and its like, as the documents write them. */
const DOCUMENTED = [
  ...new Set(
    DOCUMENTS.filter((it) => it.endsWith('.md')).flatMap((it) =>
      Array.from(
        fs
          .readFileSync(path.join(ROOT, it), 'utf8')
          .matchAll(/(?<![\w/])(?:agora-token\/)?(src\/[\w/]+\w)(?:\.js)?\b/g),
        ([, found]) => found,
      ),
    ),
  ),
].filter((it) => !['src/token3', 'src/lib', 'src/addon'].includes(it));

const MODULES = fs
  .readdirSync(path.join(ROOT, 'src'), { recursive: true })
  .filter((it) => it.endsWith('.js'))
  .map((it) => `src/${it.slice(0, -'.js'.length).replaceAll(path.sep, '/')}`);

let packages;
let registry;
let user;

beforeAll(async () => {
  packages = await packBoth();
  registry = await startRegistry(packages.dependencies.map((it) => it.file));
  user = createProject(path.join(packages.folder, 'user'));
  await user.install([`agora-token@file:${packages.main.file}`, packages.platform.file], {
    registry: registry.url,
  });
});

afterAll(async () => {
  await registry?.close();
  fs.rmSync(packages.folder, { recursive: true });
});

test('the documents name paths, and each is a module', () => {
  expect(DOCUMENTED).toContain('src/AccessToken2');
  expect(DOCUMENTED.filter((it) => !MODULES.includes(it))).toEqual([]);
});

test('each is required with and without .js, and gives the same object', async () => {
  const printed = await user.node(`
    for (const it of ${JSON.stringify(MODULES)}) {
      const plain = require('agora-token/' + it);
      console.log(it, Object.keys(plain).length > 0 && plain === require('agora-token/' + it + '.js'));
    }`);
  expect(printed.split('\n')).toEqual(MODULES.map((it) => `${it} true`));
});

test('each is found through node_modules, from another folder', async () => {
  const printed = await user.node(
    `for (const it of ${JSON.stringify(MODULES)}) require('../node_modules/agora-token/' + it);
    console.log('found');`,
    { file: 'src/main.cjs' },
  );
  expect(printed).toBe('found');
});

test('each is imported by ES modules, statically and dynamically, with the names it exports', async () => {
  const statics = MODULES.map((it, at) => `import * as m${at} from 'agora-token/${it}.js';`).join(
    '\n',
  );
  const printed = await user.node(
    `${statics}
    import { createRequire } from 'node:module';
    const require = createRequire(import.meta.url);
    const all = [${MODULES.map((_, at) => `m${at}`).join(', ')}];
    const paths = ${JSON.stringify(MODULES)};
    for (const [at, it] of paths.entries()) {
      const required = require('agora-token/' + it);
      const names = Object.keys(required);
      const named = names.every((name) => all[at][name] === required[name]);
      const dynamic = await import('agora-token/' + it + '.js');
      console.log(it, named && dynamic.default === required);
    }`,
    { file: 'main.mjs' },
  );
  expect(printed.split('\n')).toEqual(MODULES.map((it) => `${it} true`));
});

test('every export of the root is a named import', async () => {
  const names = Object.keys(require('../..'));
  const printed = await user.node(
    `import { ${names.join(', ')} } from 'agora-token';
    import all from 'agora-token';
    console.log(Object.entries({ ${names.join(', ')} }).every(([name, it]) => all[name] === it));`,
    { file: 'root.mjs' },
  );
  expect(printed).toBe('true');
});

test('package.json can be read, and there is no exports map', async () => {
  const printed = await user.node(
    "const it = require('agora-token/package.json'); console.log(it.name, it.exports);",
  );
  expect(printed).toBe('agora-token-native undefined');
});
