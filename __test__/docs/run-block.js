'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');

const ROOT = path.resolve(__dirname, '../..');
const FROZEN = path.resolve(__dirname, '../support/frozen-process.js');

// A project in which the examples run: this package under both names, the command on the PATH, and
// the credentials in the environment.
function makeProject() {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-docs-')));
  const modules = path.join(folder, 'node_modules');
  fs.mkdirSync(path.join(modules, '.bin'), { recursive: true });
  fs.symlinkSync(ROOT, path.join(modules, 'agora-token'), 'junction');
  fs.symlinkSync(ROOT, path.join(modules, 'agora-token-native'), 'junction');
  fs.symlinkSync(path.join(ROOT, 'bin/agora-token.js'), path.join(modules, '.bin/agora-token'));
  const env = {
    PATH: [path.join(modules, '.bin'), path.dirname(process.execPath), process.env.PATH].join(
      path.delimiter,
    ),
    AGORA_APP_ID: APP_ID,
    AGORA_APP_CERTIFICATE: CERTIFICATE,
    NO_COLOR: '1',
  };
  if (process.env.AGORA_TOKEN_BACKEND) env.AGORA_TOKEN_BACKEND = process.env.AGORA_TOKEN_BACKEND;
  return { folder, env };
}

// Everything that a block prints. The clock of a program stands still, at 2023-11-14T22:13:20.123Z
// unless AGORA_FROZEN_MS says otherwise.
function runBlock({ language, text }, { folder, env }) {
  const options = { cwd: folder, env, encoding: 'utf8' };
  if (language === 'console') {
    return spawnSync('bash', ['-c', `exec 2>&1; ${text}`], options).stdout;
  }
  const file = path.join(folder, /^import /m.test(text) ? 'example.mjs' : 'example.cjs');
  fs.writeFileSync(file, text);
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', FROZEN, file], options);
  return stdout + stderr;
}

module.exports = { makeProject, runBlock };
