'use strict';

const { execFile } = require('node:child_process');
const { npmProgram } = require('../../../scripts/npm');

/** The environment of a user: without what the tests or npm set for this process. */
function userEnvironment(extra) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|AGORA_TOKEN_|NODE_OPTIONS$|JEST_|NODE_ENV$)/.test(name),
  );
  return { ...Object.fromEntries(inherited), npm_config_update_notifier: 'false', ...extra };
}

/** Runs a program to its end and gives what it printed; rejects with all of it when it fails. */
function run(command, args, { cwd, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: userEnvironment(env), encoding: 'utf8', maxBuffer: 64 << 20 };
    const [program, first] = command === 'npm' ? npmProgram() : [command, []];
    execFile(program, [...first, ...args], options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout.trim());
      reject(new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`));
    });
  });
}

module.exports = { run, userEnvironment };
