'use strict';

// What the checkers of packages say about the tarball. A finding is either repaired or answered here.

const fs = require('node:fs');
const path = require('node:path');
const { packAccessToken, packBoth, ROOT } = require('./support/pack');
const { run } = require('./support/run');

const ATTW = path.join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');

let packages;

beforeAll(async () => {
  packages = await packBoth();
});

afterAll(() => {
  fs.rmSync(packages.folder, { recursive: true });
});

/** publint has no interface for CommonJS, so a program asks it. */
async function publint({ file }) {
  const program = path.join(packages.folder, 'publint.mjs');
  fs.writeFileSync(
    program,
    `import { readFileSync } from 'node:fs';
    import { publint } from ${JSON.stringify(require.resolve('publint'))};
    const bytes = readFileSync(process.argv[2]);
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { messages } = await publint({ pack: { tarball }, strict: true });
    console.log(JSON.stringify(messages));`,
  );
  return JSON.parse(await run(process.execPath, [program, file]));
}

function codesOf(messages) {
  return messages.map((it) => it.code);
}

async function attw({ file }, ...args) {
  const report = await run(process.execPath, [ATTW, file, '--format', 'json', ...args]).catch(
    (error) => error.message.slice(error.message.indexOf('{')),
  );
  return JSON.parse(report.slice(0, report.lastIndexOf('}') + 1));
}

test('publint has one suggestion for the main package', async () => {
  // `sideEffects: false` is for bundlers that shake ES modules; these are CommonJS, and some act
  // when they load: they choose the kernel and draw the salt of 006.
  expect(codesOf(await publint(packages.main))).toEqual(['USE_SIDE_EFFECTS']);
});

test('publint has nothing to say of the package for users of agora-access-token', async () => {
  expect(codesOf(await publint(packAccessToken(packages.folder)))).toEqual([]);
});

test('publint has one suggestion for a platform package', async () => {
  // A module type in package.json would say nothing about a package without JavaScript.
  expect(codesOf(await publint(packages.platform))).toEqual(['USE_TYPE']);
});

test('the types are right for the root and for deep paths', async () => {
  const entries = ['.', './src/AccessToken2', './src/AccessToken2.js', './src/RtcTokenBuilder'];
  const { analysis } = await attw(packages.main, '--entrypoints', ...entries);
  expect(analysis.types).toEqual({ kind: 'included' });
  // Node's ES modules need the extension, with the original too.
  const withoutExtension = analysis.problems.filter(
    (it) => it.kind === 'NoResolution' && it.resolutionKind === 'node16-esm',
  );
  expect(withoutExtension.map((it) => it.entrypoint)).toEqual([
    './src/AccessToken2',
    './src/RtcTokenBuilder',
  ]);
  expect(analysis.problems).toEqual(withoutExtension);
});
