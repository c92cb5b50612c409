'use strict';

// Whether this machine can build the addon. As a program (`npm test`), it ends with 1 where it cannot.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const [, VERSION] = /^rust-version = "(.+)"$/m.exec(
  fs.readFileSync(path.join(__dirname, '../Cargo.toml'), 'utf8'),
);

/** A cargo that rustup put there without a toolchain fails when it is run. */
function hasRust() {
  return spawnSync('cargo', ['--version']).status === 0;
}

const HOW_TO_GET_IT = `install Rust ${VERSION} or newer (https://rustup.rs)`;

if (require.main === module && !hasRust()) {
  console.error(`The tests need Rust, which is not here: ${HOW_TO_GET_IT}, and try again.`);
  process.exitCode = 1;
}

module.exports = { hasRust, HOW_TO_GET_IT };
