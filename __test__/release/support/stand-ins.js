'use strict';

// Libraries of each platform's format that export what an addon exports, made by zig from a few lines
// of C. They stand in for addons where nothing loads them, and with a fault in them they show that
// the check finds it.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { addonName, INSTALL_NAME } = require('../../../scripts/release-targets');
const { zig } = require('../../../scripts/release-tools');

/** What the linker asks for, where no C library is. */
const STARTUP = `
  int _DllMainCRTStartup(void *library, int reason, void *reserved) { return 1; }
  int DllMainCRTStartup(void *library, int reason, void *reserved) { return 1; }`;

/** A call into the system, without which the linker would leave its library out. */
const CALL = `
  int getpid(void);
  int process_id(void) { return getpid(); }`;

const WINDOWS_CALL = `
  __declspec(dllimport) int GetCurrentProcessId(void);
  int process_id(void) { return GetCurrentProcessId(); }`;

const MACOS = { args: [`-Wl,-install_name,${INSTALL_NAME}`] };
const WINDOWS = { args: ['-nostdlib', '-lkernel32'], system: STARTUP + WINDOWS_CALL };

/** By the platform: what zig calls it, further arguments, and what it needs of the system. */
const PLATFORMS = {
  'linux-x64-gnu': { target: 'x86_64-linux-gnu.2.17' },
  'linux-arm64-gnu': { target: 'aarch64-linux-gnu.2.17' },
  'linux-arm-gnueabihf': { target: 'arm-linux-gnueabihf.2.17' },
  'linux-x64-musl': { target: 'x86_64-linux-musl' },
  'linux-arm64-musl': { target: 'aarch64-linux-musl' },
  'freebsd-x64': { target: 'x86_64-freebsd' },
  'darwin-x64': { target: 'x86_64-macos.11.0', ...MACOS },
  'darwin-arm64': { target: 'aarch64-macos.11.0', ...MACOS },
  'win32-x64-msvc': { target: 'x86_64-windows-gnu', ...WINDOWS },
  'win32-arm64-msvc': { target: 'aarch64-windows-gnu', ...WINDOWS },
};

const SOURCE = `
  #ifdef _WIN32
  #define EXPORT __declspec(dllexport)
  #else
  #define EXPORT
  #endif
  EXPORT void *napi_register_module_v1(void *env, void *exports) { return exports; }`;

/**
 * Makes the stand-in for a platform in a folder and gives its path.
 *
 * @param {string} name - of the platform
 * @param {string} folder
 * @param {object} [instead] - what to do otherwise: `target` and `system`, as above; `more`, further
 *   source; `moreArgs`; `base`, instead of the function that every addon has; `args`, instead of those
 *   above
 */
function makeStandIn(name, folder, instead = {}) {
  const own = { args: [], system: CALL, ...PLATFORMS[name], more: '', moreArgs: [], base: SOURCE };
  const { target, args, system, more, moreArgs, base } = { ...own, ...instead };
  const file = path.join(folder, addonName(name));
  const code = path.join(folder, `${name}.c`);
  fs.writeFileSync(code, base + system + more);
  const flags = ['-shared', '-O1', '-s', '-target', target, '-o', file];
  execFileSync(zig(), ['cc', ...flags, code, ...args, ...moreArgs], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return file;
}

module.exports = { makeStandIn };
