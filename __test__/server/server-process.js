'use strict';

// The server in a process of its own. Whatever a test does, none outlives its file: each is killed
// after the last test, after LIFE_MS, and when the tests' own process is gone.

const { spawn } = require('node:child_process');
const path = require('node:path');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');

const FOLDER = path.resolve(__dirname, '../../sample/server');
const WITH_PARENT = path.join(__dirname, 'with-parent.js');
const LISTENING = /Server listening at (http:\/\/[^"]+)/;
const LIFE_MS = 90_000;

const CREDENTIALS = { AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: CERTIFICATE };

const running = new Set();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts the server as `npm start` does, on loopback, but in this folder: where somebody works on the
 * server there may be an `.env` beside it. Resolves when it listens or has ended.
 */
function startServer(env = {}) {
  const { scripts } = require(path.join(FOLDER, 'package.json'));
  const [program, file] = scripts.start.split(' ');
  const command = [program, path.join(FOLDER, file)];
  return startProcess(command, { cwd: __dirname, env: { ...CREDENTIALS, ...env } });
}

/** The same for another command, as its words. */
function startProcess([program, ...args], { cwd, env }) {
  if (program !== 'node') throw new Error(`The server is not started by node, but by ${program}.`);
  const child = spawn(process.execPath, ['--require', WITH_PARENT, ...args], {
    cwd,
    timeout: LIFE_MS,
    killSignal: 'SIGKILL',
    env: {
      PATH: process.env.PATH,
      AGORA_TOKEN_BACKEND: process.env.AGORA_TOKEN_BACKEND ?? '',
      ...env,
      HOST: '127.0.0.1',
      PORT: '0',
    },
  });
  running.add(child);

  const server = { url: null, port: null, output: '', exitCode: undefined };
  const ended = new Promise((resolve) => {
    child.on('close', (code, signal) => {
      running.delete(child);
      server.exitCode = code ?? signal;
      resolve(server.exitCode);
    });
  });
  /** Resolves to the exit code, or to the signal that it died of. */
  server.stop = (signal = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };

  /** Resolves when it has logged this text, or has ended without. */
  server.says = async (text) => {
    while (!server.output.includes(text) && server.exitCode === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  return new Promise((resolve, reject) => {
    const read = (text) => {
      server.output += text;
      server.url ??= LISTENING.exec(server.output)?.[1] ?? null;
      if (server.url === null) return;
      server.port = Number(new URL(server.url).port);
      resolve(server);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', reject);
    ended.then(() => resolve(server));
  });
}

/** What the server has logged: one object a line. */
function logOf(server) {
  return server.output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

module.exports = { CREDENTIALS, FOLDER, logOf, startProcess, startServer };
