'use strict';

// With what npm asks to publish, in a job of a hosted runner: the runner's service that says who the
// job is, and the registry that takes its word for a token, are servers of this test.

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { ROOT } = require('../../scripts/release-targets');
const { run } = require('../package/support/run');
const { createBin } = require('./support/tools');
const { rehearsal } = require('./support/user');

const SCRIPT = path.join(ROOT, 'scripts/publish-release.js');

/** The form of an identity: a JSON web token, of which npm reads the middle. */
const IDENTITY = `e30.${Buffer.from('{"repository_visibility":"private"}').toString('base64url')}.x`;

let server;
let url;
let bin;

/** Whether the registry trusts the job, and the credentials with which it was asked to publish. */
let trusts;
let credentials;

function answer(request) {
  if (request.url.startsWith('/identity')) return { value: IDENTITY };
  if (request.url.startsWith('/-/npm/v1/oidc/token/exchange/')) {
    const isJob = request.headers.authorization === `Bearer ${IDENTITY}`;
    return trusts && isJob ? { token: 'from-the-identity' } : undefined;
  }
  if (request.method !== 'PUT') return undefined;
  credentials.push(request.headers.authorization);
  return { ok: true };
}

beforeAll(async () => {
  server = http.createServer((request, response) => {
    request.resume().on('end', () => {
      const found = answer(request);
      response.statusCode = found ? 200 : 404;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(found ?? { error: 'not found' }));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}/`;
  bin = await createBin(fs.mkdtempSync(path.join(rehearsal.folder, 'runner-')), 'npm 11');
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function publish(env) {
  credentials = [];
  const home = fs.mkdtempSync(path.join(rehearsal.folder, 'home-'));
  await run(process.execPath, [SCRIPT, '--from', rehearsal.release, '--rehearse', url], {
    env: {
      PATH: [bin, process.env.PATH].join(':'),
      HOME: home,
      GITHUB_ACTIONS: 'true',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}identity`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-runner',
      NPM_TOKEN: '',
      ...env,
    },
  });
  return [...new Set(credentials)];
}

test('a job that the registry trusts publishes with a token for its identity', async () => {
  trusts = true;
  expect(await publish({})).toEqual(['Bearer from-the-identity']);
  expect(credentials).toHaveLength(12);
});

test('the first release publishes with the token from the secret', async () => {
  trusts = false;
  expect(await publish({ NPM_TOKEN: 'of-the-first-release' })).toEqual([
    'Bearer of-the-first-release',
  ]);
  expect(credentials).toHaveLength(12);
});

test('once the job is trusted, its identity goes before a token that was left', async () => {
  trusts = true;
  expect(await publish({ NPM_TOKEN: 'of-the-first-release' })).toEqual([
    'Bearer from-the-identity',
  ]);
});

test('a job that is not trusted, without a token, is told so by npm', async () => {
  trusts = false;
  await expect(publish({})).rejects.toThrow(/ENEEDAUTH/);
  expect(credentials).toEqual([]);
});
