'use strict';

const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');

const PROGRAM = path.resolve(__dirname, '../../../bin/agora-token.js');
const CREDENTIALS = { AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: CERTIFICATE };

const INHERITED = ['PATH', 'HOME', 'AGORA_TOKEN_BACKEND', 'SystemRoot'];

// What the caller's shell has set must not reach the tests, credentials and colours least of all.
function cleanEnvironment(env) {
  const inherited = INHERITED.filter((name) => process.env[name] !== undefined);
  return { ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])), ...env };
}

// An empty folder, so that no .env file of the developer is found.
function makeFolder() {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-cli-')));
}

// Runs the command line as a process, without a terminal.
function run(args, { env = {}, input = '', cwd = os.tmpdir() } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: cleanEnvironment(env),
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function shellWord(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Runs the command line on a pseudo-terminal, which `script` of util-linux makes. `answers` are
 * typed, each when its question has appeared. Returns all that the terminal showed.
 */
function runOnTerminal(args, { env = {}, answers = [], cwd = os.tmpdir() } = {}) {
  const command = [process.execPath, PROGRAM, ...args].map(shellWord).join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd,
      env: cleanEnvironment({ TERM: 'xterm-256color', ...env }),
    });
    const left = [...answers];
    let shown = '';
    let seen = 0;
    child.on('error', reject);
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text) => {
      shown += text;
      const [next] = left;
      if (next && shown.indexOf(next.after, seen) !== -1) {
        seen = shown.length;
        left.shift();
        child.stdin.write(next.type);
      }
    });
    child.on('close', (status) => {
      resolve({ status, shown: shown.replaceAll('\r\n', '\n'), unasked: left.length });
    });
  });
}

module.exports = { CREDENTIALS, PROGRAM, makeFolder, run, runOnTerminal };
