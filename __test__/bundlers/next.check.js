'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { userEnvironment } = require('../package/support/run');
const { answerOf, inProject, PROJECT, readAnswer, runTool } = require('./support');

const QUIET = { NEXT_TELEMETRY_DISABLED: '1' };

async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Builds the route handler and moves what is deployed away from all node_modules. */
async function build(fixture, bundler) {
  const dist = `.next-${fixture}-${bundler}`;
  const env = { ...QUIET, NEXT_FIXTURE: fixture, NEXT_DIST: dist };
  await runTool('next', ['build', inProject('next'), `--${bundler}`], env);
  const deployed = fs.mkdtempSync(path.join(path.dirname(path.dirname(PROJECT)), 'next-'));
  fs.cpSync(inProject(`next/${dist}/standalone`), deployed, {
    recursive: true,
    verbatimSymlinks: true,
  });
  return deployed;
}

/** Starts a server with these arguments of Node and gives what a route answers. */
async function ask(args, route, env) {
  const port = await freePort();
  const settings = { ...QUIET, PORT: String(port), HOSTNAME: '127.0.0.1', ...env };
  const child = spawn(process.execPath, args, {
    env: userEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await new Promise((resolve, reject) => {
      child.stdout.on('data', (chunk) => String(chunk).includes('Ready') && resolve());
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    const response = await fetch(`http://127.0.0.1:${port}${route}`);
    return await response.text();
  } finally {
    child.kill();
  }
}

test.each([
  ['turbopack', 'without configuration', 'plain', 'javascript'],
  [
    'turbopack',
    'with serverExternalPackages alone, the addon is not deployed',
    'external',
    'javascript',
  ],
  ['turbopack', 'with serverExternalPackages and the files included', 'traced', 'native'],
  ['webpack', 'without configuration', 'plain', 'javascript'],
  ['webpack', 'with serverExternalPackages', 'external', 'native'],
])('%s, %s', async (bundler, _title, fixture, kernel) => {
  const deployed = await build(fixture, bundler);
  const server = path.join(deployed, path.basename(PROJECT), 'next/server.js');
  expect(readAnswer(await ask([server], '/api/token'))).toEqual(answerOf(kernel));
  fs.rmSync(deployed, { recursive: true });
});

describe.each(['original', 'agora-token'])('pages and routes that share a file: %s', (name) => {
  /** A copy of the fixture that uses this package. The edge route is for Turbopack alone. */
  async function buildShared(bundler) {
    const folder = inProject(`next-${name}-${bundler}`);
    fs.cpSync(inProject('next-browser'), folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'sdk.cjs'), `module.exports = require('${name}');`);
    if (bundler === 'webpack') fs.rmSync(path.join(folder, 'app/api'), { recursive: true });
    await runTool('next', ['build', folder, `--${bundler}`], QUIET);
    expect(fs.readFileSync(path.join(folder, '.next/server/app/index.html'), 'utf8')).toContain(
      '<p>role 1</p>',
    );
    return folder;
  }

  test('webpack, a client page', async () => {
    await buildShared('webpack');
  });

  test('Turbopack, a client page and an edge route, where no token can be built', async () => {
    const folder = await buildShared('turbopack');
    const next = path.join(PROJECT, '../node_modules/next/dist/bin/next');
    const answer = JSON.parse(await ask([next, 'start', folder], '/api/edge'));
    expect(answer).toEqual({
      role: 1,
      built: expect.stringContaining("The edge runtime does not support Node.js 'crypto' module"),
    });
  });
});
