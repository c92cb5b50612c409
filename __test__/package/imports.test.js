'use strict';

// The ways in which public code imports the original, each in a Node process of its own, from an
// installed folder named agora-token.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { MODULES, ORIGINAL, OURS } = require('../support/libraries');

const ROOT_NAMES = [
  'ApaasTokenBuilder',
  'ChatTokenBuilder',
  'ConvoAITokenBuilder',
  'EducationTokenBuilder',
  'FpaTokenBuilder',
  'RtcRole',
  'RtcTokenBuilder',
  'RtmTokenBuilder',
  'Rtm2Permissions',
  'SttTokenBuilder',
];

let project;

beforeAll(() => {
  project = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-imports-')));
  fs.mkdirSync(path.join(project, 'node_modules'));
  fs.mkdirSync(path.join(project, 'src'));
  fs.symlinkSync(OURS, path.join(project, 'node_modules/agora-token'), 'junction');
  fs.symlinkSync(ORIGINAL, path.join(project, 'node_modules/original'), 'junction');
});

afterAll(() => {
  fs.rmSync(project, { recursive: true });
});

function run(file, source) {
  const filename = path.join(project, file);
  fs.writeFileSync(filename, source);
  return execFileSync(process.execPath, [filename], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

const PRINT = 'console.log(typeof RtcTokenBuilder.buildTokenWithUid, RtcRole.PUBLISHER);';

test.each([
  ['require', 'a.cjs', `const { RtcTokenBuilder, RtcRole } = require('agora-token'); ${PRINT}`],
  [
    'a default import',
    'a.mjs',
    `import pkg from 'agora-token'; const { RtcTokenBuilder, RtcRole } = pkg; ${PRINT}`,
  ],
  [
    'a namespace import',
    'b.mjs',
    `import * as agora from 'agora-token'; const { RtcTokenBuilder, RtcRole } = agora.default ?? agora; ${PRINT}`,
  ],
  ['named imports', 'c.mjs', `import { RtcTokenBuilder, RtcRole } from 'agora-token'; ${PRINT}`],
  [
    'import()',
    'd.mjs',
    `const mod = await import('agora-token'); const { RtcTokenBuilder, RtcRole } = mod.default ?? mod; ${PRINT}`,
  ],
  [
    'import() in CommonJS',
    'd.cjs',
    `import('agora-token').then((mod) => { const { RtcTokenBuilder, RtcRole } = mod.default ?? mod; ${PRINT} });`,
  ],
])('%s gives the builders', (_name, file, source) => {
  expect(run(file, source)).toBe('function 1');
});

test('named imports of the original fail on Node, which is why ours are tested', () => {
  expect(() =>
    run('e.mjs', `import { RtcTokenBuilder, RtcRole } from 'original'; ${PRINT}`),
  ).toThrow(/SyntaxError/);
});

test("every name of the original's root can be imported by name", () => {
  const source = `import { ${ROOT_NAMES.join(', ')} } from 'agora-token'; console.log([${ROOT_NAMES.join(', ')}].map((it) => typeof it).join());`;
  expect(run('f.mjs', source)).toBe(
    ROOT_NAMES.map((name) => (name === 'RtcRole' ? 'object' : 'function')).join(),
  );
});

test('every module is found by its path, with and without .js, and through node_modules', () => {
  const deep = MODULES.filter((file) => file !== 'index');
  const source = `
    for (const file of ${JSON.stringify(deep)}) {
      const [plain, withExtension, relative] = [require('agora-token/' + file), require('agora-token/' + file + '.js'), require('../node_modules/agora-token/' + file)];
      const original = require('original/' + file);
      const same = plain === withExtension && plain === relative;
      console.log(same && Object.keys(plain).join() === Object.keys(original).join());
    }`;
  expect(run('src/deep.cjs', source).split('\n')).toEqual(deep.map(() => 'true'));
});

test('deep modules can be imported by name from ES modules', () => {
  const source = `
    import { AccessToken2, ServiceRtc, kRtcServiceType } from 'agora-token/src/AccessToken2.js';
    import { RtcTokenBuilder, Role } from 'agora-token/src/RtcTokenBuilder2.js';
    console.log(typeof AccessToken2, typeof ServiceRtc, kRtcServiceType, typeof RtcTokenBuilder, Role.PUBLISHER);`;
  expect(run('g.mjs', source)).toBe('function function 1 function 1');
});

test('package.json can be required', () => {
  expect(run('h.cjs', "console.log(require('agora-token/package.json').main);")).toBe('index.js');
});
