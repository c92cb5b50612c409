'use strict';

// Builds the addon as it is published, into the folder of its platform under npm/:
//
//   npm run build:release                                    this machine's platform
//   npm run build:release -- aarch64-unknown-linux-gnu       another one
//   npm run build:release -- TARGET --build-std              without an installed standard library
//
// For Linux and FreeBSD it takes zig as the linker, and installs that and cargo-zigbuild from PyPI
// into target/release-tools.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { compareVersions, glibcVersions } = require('./glibc');
const { hostTarget, libraryName, TARGETS } = require('./release-targets');
const { machinePathsIn, withoutMachinePaths } = require('./remap-paths');

const ROOT = path.resolve(__dirname, '..');
const TOOLS = path.join(ROOT, 'target/release-tools');
const REQUIREMENTS = ['ziglang==0.17.1', 'cargo-zigbuild==0.24.0'];

function run(command, args, env = {}) {
  execFileSync(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'inherit' });
}

/** Installs the tools unless these very versions are there, and gives the environment that finds them. */
function zigTools() {
  const stamp = path.join(TOOLS, 'requirements');
  const wanted = REQUIREMENTS.join('\n');
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
    fs.rmSync(TOOLS, { recursive: true, force: true });
    const python = process.platform === 'win32' ? 'python' : 'python3';
    run(python, ['-m', 'pip', 'install', '--quiet', '--target', TOOLS, ...REQUIREMENTS]);
    fs.writeFileSync(stamp, wanted);
  }
  return {
    PATH: [path.join(TOOLS, 'bin'), process.env.PATH].join(path.delimiter),
    CARGO_ZIGBUILD_ZIG_PATH: path.join(TOOLS, 'ziglang/zig'),
  };
}

function build(target, { buildStd }) {
  const { zig, glibc, rustflags, macos } = TARGETS[target];
  const args = [zig ? 'zigbuild' : 'build', '--release', '--locked', '--lib'];
  args.push('--target', glibc ? `${target}.${glibc}` : target);
  // A folder of its own, so that this neither waits for nor spoils the builds of every day.
  const folder = path.join(ROOT, 'target', buildStd ? 'cross-std' : 'cross');
  args.push('--target-dir', folder);
  if (buildStd) args.push('-Zbuild-std=std,panic_unwind');
  run('cargo', args, {
    ...(zig ? zigTools() : {}),
    ...withoutMachinePaths(ROOT, rustflags),
    ...(macos ? { MACOSX_DEPLOYMENT_TARGET: macos } : {}),
    // An unstable flag of cargo, for toolchains that ship the source of the standard library.
    ...(buildStd ? { RUSTC_BOOTSTRAP: '1' } : {}),
  });
  return path.join(folder, target, 'release', libraryName(target));
}

function checkGlibc(file, floor) {
  const needed = glibcVersions(file).at(-1);
  if (!needed) throw new Error(`${file} needs no glibc, so it is not what it should be`);
  if (compareVersions(needed, floor) > 0) {
    throw new Error(`${file} needs glibc ${needed}, and the floor is ${floor}`);
  }
  return needed;
}

function checkPaths(file) {
  const leaks = machinePathsIn(fs.readFileSync(file), ROOT);
  if (leaks.length > 0) throw new Error(`${file} names folders of this machine: ${leaks}`);
}

function main() {
  const args = process.argv.slice(2);
  const [target = hostTarget()] = args.filter((it) => !it.startsWith('--'));
  if (!TARGETS[target]) throw new Error(`unknown target ${target}: ${Object.keys(TARGETS)}`);
  const { name, glibc } = TARGETS[target];
  const built = build(target, { buildStd: args.includes('--build-std') });
  const addon = path.join(ROOT, 'npm', name, `agora-token-native.${name}.node`);
  fs.copyFileSync(built, addon);
  checkPaths(addon);
  const size = Math.ceil(fs.statSync(addon).size / 1000);
  const needs = glibc ? `, needs glibc ${checkGlibc(addon, glibc)}` : '';
  console.log(`${path.relative(ROOT, addon)}: ${size} kB${needs}`);
}

main();
