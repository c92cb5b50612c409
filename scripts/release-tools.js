'use strict';

// The tools of a release that come from PyPI, in fixed versions: zig and cargo-zigbuild, which link,
// and LIEF, which reads what was linked.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./release-targets');

const REQUIREMENTS = {
  linking: ['ziglang==0.17.1', 'cargo-zigbuild==0.24.0'],
  reading: ['lief==1.0.0'],
};

const PYTHON = process.platform === 'win32' ? 'python' : 'python3';

/** Installs the tools of a kind unless these very versions are there, and gives their folder. */
function install(kind) {
  const folder = path.join(ROOT, 'target/release-tools', kind);
  const stamp = path.join(folder, 'requirements');
  const wanted = REQUIREMENTS[kind].join('\n');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return folder;
  fs.rmSync(folder, { recursive: true, force: true });
  const quiet = ['--quiet', '--disable-pip-version-check', '--root-user-action=ignore'];
  const args = ['-m', 'pip', 'install', ...quiet, '--target', folder, ...REQUIREMENTS[kind]];
  execFileSync(PYTHON, args, { stdio: 'inherit' });
  fs.writeFileSync(stamp, wanted);
  return folder;
}

/** The path of zig. */
function zig() {
  return path.join(install('linking'), 'ziglang/zig');
}

/** The environment in which cargo finds cargo-zigbuild, and that finds zig. */
function zigEnvironment(env = process.env) {
  const bin = path.join(install('linking'), 'bin');
  return {
    PATH: [bin, env.PATH].join(path.delimiter),
    CARGO_ZIGBUILD_ZIG_PATH: zig(),
  };
}

/** Runs a script of this folder that uses LIEF, and gives what it printed. */
function runLief(script, args) {
  const env = { ...process.env, PYTHONPATH: install('reading') };
  const options = { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  return execFileSync(PYTHON, [path.join(__dirname, script), ...args], options);
}

module.exports = { runLief, zig, zigEnvironment };
