'use strict';

const os = require('node:os');
const path = require('node:path');

const CARGO_HOME = process.env.CARGO_HOME ?? path.join(os.homedir(), '.cargo');

/** What separates the flags of `CARGO_ENCODED_RUSTFLAGS`, where a folder's name may hold a space. */
const SEPARATOR = '\x1f';

/** Where people and runners build, on any machine. */
const HOMES = /(?:\/(?:home|root|tmp|Users)\/|[a-z]:[\\/](?:users|a)[\\/])[\w.+\\/-]+/gi;

/**
 * The environment of a build whose addon names no folder of the machine: panic messages say where in
 * the source they come from.
 *
 * @param {string} source - the folder of Cargo.toml
 * @param {string[]} flags - further flags for rustc
 * @param {string} [standardLibrary] - its sources, where the build compiles that too
 */
function withoutMachinePaths(source, flags = [], standardLibrary = undefined) {
  // Where several fit, rustc takes the last.
  const folders = { [source]: '/source', [CARGO_HOME]: '/cargo' };
  if (standardLibrary) folders[standardLibrary] = '/rustc';
  const remapped = Object.entries(folders).map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  return { CARGO_ENCODED_RUSTFLAGS: [...flags, ...remapped].join(SEPARATOR) };
}

/** The folders of a builder's machine, this or another, that an addon names all the same. */
function machinePathsIn(addon, source) {
  const here = [source, CARGO_HOME].filter((folder) => addon.includes(folder));
  return [...new Set([...here, ...(addon.toString('latin1').match(HOMES) ?? [])])];
}

module.exports = { machinePathsIn, withoutMachinePaths };
