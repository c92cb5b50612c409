'use strict';

// Runs program.js with the release build of this machine's addon and with JavaScript, on this very
// Node, and compares with the original. It needs no test runner, so it runs in small containers too.

const { execFileSync } = require('node:child_process');
const path = require('node:path');
const { addonFile, hostName, ROOT } = require('../../scripts/release-targets');
const { judge } = require('./judge');

const PROGRAM = path.join(__dirname, 'program.js');

function runProgram(name, env = {}) {
  const options = { cwd: ROOT, env: { ...process.env, ...env }, encoding: 'utf8' };
  return JSON.parse(execFileSync(process.execPath, [PROGRAM, name], options));
}

const platform = hostName();
const addon = addonFile(platform);
const expected = runProgram('agora-token-reference');

for (const kernel of ['native', 'javascript']) {
  const env = { AGORA_TOKEN_BACKEND: kernel, NAPI_RS_NATIVE_LIBRARY_PATH: addon };
  const actual = runProgram(ROOT, env);
  const { verdict, detail } = judge({ actual, expected, kernel, isNode: true });
  console.log(`${platform}, Node.js ${process.versions.node}, ${kernel}: ${verdict}, ${detail}`);
  if (verdict === 'FAILED') process.exitCode = 1;
}
