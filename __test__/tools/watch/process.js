'use strict';

// Programs that use the package with AGORA_TOKEN_CHECK in their environment.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');

const ROOT = path.resolve(__dirname, '../../..');

/** What each program has at hand. */
const PRELUDE = `
  const agora = require('agora-token');
  const { RtcTokenBuilder, RtmTokenBuilder, RtcRole } = agora;
  const id = '${APP_ID}';
  const key = '${CERTIFICATE}';
  const inOneHour = 1700003600;
`;

/** A project in which `agora-token` is the checkout, unless it is `installed` in there already. */
function createProject(installed) {
  const folder = installed ?? fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'watch-')));
  if (!installed) {
    fs.mkdirSync(path.join(folder, 'node_modules'));
    fs.symlinkSync(ROOT, path.join(folder, 'node_modules/agora-token'), 'junction');
  }
  const file = path.join(folder, 'app.cjs');

  /** Runs a program; gives what it printed, and the warnings as [code, text, place]. */
  function run(source, mode, env = {}) {
    fs.writeFileSync(file, `${PRELUDE}${source}`);
    const { stdout, stderr, status } = spawnSync(process.execPath, [file], {
      encoding: 'utf8',
      env: { ...process.env, AGORA_TOKEN_CHECK: mode ?? '', ...env },
    });
    const found = stderr.matchAll(/^\(node:\d+\) \[(\w+)\] TokenWarning: (.*)(?:\nat (.*))?/gm);
    const warnings = Array.from(found, ([, code, text, place]) => [code, text, place]);
    return { status, stdout: stdout.trim(), stderr, warnings };
  }

  return { folder, file, run, remove: () => fs.rmSync(folder, { recursive: true }) };
}

/** The line of a program's source that holds a text, as its file counts. */
function lineOf(source, text) {
  return `${PRELUDE}${source}`.split(text)[0].split('\n').length;
}

module.exports = { createProject, lineOf };
