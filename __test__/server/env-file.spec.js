'use strict';

// A file .env in the folder in which the server is started.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { ask } = require('./ask');
const { FOLDER, startProcess } = require('./server-process');

const COMMAND = ['node', path.join(FOLDER, 'server.js')];

let folder;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'server-env-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const write = (...lines) => fs.writeFileSync(path.join(folder, '.env'), lines.join('\n'));

test('is read', async () => {
  write(
    '# Of the project "demo"',
    `AGORA_APP_ID=${APP_ID}`,
    `AGORA_APP_CERTIFICATE="${CERTIFICATE}"`,
    "API_KEY='a key with spaces # and a hash'",
  );
  const server = await startProcess(COMMAND, { cwd: folder, env: {} });
  const ready = (headers) => ask(server.url, { path: '/metrics', headers });
  expect((await ready({})).status).toBe(401);
  const authorization = 'Bearer a key with spaces # and a hash';
  expect((await ready({ authorization })).status).toBe(200);
  expect(await server.stop()).toBe(0);
});

test('the environment comes first', async () => {
  write(`AGORA_APP_ID=${APP_ID}`, `AGORA_APP_CERTIFICATE=${CERTIFICATE}`, 'API_KEY=short');
  const env = { API_KEY: 'a-key-for-the-tests' };
  const server = await startProcess(COMMAND, { cwd: folder, env });
  expect(server.url).not.toBeNull();
  expect(await server.stop()).toBe(0);
});

test('need not be there', async () => {
  const server = await startProcess(COMMAND, { cwd: folder, env: {} });
  expect(server.output).toBe('AGORA_APP_ID is not set.\n');
  expect(server.exitCode).toBe(1);
});

test('that cannot be read is named, and nothing of it', async () => {
  fs.mkdirSync(path.join(folder, '.env'));
  const server = await startProcess(COMMAND, { cwd: folder, env: {} });
  expect(server.output).toBe('.env cannot be read.\n');
  expect(server.exitCode).toBe(1);
});
