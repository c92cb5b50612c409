'use strict';

// A build of the addon for Windows that this machine can make. What a release links is on Windows alone:
// Microsoft's C runtime. So this links against Wine's, by import libraries made from zig's definitions,
// and brings the few lines that start a library. `npm run check:addon` refuses it, as it needs
// VCRUNTIME140.dll.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { debianRust } = require('../../scripts/debian');
const { libraryName, ROOT, TARGETS } = require('../../scripts/release-targets');
const { zig } = require('../../scripts/release-tools');
const { withoutMachinePaths } = require('../../scripts/remap-paths');

const TARGET = 'x86_64-pc-windows-msvc';
const FOLDER = path.join(ROOT, 'target/tiers/windows-addon');

/** The libraries of Windows that Rust names. */
const LIBRARIES = ['kernel32', 'ntdll', 'userenv', 'ws2_32', 'dbghelp', 'advapi32', 'bcrypt'];

/** Those of the C runtime, which go into the one that Rust names first, msvcrt. */
const RUNTIME = ['vcruntime140', 'ucrtbase'];

/** What Rust names besides. */
const EMPTY = ['vcruntime', 'ucrt', 'legacy_stdio_definitions', 'oldnames', 'synchronization'];

/** Functions that the definitions leave out, since MinGW has its own. */
const MORE = 'LIBRARY ntdll.dll\nEXPORTS\n__chkstk\nstrlen\n';

/** What Microsoft's runtime does when a library is loaded: calls its initializers, and knows its thread-locals. */
const STARTUP = `
typedef void (*initializer)(void);
#pragma section(".CRT$XCA", read)
#pragma section(".CRT$XCZ", read)
#pragma section(".CRT$XLA", read)
#pragma section(".CRT$XLZ", read)
#pragma section(".tls", read, write)
#pragma section(".tls$ZZZ", read, write)
__declspec(allocate(".CRT$XCA")) initializer first[1] = {0};
__declspec(allocate(".CRT$XCZ")) initializer last[1] = {0};
__declspec(allocate(".CRT$XLA")) initializer callbacks[1] = {0};
__declspec(allocate(".CRT$XLZ")) initializer no_callback[1] = {0};
__declspec(allocate(".tls")) char tls_start = 0;
__declspec(allocate(".tls$ZZZ")) char tls_end = 0;
unsigned long _tls_index = 0;
const struct { void *start, *end, *index, *callbacks; unsigned long zeros, flags; } _tls_used = {
  &tls_start, &tls_end, &_tls_index, &callbacks[1], 0, 0,
};
int _fltused = 1;
void *type_info[1] __asm__("??_7type_info@@6B@") = {0};
int _DllMainCRTStartup(void *library, unsigned long reason, void *reserved) {
  for (initializer *it = first; reason == 1 && it != last; it++) if (*it) (*it)();
  return 1;
}
`;

/** Runs a program of LLVM. */
function llvm(rust, name, args) {
  const program = path.join(rust.folder, 'usr/lib/llvm-22/bin', name);
  execFileSync(program, args, { env: { ...process.env, ...rust.env }, stdio: 'inherit' });
}

function importLibrary(rust, definition, library) {
  llvm(rust, 'llvm-dlltool', ['-m', 'i386:x86-64', '-d', definition, '-l', library]);
}

/** zig's definition of a library, with its conditions decided. */
function definitionOf(name) {
  const folder = path.join(path.dirname(zig()), 'lib/libc/mingw');
  const source = ['.def', '.def.in']
    .map((it) => path.join(folder, 'lib-common', name + it))
    .find((it) => fs.existsSync(it));
  const file = path.join(FOLDER, `${name}.def`);
  const flags = ['-target', 'x86_64-windows-gnu', '-E', '-P', '-w', '-x', 'c'];
  const include = ['-I', path.join(folder, 'def-include')];
  execFileSync(zig(), ['cc', ...flags, ...include, source, '-o', file], { stdio: 'inherit' });
  return file;
}

/** Writes the libraries that the linker asks for into FOLDER. */
function makeLibraries(rust) {
  const inFolder = (file) => path.join(FOLDER, file);
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const it of LIBRARIES) importLibrary(rust, definitionOf(it), inFolder(`${it}.lib`));
  for (const it of EMPTY)
    llvm(rust, 'llvm-lib', ['/llvmlibempty', `/out:${inFolder(`${it}.lib`)}`]);
  fs.writeFileSync(inFolder('more.def'), MORE);
  importLibrary(rust, inFolder('more.def'), inFolder('more.lib'));
  for (const it of RUNTIME) importLibrary(rust, definitionOf(it), inFolder(`${it}.lib`));
  fs.writeFileSync(inFolder('startup.c'), STARTUP);
  const object = inFolder('startup.obj');
  const flags = ['-target', 'x86_64-windows-msvc', '-c', '-O1', '-w', '-fms-extensions'];
  execFileSync(zig(), ['cc', ...flags, inFolder('startup.c'), '-o', object], { stdio: 'inherit' });
  const parts = [...RUNTIME, 'more'].map((it) => inFolder(`${it}.lib`));
  llvm(rust, 'llvm-lib', [`/out:${inFolder('msvcrt.lib')}`, object, ...parts]);
}

/** Builds it, and gives its path. */
function buildWindowsAddon() {
  const rust = debianRust();
  makeLibraries(rust);
  const linker = path.join(rust.folder, 'usr/lib/llvm-22/bin/lld-link');
  const flags = [`-Clinker=${linker}`, `-Lnative=${FOLDER}`];
  const folder = path.join(ROOT, 'target/cross-debian');
  const args = ['build', '--release', '--locked', '--lib', '--target', TARGET];
  execFileSync('cargo', [...args, '--target-dir', folder, '-Zbuild-std=std,panic_unwind'], {
    cwd: ROOT,
    env: { ...process.env, ...rust.env, ...withoutMachinePaths(ROOT, flags, rust.sources) },
    stdio: 'inherit',
  });
  return path.join(folder, TARGET, 'release', libraryName(TARGET));
}

module.exports = { buildWindowsAddon, WINDOWS: TARGETS[TARGET].name };
