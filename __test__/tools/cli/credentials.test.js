'use strict';

const fs = require('node:fs');
const path = require('node:path');
const util = require('node:util');
const { parseEnv } = require('../../../tools/cli/credentials');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { CREDENTIALS, makeFolder, run } = require('./process');

const BUILD = ['build', 'rtm', '--user-id', 'ada'];
const VERIFY = ['verify', '--user-id', 'ada'];

let folder;

beforeEach(() => {
  folder = makeFolder();
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function writeEnv(text, name = '.env') {
  fs.writeFileSync(path.join(folder, name), text);
}

test('from a .env file in the working directory', () => {
  writeEnv(`AGORA_APP_ID=${APP_ID}\nexport AGORA_APP_CERTIFICATE="${CERTIFICATE}" # secret\n`);
  const built = run(BUILD, { cwd: folder });
  expect(built.status).toBe(0);
  expect(run(VERIFY, { env: CREDENTIALS, input: built.stdout }).stdout).toBe('valid\n');
});

test('from another file', () => {
  writeEnv(`AGORA_APP_ID=${APP_ID}\nAGORA_APP_CERTIFICATE=${CERTIFICATE}`, 'agora.env');
  expect(run([...BUILD, '--dotenv', 'agora.env'], { cwd: folder }).status).toBe(0);
});

test('the environment wins over the file', () => {
  writeEnv(`AGORA_APP_ID=${APP_ID}\nAGORA_APP_CERTIFICATE=${OTHER_CERTIFICATE}`);
  const built = run(BUILD, { cwd: folder, env: CREDENTIALS });
  expect(run(VERIFY, { env: CREDENTIALS, input: built.stdout }).status).toBe(0);
});

test('without a terminal nothing is asked, and the message says where to put them', () => {
  expect(run(BUILD, { cwd: folder })).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^No App ID: set AGORA_APP_ID in the environment/),
  });
});

test.each([
  ['--app-certificate', CERTIFICATE],
  [`--app-certificate=${CERTIFICATE}`],
  ['--certificate', CERTIFICATE],
  ['--secret', CERTIFICATE],
  ['-c', CERTIFICATE],
])('a certificate as an argument is refused and not repeated: %s', (...args) => {
  for (const command of [BUILD, VERIFY]) {
    const { status, stdout, stderr } = run([...command, ...args], { cwd: folder });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toContain(CERTIFICATE);
    if (args[0] !== '-c') expect(stderr).toContain('history of your shell');
  }
});

test('no output holds the certificate, whatever goes wrong', () => {
  const wrong = `${CERTIFICATE.slice(0, 31)}x`;
  for (const env of [CREDENTIALS, { ...CREDENTIALS, AGORA_APP_CERTIFICATE: wrong }]) {
    for (const args of [BUILD, [...BUILD, '--json'], VERIFY, [...BUILD, '--expires-in', 'x']]) {
      const { stdout, stderr } = run(args, { env, input: 'abc' });
      expect(stdout + stderr).not.toContain(CERTIFICATE.slice(0, 8));
      expect(stdout + stderr).not.toBe('');
    }
  }
});

test.each([
  ['A_B=1'],
  ['A_B = 1 '],
  ['export A_B=1'],
  ['A_B="1"'],
  ["A_B='1' # comment"],
  ['A_B=1 # comment'],
  ['# A_B=2\nA_B=1'],
  ['C=2\r\nA_B=1\r\n'],
  ['A_B=0\nA_B=1'],
  ['A_B="1#2"'],
  ['A_B='],
  ['A_BC=1'],
  ['A_B=`1`'],
  ['B A_B=2\nA_B=1'],
  ['A_B=2 =3\nA_B=1'],
])('a .env file is read as Node reads it: %j', (text) => {
  const own = parseEnv(text, ['A_B']);
  // Node 18 has no parseEnv; what newer ones say is written down for it.
  const known = { 'A_B="1#2"': { A_B: '1#2' }, 'A_B=': { A_B: '' }, 'A_BC=1': {} };
  expect(own).toEqual(known[text] ?? { A_B: '1' });
  if (util.parseEnv) {
    const { A_B } = util.parseEnv(text);
    expect(own).toEqual(A_B === undefined ? {} : { A_B });
  }
});

test('lines that are no variables are passed over', () => {
  expect(parseEnv('\ufeffA_B=1\ntext\n=2\nexport C D=3\n', ['A_B', 'D'])).toEqual({ A_B: '1' });
  expect(parseEnv('  export   A_B  =  1', ['A_B'])).toEqual({ A_B: '1' });
});

test('a long line or many lines take no longer than their length asks for', () => {
  const LENGTH = 2_000_000;
  const spaces = ' '.repeat(LENGTH);
  expect(parseEnv(`A_B=1${spaces}x`, ['A_B'])).toEqual({ A_B: `1${spaces}x` });
  expect(parseEnv(`A_B="${spaces}`, ['A_B'])).toEqual({ A_B: '"' });
  expect(parseEnv(`${'\n'.repeat(LENGTH)}A_B=1`, ['A_B'])).toEqual({ A_B: '1' });
  expect(parseEnv(`A_B=${'# '.repeat(LENGTH)}`, ['A_B'])).toEqual({ A_B: '' });
});
