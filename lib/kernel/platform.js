'use strict';

/** The start of the names of the packages that hold the addons, one a platform. */
const PACKAGE_PREFIX = '@agora-token-native/binding';

/** The platforms that have an addon, as the build names them, with the libc that each needs. */
const PLATFORMS = {
  'darwin-arm64': '',
  'darwin-x64': '',
  'freebsd-x64': '',
  'linux-arm-gnueabihf': 'glibc',
  'linux-arm64-gnu': 'glibc',
  'linux-arm64-musl': 'musl',
  'linux-x64-gnu': 'glibc',
  'linux-x64-musl': 'musl',
  'win32-arm64-msvc': '',
  'win32-x64-msvc': '',
};

/**
 * What this process runs on: the platform and the architecture in the words of Node, the libc on
 * Linux (`'glibc'` or `'musl'`), and the package with the addon for it, or `null` where there is
 * none.
 */
function currentPlatform() {
  const { platform, arch } = process;
  const libc = platform === 'linux' ? linuxLibc() : '';
  const name = Object.keys(PLATFORMS).find((it) => {
    const [itsPlatform, itsArch] = it.split('-');
    return itsPlatform === platform && itsArch === arch && PLATFORMS[it] === libc;
  });
  return { platform, arch, libc, packageName: name ? `${PACKAGE_PREFIX}-${name}` : null };
}

/** Node tells the glibc that it runs with; where there is none, the libc is musl. */
function linuxLibc() {
  const report = process.report?.getReport?.();
  const { header } = typeof report === 'string' ? JSON.parse(report) : (report ?? {});
  return !header || header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** The platform in words for an error message, e.g. `linux-x64 (glibc)`. */
function describePlatform({ platform, arch, libc }) {
  return libc ? `${platform}-${arch} (${libc})` : `${platform}-${arch}`;
}

module.exports = { PACKAGE_PREFIX, PLATFORMS, currentPlatform, describePlatform };
