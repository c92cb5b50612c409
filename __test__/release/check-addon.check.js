'use strict';

// Each fault in a library is found: the libraries are those of ./support/stand-ins.js, with one thing
// changed.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { checkAddons, inspectAddons } = require('../../scripts/check-addon');
const { addonFile, addonName, NAMES, ROOT } = require('../../scripts/release-targets');
const { zig } = require('../../scripts/release-tools');
const { makeStandIn } = require('./support/stand-ins');
const { rehearsal } = require('./support/user');

const PACKED = path.join(rehearsal.release, 'stage');

function folder() {
  return fs.mkdtempSync(path.join(rehearsal.folder, 'addon-'));
}

/** What is wrong with the stand-in for a platform. */
function faultsOf(name, instead) {
  const [{ faults }] = inspectAddons([{ file: makeStandIn(name, folder(), instead), name }]);
  return faults;
}

/** A library that exports `symbol`, for the linker alone. */
function library(target, name, symbol) {
  const into = folder();
  const source = path.join(into, 'library.c');
  const file = path.join(into, name);
  fs.writeFileSync(source, `int ${symbol}(void) { return 0; }`);
  const flags = ['-shared', '-nostdlib', `-Wl,-soname,${name}`, '-target', target, '-o', file];
  spawnSync(zig(), ['cc', ...flags, source], { stdio: 'inherit' });
  return file;
}

/** An import library for a function of a Windows library. */
function importLibrary(dll, symbol) {
  const into = folder();
  const definition = path.join(into, 'library.def');
  const file = path.join(into, 'library.lib');
  fs.writeFileSync(definition, `LIBRARY ${dll}\nEXPORTS\n${symbol}\n`);
  const flags = ['-m', 'i386:x86-64', '-d', definition, '-l', file, '-D', dll];
  spawnSync(zig(), ['dlltool', ...flags], { stdio: 'inherit' });
  return file;
}

test('what is packed is right', () => {
  const lines = checkAddons(NAMES.map((name) => ({ file: addonFile(name, PACKED), name })));
  expect(lines).toHaveLength(NAMES.length);
  for (const line of lines) expect(line).toMatch(/^agora.+\.node: \d+ kB, (ELF|PE|Mach-O) for /);
});

test('the addon of another platform is refused, whichever', () => {
  const pairs = NAMES.flatMap((name) =>
    NAMES.filter((it) => it !== name).map((other) => ({ file: addonFile(other, PACKED), name })),
  );
  const passed = inspectAddons(pairs).filter(({ faults }) => faults.length === 0);
  expect(passed).toEqual([]);
});

test('a file that is no library is refused', () => {
  const whole = fs.readFileSync(addonFile('linux-x64-gnu', PACKED));
  const files = ['not a library', '', whole.subarray(0, 1000)].map((bytes) => {
    const file = path.join(folder(), addonName('linux-x64-gnu'));
    fs.writeFileSync(file, bytes);
    return file;
  });
  const names = ['linux-x64-gnu', 'darwin-arm64', 'win32-x64-msvc'];
  const pairs = files.flatMap((file) => names.map((name) => ({ file, name })));
  const refused = inspectAddons(pairs).filter(({ faults }) => faults.length > 0);
  expect(refused).toHaveLength(pairs.length);
});

test.each(['linux-x64-gnu', 'darwin-arm64', 'win32-x64-msvc'])('%s: no entry', (name) => {
  const isWindows = name.startsWith('win32');
  const base = `${isWindows ? '__declspec(dllexport) ' : ''}int answer(void) { return 42; }`;
  expect(faultsOf(name, { base })).toEqual(['it does not export napi_register_module_v1']);
});

test('a runtime of C that Windows lacks', () => {
  const more = `
    __declspec(dllimport) int __CxxFrameHandler3(void);
    __declspec(dllexport) int handle(void) { return __CxxFrameHandler3(); }`;
  const moreArgs = [importLibrary('VCRUNTIME140.dll', '__CxxFrameHandler3')];
  expect(faultsOf('win32-x64-msvc', { more, moreArgs })).toEqual([
    'it needs libraries that the system may lack: VCRUNTIME140.dll',
  ]);
});

test('a glibc that is too new', () => {
  const more = 'int getrandom(void *, int, int); int draw(void) { return getrandom(0, 0, 0); }';
  expect(faultsOf('linux-x64-gnu', { target: 'x86_64-linux-gnu.2.28', more })).toEqual([
    'it needs glibc 2.25, above 2.17',
  ]);
});

test('software floating point', () => {
  expect(faultsOf('linux-arm-gnueabihf', { target: 'arm-linux-gnueabi.2.17' })).toContain(
    'it does not use the hardware floating point',
  );
});

test('a library that the system may lack, and a folder where it is looked for', () => {
  const moreArgs = [library('x86_64-linux-gnu.2.17', 'libssl.so.3', 'seal'), '-Wl,-rpath,/opt/lib'];
  const more = 'int seal(void); int sealed(void) { return seal(); }';
  const faults = faultsOf('linux-x64-gnu', { more, moreArgs }).join('\n');
  expect(faults).toContain('it needs libraries that the system may lack: libssl.so.3');
  expect(faults).toMatch(/^it looks for libraries in .*\/opt\/lib/m);
});

test('the name that the linker of macOS takes by itself', () => {
  expect(faultsOf('darwin-arm64', { args: [] })).toContainEqual(
    expect.stringMatching(/^its install name is .+\.node$/),
  );
});

test('a macOS that is too new', () => {
  expect(faultsOf('darwin-x64', { target: 'x86_64-macos.13.0' })).toEqual([
    'it needs macOS 13.0, above 11.0',
  ]);
});

test('folders of the machine that built it', () => {
  const places = [
    '/home/runner/work/project/src/lib.rs',
    '/Users/runner/.cargo/registry/src/lib.rs',
    'C:\\Users\\runneradmin\\.cargo\\registry\\lib.rs',
    'D:\\a\\project\\project\\src\\lib.rs',
    `${ROOT}/src/lib.rs`,
  ];
  const name = 'linux-x64-gnu';
  const addons = places.map((place) => {
    const more = `const char *where(void) { return ${JSON.stringify(place)}; }`;
    return { file: makeStandIn(name, folder(), { more }), name };
  });
  for (const { faults } of inspectAddons(addons)) {
    expect(faults).toEqual([expect.stringContaining("it names folders of a builder's machine: ")]);
  }
});

test('on the command line it fails with every fault of every file', () => {
  const file = makeStandIn('darwin-arm64', folder(), { args: [], target: 'aarch64-macos.12.0' });
  const good = addonFile('freebsd-x64', PACKED);
  const script = path.join(ROOT, 'scripts/check-addon.js');
  const check = (...files) => spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' });
  const { status, stdout, stderr } = check(file, good);
  expect(status).toBe(1);
  expect(stdout).toContain('agora-token-native.freebsd-x64.node: ');
  expect(stderr).toContain('- it needs macOS 12.0, above 11.0');
  expect(stderr).toContain('- its install name is ');
  expect(check(good).status).toBe(0);
  expect(check().status).toBe(1);
  expect(check('/addon.node').stderr).toContain('is not named after a platform');
});
