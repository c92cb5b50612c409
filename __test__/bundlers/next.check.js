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

/** Starts the deployed server and gives what the route answers. */
async function ask(deployed) {
  const server = path.join(deployed, path.basename(PROJECT), 'next/server.js');
  const port = await freePort();
  const env = userEnvironment({ ...QUIET, PORT: String(port), HOSTNAME: '127.0.0.1' });
  const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    await new Promise((resolve, reject) => {
      child.stdout.on('data', (chunk) => String(chunk).includes('Ready') && resolve());
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    const response = await fetch(`http://127.0.0.1:${port}/api/token`);
    return readAnswer(await response.text());
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
  expect(await ask(deployed)).toEqual(answerOf(kernel));
  fs.rmSync(deployed, { recursive: true });
});
