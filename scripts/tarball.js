'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');

/** Runs tar on a package. It reads standard input, since a GNU tar takes `C:\…` for another machine. */
function tar(args, file, options = {}) {
  return execFileSync('tar', args, {
    input: fs.readFileSync(file),
    maxBuffer: 64 << 20,
    ...options,
  });
}

/** The package.json in a tarball. */
function readManifest(file) {
  return JSON.parse(tar(['-xzOf', '-', 'package/package.json'], file).toString());
}

/** Unpacks a package into an existing folder. */
function unpack(file, folder) {
  tar(['-xzf', '-', '--strip-components=1'], file, { cwd: folder });
}

module.exports = { readManifest, unpack };
