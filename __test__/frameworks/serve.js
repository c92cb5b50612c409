'use strict';

// An example in a process of its own that listens on loopback. None outlives its file.

const { spawn } = require('node:child_process');
const net = require('node:net');
const path = require('node:path');
const { userEnvironment } = require('../package/support/run');
const { ask } = require('../server/ask');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');

const [PROJECT, NEXT] = JSON.parse(process.env.AGORA_FRAMEWORKS_FOLDERS);
const HOST = '127.0.0.1';
const LIFE_MS = 90_000;

const running = new Set();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a program with these arguments, the credentials, and PORT and HOST in the environment, and
 * waits until it listens. `env` may depend on the port. Gives { url, says }.
 */
async function serve(program, args, { cwd, env = () => ({}) }) {
  const port = await freePort();
  const settings = {
    AGORA_APP_ID: APP_ID,
    AGORA_APP_CERTIFICATE: CERTIFICATE,
    HOST,
    PORT: String(port),
  };
  const child = spawn(program, args, {
    cwd,
    env: userEnvironment({ ...settings, ...env(port) }),
    timeout: LIFE_MS,
    killSignal: 'SIGKILL',
  });
  running.add(child);
  const server = { url: `http://${HOST}:${port}`, output: '' };
  const read = (text) => {
    server.output += text;
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  let exitCode;
  child.on('close', (code) => {
    running.delete(child);
    exitCode = code ?? 'a signal';
  });
  while (!(await listens(port))) {
    if (exitCode !== undefined) throw new Error(`ended with ${exitCode}:\n${server.output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return server;
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, HOST, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

module.exports = { ask, NEXT, PROJECT: path.resolve(PROJECT), serve };
