'use strict';

const { execFile } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { promisify, stripVTControlCharacters } = require('node:util');
const { ORIGINAL, OURS } = require('./libraries');

const run = promisify(execFile);

// What of our checkout a published package holds and its code loads.
const SHIPPED = ['index.js', 'binding.js', 'package.json', 'src', 'lib', 'tools'];

// A folder with the original's test/ and sample/, unchanged, beside a copy of our code: there, '..' and
// '../src/X' are ours. It has no node_modules, so that nothing of the original can be loaded, nor a
// package that ours does not name as a dependency.
function createTree() {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-original-suites-')));
  const addons = fs.readdirSync(OURS).filter((name) => name.endsWith('.node'));
  for (const name of [...SHIPPED, ...addons]) {
    if (fs.existsSync(path.join(OURS, name))) {
      fs.cpSync(path.join(OURS, name), path.join(root, name), { recursive: true });
    }
  }
  for (const folder of ['test', 'sample']) {
    fs.cpSync(path.join(ORIGINAL, folder), path.join(root, folder), { recursive: true });
  }
  return root;
}

// Runs node in a folder; { code, stdout, files }, where files are those that it loaded.
async function runNode(cwd, args, env = {}) {
  const list = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-loaded-')), 'files.json');
  const options = {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, AGORA_TEST_LOADED: list },
  };
  const outcome = await run(
    process.execPath,
    ['-r', path.join(__dirname, 'loaded-files.js'), ...args],
    options,
  ).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout, stderr }) => ({ code, stdout: stdout + stderr }),
  );
  const files = JSON.parse(fs.readFileSync(list, 'utf8'));
  fs.rmSync(path.dirname(list), { recursive: true });
  return { code: outcome.code, stdout: stripVTControlCharacters(outcome.stdout), files };
}

module.exports = { createTree, runNode };
