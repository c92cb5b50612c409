'use strict';

/** The oldest glibc that the addons run with. */
const GLIBC_FLOOR = '2.17';

/** The oldest macOS: what Rust supports on it. */
const MACOS_FLOOR = '11.0';

/** musl's loader comes with the system, so the addon links to it like any library. */
const DYNAMIC_MUSL = ['-Ctarget-feature=-crt-static'];

/**
 * How each target is built: `zig` with cargo-zigbuild, which links against an older libc than the
 * machine's, the rest with plain cargo.
 */
const TARGETS = {
  'x86_64-unknown-linux-gnu': { name: 'linux-x64-gnu', zig: true, glibc: GLIBC_FLOOR },
  'aarch64-unknown-linux-gnu': { name: 'linux-arm64-gnu', zig: true, glibc: GLIBC_FLOOR },
  'armv7-unknown-linux-gnueabihf': { name: 'linux-arm-gnueabihf', zig: true, glibc: GLIBC_FLOOR },
  'x86_64-unknown-linux-musl': { name: 'linux-x64-musl', zig: true, rustflags: DYNAMIC_MUSL },
  'aarch64-unknown-linux-musl': { name: 'linux-arm64-musl', zig: true, rustflags: DYNAMIC_MUSL },
  'x86_64-unknown-freebsd': { name: 'freebsd-x64', zig: true },
  'x86_64-apple-darwin': { name: 'darwin-x64', macos: MACOS_FLOOR },
  'aarch64-apple-darwin': { name: 'darwin-arm64', macos: MACOS_FLOOR },
  'x86_64-pc-windows-msvc': { name: 'win32-x64-msvc' },
  'aarch64-pc-windows-msvc': { name: 'win32-arm64-msvc' },
};

/** What cargo calls the library that it makes. */
function libraryName(target) {
  if (target.includes('windows')) return 'agora_token_native.dll';
  return target.includes('apple') ? 'libagora_token_native.dylib' : 'libagora_token_native.so';
}

/** The target of this machine. */
function hostTarget() {
  const { currentPlatform } = require('../lib/kernel/platform');
  const { packageName } = currentPlatform();
  const [target] = Object.entries(TARGETS).find(([, { name }]) =>
    packageName?.endsWith(`-${name}`),
  );
  return target;
}

module.exports = { GLIBC_FLOOR, TARGETS, hostTarget, libraryName };
