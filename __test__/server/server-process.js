'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');

const FOLDER = path.resolve(__dirname, '../../sample/server');
const LISTENING = /Server listening at (http:\/\/[^"]+)/;

const CREDENTIALS = { AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: CERTIFICATE };

/** Starts the server as `npm start` does, on a free port. Resolves when it listens or has ended. */
function startServer(env = {}) {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: FOLDER,
    // A group of its own, so that npm and the server can be told to stop together.
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      AGORA_TOKEN_BACKEND: process.env.AGORA_TOKEN_BACKEND ?? '',
      PORT: '0',
      ...CREDENTIALS,
      ...env,
    },
  });
  const server = { url: null, output: '', exitCode: undefined };
  const ended = new Promise((resolve) => {
    child.on('close', (code) => {
      server.exitCode = code;
      resolve(code);
    });
  });
  server.stop = (signal = 'SIGTERM') => {
    if (server.exitCode === undefined) process.kill(-child.pid, signal);
    return ended;
  };

  return new Promise((resolve, reject) => {
    const read = (text) => {
      server.output += text;
      server.url ??= LISTENING.exec(server.output)?.[1] ?? null;
      if (server.url) resolve(server);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', reject);
    ended.then(() => resolve(server));
  });
}

/** Sends JSON; resolves to the status, the headers and the JSON of the answer. */
async function post(url, body, headers = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

module.exports = { CREDENTIALS, FOLDER, post, startServer };
