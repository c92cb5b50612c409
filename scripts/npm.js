'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

/** npm as a program and its first arguments. On Windows `npm` is a batch file, which execFile refuses. */
function npmProgram() {
  if (process.platform !== 'win32') return ['npm', []];
  const script = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  if (!fs.existsSync(script)) throw new Error(`there is no npm beside ${process.execPath}`);
  return [process.execPath, [script]];
}

function npm(args, options = {}) {
  const [program, first] = npmProgram();
  return execFileSync(program, [...first, ...args], { encoding: 'utf8', ...options });
}

/** Packs a folder into a tarball in another; gives what npm reports, and `file`, its path. */
function npmPack(folder, destination) {
  fs.mkdirSync(destination, { recursive: true });
  const printed = npm(['pack', '--json', '--pack-destination', destination], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parsed = JSON.parse(printed);
  // npm 12 gives an object with the names as keys.
  const [report] = Array.isArray(parsed) ? parsed : Object.values(parsed);
  return { ...report, file: path.join(destination, report.filename) };
}

module.exports = { npm, npmPack, npmProgram };
