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

/** Bytes at the start of a program that name its loader: the ELF header, its table, and the name. */
const PROGRAM_START = 2048;

/**
 * What a process runs on: the platform and the architecture in the words of Node, the libc on Linux
 * (`'glibc'` or `'musl'`, else `''`), and what the build and the package with the addon for it are
 * called, or `null` where there is none.
 */
function currentPlatform(process = globalThis.process) {
  const { platform, arch } = process;
  const libc = platform === 'linux' ? libcOf(process) : '';
  const buildName =
    Object.keys(PLATFORMS).find((it) => {
      const [itsPlatform, itsArch] = it.split('-');
      return itsPlatform === platform && itsArch === arch && PLATFORMS[it] === libc;
    }) ?? null;
  return {
    platform,
    arch,
    libc,
    buildName,
    packageName: buildName && `${PACKAGE_PREFIX}-${buildName}`,
  };
}

/**
 * The libc of a process on Linux, by the loader that its program names. A process report tells it as
 * well, but takes milliseconds, so it is left for a program that may not be read (`--permission`), or
 * that names its loader elsewhere, as one does that was changed after it was linked. What is not known
 * is taken for glibc.
 */
function libcOf({ execPath, report }) {
  const { Deno } = globalThis;
  if (Deno && !require('./deno').isGranted({ name: 'read', path: execPath })) return 'glibc';
  try {
    const start = startOf(execPath);
    if (start.includes('/ld-musl-')) return 'musl';
    if (start.includes('/ld-linux')) return 'glibc';
  } catch {}
  return libcOfReport(report);
}

function libcOfReport(report) {
  try {
    return keepReportSettings(report, () => {
      // Else it looks up the names of hosts.
      report.excludeNetwork = true;
      return report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
    });
  } catch {
    return 'glibc';
  }
}

/** Does what changes how this process takes reports, and takes the change back. */
function keepReportSettings(report, action) {
  const isSettable = report !== undefined && 'excludeNetwork' in report;
  const before = report?.excludeNetwork;
  try {
    return action();
  } finally {
    if (isSettable) report.excludeNetwork = before;
    else delete report?.excludeNetwork;
  }
}

function startOf(file) {
  const fs = require('node:fs');
  const start = Buffer.alloc(PROGRAM_START);
  const descriptor = fs.openSync(file, 'r');
  try {
    fs.readSync(descriptor, start, 0, PROGRAM_START, 0);
  } finally {
    fs.closeSync(descriptor);
  }
  return start;
}

/** The platform in words for an error message, e.g. `linux-x64 (glibc)`. */
function describePlatform({ platform, arch, libc }) {
  return libc ? `${platform}-${arch} (${libc})` : `${platform}-${arch}`;
}

module.exports = {
  PACKAGE_PREFIX,
  PLATFORMS,
  currentPlatform,
  describePlatform,
  keepReportSettings,
};
