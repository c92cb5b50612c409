'use strict';

const os = require('node:os');
const path = require('node:path');

const CARGO_HOME = process.env.CARGO_HOME ?? path.join(os.homedir(), '.cargo');

/** What separates the flags of `CARGO_ENCODED_RUSTFLAGS`, where a folder's name may hold a space. */
const SEPARATOR = '\x1f';

/**
 * The environment of a build whose addon names no folder of the machine: panic messages say where in
 * the source they come from.
 *
 * @param {string} source - the folder of Cargo.toml
 * @param {string[]} flags - further flags for rustc
 */
function withoutMachinePaths(source, flags = []) {
  const folders = { [source]: '/source', [CARGO_HOME]: '/cargo' };
  const remapped = Object.entries(folders).map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  return { CARGO_ENCODED_RUSTFLAGS: [...flags, ...remapped].join(SEPARATOR) };
}

/** The folders of the machine that an addon names all the same. */
function machinePathsIn(addon, source) {
  return [source, CARGO_HOME].filter((folder) => addon.includes(folder));
}

module.exports = { machinePathsIn, withoutMachinePaths };
