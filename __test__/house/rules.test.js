'use strict';

// Who may import whom, read off the sources. The rules stand in docs/design.md.

const fs = require('node:fs');
const path = require('node:path');
const { loadedBy } = require('../support/loaded-by');

const ROOT = path.resolve(__dirname, '../..');

/** The rooms of lib/, from the top: each may import those behind it. */
const ROOMS = ['builders', 'short-way', 'token007', 'kernel', 'bytes', 'clock.js'];

/** Modules of Node's that are loaded when they are first used. */
const LAZY_MODULES = ['node:crypto', 'node:zlib'];

function sourcesUnder(folder, extension) {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .filter((file) => file.endsWith(extension))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`);
}

/** The files of the package that a file requires, e.g. `lib/bytes/crc32`. */
function importsOf(file) {
  const source = fs.readFileSync(path.join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?<![\w.])require\('(\.[^']*)'\)/g)].map(([, specifier]) =>
    path.posix.join(path.posix.dirname(file), specifier),
  );
}

function violations(files, isAllowed) {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !isAllowed(imported, file))
      .map((imported) => `${file} imports ${imported}`),
  );
}

const roomOf = (file) => ROOMS.indexOf(file.split('/')[1].replace(/^clock$/, 'clock.js'));

test('the sources were found', () => {
  expect(sourcesUnder('lib', '.js').length).toBeGreaterThan(20);
  expect(importsOf('src/RtcTokenBuilder2.js')).toContain('src/AccessToken2');
});

test('src/ imports lib/ and itself', () => {
  const files = sourcesUnder('src', '.js');
  expect(violations(files, (imported) => /^(src|lib)\//.test(imported))).toEqual([]);
});

/** What loads the checks of builders' calls, where AGORA_TOKEN_CHECK asks for them. */
const WATCH = 'lib/builders/watch-if-asked.js';

test('lib/ imports neither src/ nor tools/, but for the one that is asked for', () => {
  const files = sourcesUnder('lib', '.js').filter((file) => file !== WATCH);
  expect(importsOf(WATCH)).toEqual(['lib/kernel/backend', 'tools/watch/watch']);
  expect(violations(files, (imported) => imported.startsWith('lib/'))).toEqual([]);
});

test('inside lib/ imports run downwards', () => {
  const files = sourcesUnder('lib', '.js').filter((file) => file !== WATCH);
  expect(files.map(roomOf)).not.toContain(-1);
  expect(violations(files, (imported, file) => roomOf(imported) >= roomOf(file))).toEqual([]);
});

test('only tools/ throws TokenError', () => {
  const files = ['lib', 'src'].flatMap((folder) => sourcesUnder(folder, '.js'));
  const mentioning = files.filter((file) =>
    fs.readFileSync(path.join(ROOT, file), 'utf8').includes('TokenError'),
  );
  expect(mentioning).toEqual([]);
});

test('the addon knows no service and no privilege by number', () => {
  const files = sourcesUnder('src/addon', '.rs');
  const knowing = files.filter((file) =>
    /\bservice::|privilege::|kPrivilege|PRIVILEGE/.test(
      fs.readFileSync(path.join(ROOT, file), 'utf8'),
    ),
  );
  expect(knowing).toEqual([]);
});

describe('what a program loads that builds a token', () => {
  const build = `require('.').RtmTokenBuilder.buildToken('${'a'.repeat(32)}', '${'b'.repeat(32)}', 'ada', 60)`;

  test('nothing of tools/ but the list of its functions', () => {
    const { files } = loadedBy(build);
    expect(files.filter((file) => file.startsWith('tools/'))).toEqual(['tools/index.js']);
  });

  test('the JavaScript kernel where it runs, and nowhere else', () => {
    const { files, modules, backend } = loadedBy(build);
    expect(files.includes('lib/kernel/javascript.js')).toBe(backend === 'javascript');
    if (backend === 'native') expect(modules.filter((it) => LAZY_MODULES.includes(it))).toEqual([]);
  });
});
