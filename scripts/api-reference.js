'use strict';

// Writes docs/api: a page for each file of declarations, made from its comments, and one that lists
// them. With a folder as argument it writes there.
//
//   npm run docs:api
//
// It needs a TypeScript with an interface for JavaScript, which version 7 has not: the newest of
// __test__/types.

const fs = require('node:fs');
const path = require('node:path');
const { renderIndex, renderPage } = require('./api-reference/pages');
const { readModules } = require('./api-reference/read');

const ROOT = path.resolve(__dirname, '..');
const TARGET = path.join(ROOT, 'docs/api');

/** The files of declarations, by the module that a user imports; without one, the root exports it. */
const FILES = [
  ['index.d.ts', 'agora-token'],
  ['tools/builder/create-token-builder.d.ts', undefined],
  ['tools/builder/duration/index.d.ts', undefined],
  ['tools/decode/decode-token.d.ts', undefined],
  ['tools/verify/verify-token.d.ts', undefined],
  ['tools/batch/build-tokens.d.ts', undefined],
  ['tools/token-error.d.ts', undefined],
  ['tools/uid-of.d.ts', undefined],
  ...declarationsIn('src').map((file) => [file, `agora-token/${withoutSuffix(file)}`]),
  ...declarationsIn('src/token3').map((file) => [file, `agora-token/${withoutSuffix(file)}`]),
  ['agora-access-token/index.d.ts', 'agora-access-token'],
  ['agora-access-token/src/AccessToken.d.ts', 'agora-access-token/src/AccessToken'],
];

function declarationsIn(folder) {
  return fs
    .readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith('.d.ts'))
    .sort()
    .map((file) => `${folder}/${file}`);
}

function withoutSuffix(file) {
  return file.replace(/\.d\.ts$/, '');
}

function main(target) {
  const modules = readModules(ROOT, FILES);
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, 'README.md'), renderIndex(modules));
  for (const module of modules) {
    fs.writeFileSync(path.join(target, module.page), renderPage(module, modules));
  }
}

main(path.resolve(process.argv[2] ?? TARGET));
