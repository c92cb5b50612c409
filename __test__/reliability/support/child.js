'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const ROOT = path.join(__dirname, '../../..');

/**
 * Runs a program in a process of its own, from the root of the project.
 *
 * @param {string} source - CommonJS
 * @param {{ env?: object, args?: string[] }} [settings]
 * @returns {{ status: number | null, signal: string | null, stdout: string, stderr: string }}
 */
function runProgram(source, { env, args = [] } = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...args, '-e', source], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, RUST_BACKTRACE: '0', ...env },
  });
  return { status, signal, stdout, stderr };
}

module.exports = { ROOT, runProgram };
