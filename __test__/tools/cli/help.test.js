'use strict';

// What the help shows is what there is: its examples run, and every option is known to its command.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { createTokenBuilder } = require('../../..');
const { COMMANDS, SERVICES, optionsOf } = require('../../../tools/cli/catalogue');
const { didYouMean } = require('../../../tools/cli/suggest');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { CREDENTIALS, PROGRAM, makeFolder, run } = require('./process');

const TOKEN = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE }).rtc({
  channel: 'lobby',
  uid: 42,
  role: 'publisher',
});

let folder;

// A folder with the command in it, as npm makes one.
beforeAll(() => {
  folder = makeFolder();
  const file = path.join(folder, 'agora-token');
  fs.writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  fs.chmodSync(file, 0o755);
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

const examples = [
  ...Object.values(COMMANDS).flatMap((command) => command.examples),
  ...Object.values(SERVICES).flatMap((service) => service.examples),
];

const withShell = process.platform === 'win32' ? test.skip.each : test.each;

withShell([...new Set(examples)])('%s', (example) => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', example.replace(/\bTOKEN\b/g, TOKEN)], {
    cwd: folder,
    env: { ...CREDENTIALS, PATH: `${folder}:${process.env.PATH}` },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  // Two tokens of their own moments differ.
  expect(status).toBe(/agora-token diff TOKEN -/.test(example) ? 1 : 0);
  expect(stdout).not.toBe('');
});

test.each(Object.keys(COMMANDS))('the help of %s names its options, and no other', (name) => {
  const { stdout } = run(['help', name]);
  const shown = [...stdout.matchAll(/^ {2}(?:-h, )?--([\w-]+)/gm)].map(([, option]) => option);
  expect(shown).toEqual(Object.keys(optionsOf(COMMANDS[name])));
});

test('no line of the help of all is wider than a terminal', () => {
  const widest = Math.max(
    ...run(['--help'])
      .stdout.split('\n')
      .map(({ length }) => length),
  );
  expect(widest).toBeLessThanOrEqual(100);
});

test.each([
  ['decdoe', 'decode'],
  ['decode ', 'decode'],
  ['vrify', 'verify'],
  ['BUILD', 'build'],
  ['dif', 'diff'],
  ['--chanel', '--channel'],
  ['--usr-id', '--user-id'],
])('%j is near to %s', (word, known) => {
  const all = [...Object.keys(COMMANDS), '--channel', '--uid', '--user-id'];
  expect(didYouMean(word, all)).toBe(` Did you mean ${known}?`);
});

test.each(['x', 'token', 'constructor', '', 'd'.repeat(31)])('%j is near to nothing', (word) => {
  expect(didYouMean(word, Object.keys(COMMANDS))).toBe('');
});
