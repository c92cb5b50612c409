'use strict';

// Looks into an addon without running it: is it what a platform's package must hold?
//
//   npm run check:addon -- FILE...
//
// The name of the file says for which platform it is: agora-token-native.<platform>.node.

const fs = require('node:fs');
const path = require('node:path');
const { machinePathsIn } = require('./remap-paths');
const { INSTALL_NAME, NAMES, PLATFORMS, ROOT, TARGETS, targetOf } = require('./release-targets');
const { runLief } = require('./release-tools');
const { compareVersions } = require('./versions');

/** What Node calls when it loads an addon. */
const ENTRY = 'napi_register_module_v1';

/** By the second part of a platform's name: what the three formats call its processor. */
const MACHINES = {
  x64: ['X86_64', 'AMD64'],
  arm64: ['AARCH64', 'ARM64'],
  arm: ['ARM'],
};

/** By the first part of a platform's name. */
const FORMATS = { linux: 'ELF', freebsd: 'ELF', darwin: 'Mach-O', win32: 'PE' };

/**
 * The libraries that every system of a kind has. The first is the one that an addon always needs.
 * On Windows none is the C runtime: VCRUNTIME140.dll is no part of it, and the rest belongs to that.
 */
const LIBRARIES = {
  glibc: [/^libc\.so\.6$/, /^lib(m|dl|pthread|rt)\.so\.\d$/, /^ld-linux[\w.-]*\.so\.\d$/],
  musl: [/^libc(\.musl-\w+)?\.so(\.1)?$/],
  freebsd: [
    /^libc\.so\.7$/,
    /^lib(m|thr|gcc_s|execinfo|kvm|memstat|procstat|devstat|rt|util)\.so\.\d$/,
  ],
  darwin: [/^\/usr\/lib\/libSystem\.B\.dylib$/, /^\/usr\/lib\/lib(iconv\.2|charset\.1)\.dylib$/],
  win32: [
    /^(kernel32|ntdll|advapi32|bcrypt|bcryptprimitives|userenv|ws2_32)\.dll$/i,
    /^api-ms-win-core-[\w-]+\.dll$/i,
  ],
};

/** Windows 10 calls itself 10.0; linkers write the oldest Windows that their startup code knows. */
const WINDOWS_CEILING = '10.0';

function* faultsOf(facts, bytes, name) {
  const [system, arch] = name.split('-');
  const { glibc, macos } = TARGETS[targetOf(name)];
  if (facts.format !== FORMATS[system]) {
    return yield `its format is ${facts.format}, not ${FORMATS[system]}`;
  }
  if (!MACHINES[arch].includes(facts.machine)) {
    yield `its machine is ${facts.machine}, not ${arch}`;
  }
  if (name.endsWith('eabihf') && !facts.hardFloat) {
    yield 'it does not use the hardware floating point';
  }
  if (!facts.exports.includes(ENTRY)) yield `it does not export ${ENTRY}`;

  const known = LIBRARIES[PLATFORMS[name] || system];
  if (!facts.libraries.some((it) => known[0].test(it))) yield `it needs no ${known[0].source}`;
  const foreign = facts.libraries.filter((it) => !known.some((pattern) => pattern.test(it)));
  if (foreign.length > 0) yield `it needs libraries that the system may lack: ${foreign}`;
  if (facts.searchPaths.length > 0) yield `it looks for libraries in ${facts.searchPaths}`;

  const needed = glibcOf(facts);
  if (glibc && needed && compareVersions(needed, glibc) > 0) {
    yield `it needs glibc ${needed}, above ${glibc}`;
  }
  if (macos) yield* macosFaults(facts, macos, arch);
  if (system === 'win32' && compareVersions(facts.minimumSystem, WINDOWS_CEILING) > 0) {
    yield `it needs Windows ${facts.minimumSystem}`;
  }
  const paths = machinePathsIn(bytes, ROOT);
  if (paths.length > 0) yield `it names folders of a builder's machine: ${paths.slice(0, 3)}`;
}

/** The newest glibc whose symbols are needed, or undefined. */
function glibcOf({ versions = [] }) {
  const found = versions.map((it) => /^GLIBC_([\d.]+)$/.exec(it)?.[1]).filter(Boolean);
  return found.sort(compareVersions).at(-1);
}

function* macosFaults(facts, floor, arch) {
  if (!facts.minimumSystem) yield 'it does not say which macOS it needs';
  else if (compareVersions(facts.minimumSystem, floor) > 0) {
    yield `it needs macOS ${facts.minimumSystem}, above ${floor}`;
  }
  if (facts.installName !== INSTALL_NAME) yield `its install name is ${facts.installName}`;
  // Apple's processors run nothing that is unsigned; a linker signs ad hoc.
  if (arch === 'arm64' && !facts.signed) yield 'it is not signed';
}

/**
 * Looks into several addons at once: for each `{ file, name }` gives what is wrong with it, and a line
 * about it.
 *
 * @param {{ file: string, name: string }[]} addons - `name` is the platform's, e.g. `linux-x64-gnu`
 */
function inspectAddons(addons) {
  const files = [...new Set(addons.map(({ file }) => file))];
  const read = JSON.parse(runLief('binary-facts.py', files));
  return addons.map(({ file, name }) => {
    const facts = read[files.indexOf(file)];
    const bytes = fs.readFileSync(file);
    const faults = [...faultsOf(facts, bytes, name)];
    const line = faults.length === 0 ? `${path.basename(file)}: ${describe(facts, bytes)}` : '';
    return { file, name, faults, line };
  });
}

/** Throws an error with everything that is wrong with addons; gives a line about each. */
function checkAddons(addons) {
  const inspected = inspectAddons(addons);
  const wrong = inspected.filter(({ faults }) => faults.length > 0);
  if (wrong.length > 0) throw new Error(wrong.map(complaint).join('\n'));
  return inspected.map(({ line }) => line);
}

function complaint({ file, name, faults }) {
  return `${file} is no addon for ${name}:\n- ${faults.join('\n- ')}`;
}

function describe(facts, bytes) {
  const glibc = glibcOf(facts);
  const needs = glibc ? [`glibc ${glibc}`] : [];
  if (facts.minimumSystem) needs.push(`system ${facts.minimumSystem}`);
  return [
    `${Math.ceil(bytes.length / 1000)} kB, ${facts.format} for ${facts.machine}`,
    `needs ${[...needs, ...facts.libraries].join(', ') || 'nothing'}`,
  ].join(', ');
}

/** The platform that the name of a file says, or an error. */
function nameIn(file) {
  const name = /^agora-token-native\.(.+)\.node$/.exec(path.basename(file))?.[1];
  if (!NAMES.includes(name)) throw new Error(`${file} is not named after a platform: ${NAMES}`);
  return name;
}

function main(files) {
  if (files.length === 0) throw new Error('usage: npm run check:addon -- FILE...');
  for (const it of inspectAddons(files.map((file) => ({ file, name: nameIn(file) })))) {
    if (it.faults.length === 0) {
      console.log(it.line);
    } else {
      console.error(complaint(it));
      process.exitCode = 1;
    }
  }
}

if (require.main === module) main(process.argv.slice(2));

module.exports = { checkAddons, inspectAddons };
