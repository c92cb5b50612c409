'use strict';

// Builds the addon as it is published, into the folder of its platform under npm/, and checks it:
//
//   npm run build:release                                    this machine's platform
//   npm run build:release -- aarch64-unknown-linux-gnu       another one
//   npm run build:release -- TARGET --debian                 with Debian's Rust
//
// For Linux and FreeBSD it takes zig as the linker. Debian's Rust needs no standard library for the
// target: it builds that from its sources. So it builds for macOS too, away from macOS.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { checkAddons } = require('./check-addon');
const { debianRust } = require('./debian');
const { addonFile, hostName, libraryName, ROOT, targetOf, TARGETS } = require('./release-targets');
const { zigEnvironment } = require('./release-tools');
const { withoutMachinePaths } = require('./remap-paths');

function build(target, { debian }) {
  const { zig, glibc, rustflags, macos } = TARGETS[target];
  const linksWithZig = zig || (macos && process.platform !== 'darwin');
  const args = [linksWithZig ? 'zigbuild' : 'build', '--release', '--locked', '--lib'];
  args.push('--target', glibc ? `${target}.${glibc}` : target);
  // A folder of its own, so that this neither waits for nor spoils the builds of every day.
  const folder = path.join(ROOT, 'target', debian ? 'cross-debian' : 'cross');
  args.push('--target-dir', folder);
  const rust = debian ? debianRust() : undefined;
  if (rust) args.push('-Zbuild-std=std,panic_unwind');
  const env = {
    ...process.env,
    ...rust?.env,
    ...withoutMachinePaths(ROOT, rustflags, rust?.sources),
    ...(macos ? { MACOSX_DEPLOYMENT_TARGET: macos } : {}),
  };
  if (linksWithZig) Object.assign(env, zigEnvironment(env));
  execFileSync('cargo', args, { cwd: ROOT, env, stdio: 'inherit' });
  return path.join(folder, target, 'release', libraryName(target));
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { debian: { type: 'boolean' } },
  });
  const target = positionals[0] ?? targetOf(hostName());
  if (!TARGETS[target]) throw new Error(`unknown target ${target}: ${Object.keys(TARGETS)}`);
  const { name } = TARGETS[target];
  const built = build(target, values);
  const addon = addonFile(name);
  fs.copyFileSync(built, addon);
  console.log(...checkAddons([{ file: addon, name }]));
}

main();
