'use strict';

// The targets of a release: how each is built, and what the addon that comes out must be like.
// Everything that builds, packs or checks reads the platforms here.

const path = require('node:path');
const { currentPlatform, PACKAGE_PREFIX, PLATFORMS } = require('../lib/kernel/platform');

const ROOT = path.resolve(__dirname, '..');

/** The package for users of agora-access-token, and where it lies. */
const ACCESS_TOKEN_PACKAGE = 'agora-access-token-native';
const ACCESS_TOKEN_FOLDER = `packages/${ACCESS_TOKEN_PACKAGE}`;

/** The oldest glibc that the addons run with. */
const GLIBC_FLOOR = '2.17';

/** The oldest macOS: what Rust supports on it. */
const MACOS_FLOOR = '11.0';

/** musl's loader comes with the system, so the addon links to it like any library. */
const DYNAMIC_MUSL = ['-Ctarget-feature=-crt-static'];

/** The C runtime inside the addon: Windows has none by itself that Rust could use. */
const STATIC_CRT = ['-Ctarget-feature=+crt-static'];

/**
 * The linker takes a library's own path for its name if it is told none, and that names a folder of
 * the machine.
 */
const INSTALL_NAME = '@rpath/agora-token-native.node';
const NAMED = [`-Clink-arg=-Wl,-install_name,${INSTALL_NAME}`];

/**
 * `name` is that of the platform's package. `zig` builds with cargo-zigbuild, which links against an
 * older libc than the machine's; the rest take plain cargo.
 */
const TARGETS = {
  'x86_64-unknown-linux-gnu': { name: 'linux-x64-gnu', zig: true, glibc: GLIBC_FLOOR },
  'aarch64-unknown-linux-gnu': { name: 'linux-arm64-gnu', zig: true, glibc: GLIBC_FLOOR },
  'armv7-unknown-linux-gnueabihf': { name: 'linux-arm-gnueabihf', zig: true, glibc: GLIBC_FLOOR },
  'x86_64-unknown-linux-musl': { name: 'linux-x64-musl', zig: true, rustflags: DYNAMIC_MUSL },
  'aarch64-unknown-linux-musl': { name: 'linux-arm64-musl', zig: true, rustflags: DYNAMIC_MUSL },
  'x86_64-unknown-freebsd': { name: 'freebsd-x64', zig: true },
  'x86_64-apple-darwin': { name: 'darwin-x64', macos: MACOS_FLOOR, rustflags: NAMED },
  'aarch64-apple-darwin': { name: 'darwin-arm64', macos: MACOS_FLOOR, rustflags: NAMED },
  'x86_64-pc-windows-msvc': { name: 'win32-x64-msvc', rustflags: STATIC_CRT },
  'aarch64-pc-windows-msvc': { name: 'win32-arm64-msvc', rustflags: STATIC_CRT },
};

/** The names of the platforms, which are those of the folders under npm/. */
const NAMES = Object.keys(PLATFORMS);

function addonName(name) {
  return `agora-token-native.${name}.node`;
}

/** Where the release build of a platform's addon lies. */
function addonFile(name, root = ROOT) {
  return path.join(root, 'npm', name, addonName(name));
}

/** What cargo calls the library that it makes. */
function libraryName(target) {
  if (target.includes('windows')) return 'agora_token_native.dll';
  return target.includes('apple') ? 'libagora_token_native.dylib' : 'libagora_token_native.so';
}

function targetOf(name) {
  return Object.keys(TARGETS).find((it) => TARGETS[it].name === name);
}

/** The name of this machine's platform, or undefined where there is no addon for it. */
function hostName() {
  return currentPlatform().packageName?.slice(PACKAGE_PREFIX.length + 1);
}

module.exports = {
  ACCESS_TOKEN_FOLDER,
  ACCESS_TOKEN_PACKAGE,
  addonFile,
  addonName,
  hostName,
  INSTALL_NAME,
  libraryName,
  NAMES,
  PACKAGE_PREFIX,
  PLATFORMS,
  ROOT,
  targetOf,
  TARGETS,
};
