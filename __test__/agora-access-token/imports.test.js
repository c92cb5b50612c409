'use strict';

// The one-line swap, as an installed package sees it.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
let project;

beforeAll(() => {
  project = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-access-token-')));
  fs.mkdirSync(path.join(project, 'node_modules'));
  fs.symlinkSync(ROOT, path.join(project, 'node_modules/agora-token-native'), 'junction');
});

afterAll(() => {
  fs.rmSync(project, { recursive: true });
});

function run(name, source) {
  const file = path.join(project, name);
  fs.writeFileSync(file, source);
  return execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim();
}

const PRINT = `console.log(typeof RtcTokenBuilder.buildTokenWithUid, RtcRole.PUBLISHER,
  typeof RtmTokenBuilder.buildToken, RtmRole.Rtm_User);`;
const NAMES = '{ RtcTokenBuilder, RtcRole, RtmTokenBuilder, RtmRole }';

test.each([
  ['a.cjs', `const ${NAMES} = require('agora-token-native/agora-access-token'); ${PRINT}`],
  ['b.mjs', `import ${NAMES} from 'agora-token-native/agora-access-token/index.js'; ${PRINT}`],
  [
    'c.mjs',
    `import pkg from 'agora-token-native/agora-access-token/index.js'; const ${NAMES} = pkg; ${PRINT}`,
  ],
])('the root, %s', (file, source) => {
  expect(run(file, source)).toBe('function 1 function 1');
});

test.each([
  [
    'd.cjs',
    `const { AccessToken, priviledges, version } =
       require('agora-token-native/agora-access-token/src/AccessToken');
     console.log(typeof AccessToken, priviledges.kAdministrateChannel, version);`,
  ],
  [
    'e.mjs',
    `import { AccessToken, priviledges, version } from
       'agora-token-native/agora-access-token/src/AccessToken.js';
     console.log(typeof AccessToken, priviledges.kAdministrateChannel, version);`,
  ],
])('src/AccessToken, %s', (file, source) => {
  expect(run(file, source)).toBe('function 101 006');
});

test.each(['DynamicKey5', 'RtcTokenBuilder', 'RtmTokenBuilder', 'SignalingToken'])(
  'src/%s can be imported by name',
  (module) => {
    const names = Object.keys(require(`../../agora-access-token/src/${module}`));
    const source = `import { ${names.join(', ')} } from
      'agora-token-native/agora-access-token/src/${module}.js';
      console.log([${names.join(', ')}].every((it) => it !== undefined), ${names.length});`;
    expect(run(`${module}.mjs`, source)).toBe(`true ${names.length}`);
  },
);
