'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { explainFailure, missingAddon } = require('../../../lib/kernel/addon-failure');

const PACKAGE = '@agora-token-native/binding-linux-x64-gnu';
const ABSENT = Object.assign(
  new Error(`Cannot find module '${PACKAGE}'\nRequire stack:\n- /app/node_modules/x.js`),
  { code: 'MODULE_NOT_FOUND' },
);

/** Errors as the generated loader throws them: advice around the first of them. */
function generated(...messages) {
  const chain = messages.reduce((cause, message) => new Error(message, { cause }), undefined);
  return new Error('Cannot find native binding. npm has a bug related to …', { cause: chain });
}

const PLACE = { platform: 'linux-x64', libc: 'glibc', addonPackage: PACKAGE };

test.each([
  ['Cannot load native addon because loading addons is disabled.'],
  ["/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.17' not found (required by /app/x.node)"],
  ['\\\\?\\C:\\app\\x.node is not a valid Win32 application.'],
  ['Error relocating /app/x.node: __register_atfork: symbol not found'],
])('%s', (message) => {
  const error = new Error(`${message}\nmore`);
  expect(explainFailure([error, ABSENT])).toEqual({ reason: message, error, isInstalled: true });
  expect(explainFailure([ABSENT, error])).toEqual({ reason: message, error, isInstalled: true });
});

test('what is absent is the reason if nothing else is', () => {
  const reason = `Cannot find module '${PACKAGE}'`;
  const local = new Error("Cannot find module '../../agora-token-native.linux-x64-gnu.node'");
  expect(explainFailure([ABSENT, local])).toEqual({ reason, error: ABSENT, isInstalled: false });
});

test('the innermost cause that the generated loader found is, and not its advice', () => {
  const chain = generated(
    "Cannot find module './a.node'",
    'Bad EXE format',
    'Cannot find module y',
  );
  expect(explainFailure([chain])).toMatchObject({ reason: 'Bad EXE format', isInstalled: true });
  const absent = generated("Cannot find module './a.node'", 'Cannot find module y');
  expect(explainFailure([absent])).toMatchObject({
    reason: "Cannot find module './a.node'",
    isInstalled: false,
  });
});

test('Windows does not name a missing library, so the likely one is named', () => {
  const error = new Error('The specified module could not be found.\r\n\\\\?\\C:\\app\\x.node');
  expect(explainFailure([error]).reason).toMatch(/could not be found\. .*VCRUNTIME140\.dll/);
});

describe('the error of AGORA_TOKEN_BACKEND=native', () => {
  test('names a missing package', () => {
    const { code, message, cause } = missingAddon([ABSENT], PLACE);
    expect({ code, cause }).toEqual({ code: 'ERR_AGORA_TOKEN_ADDON', cause: ABSENT });
    expect(message).toBe(
      `AGORA_TOKEN_BACKEND=native, but no addon loads on linux-x64 (glibc): Cannot find module '${PACKAGE}'. ` +
        `Install ${PACKAGE}, an optional dependency of agora-token-native, or unset ` +
        'AGORA_TOKEN_BACKEND to use the JavaScript kernel.',
    );
  });

  test('says that an addon is installed', () => {
    const { message } = missingAddon([new Error('x.node: invalid ELF header')], PLACE);
    expect(message).toContain(
      'x.node: invalid ELF header. An addon is installed, but does not load.',
    );
  });

  test('says where there is no package', () => {
    const place = { platform: 'sunos-x64', libc: null, addonPackage: null };
    const { message } = missingAddon(
      [new Error('Unsupported OS: sunos, architecture: x64')],
      place,
    );
    expect(message).toContain('no addon loads on sunos-x64: Unsupported OS: sunos');
    expect(message).toContain(
      'There is no package for this platform. Build the addon from source, as docs/install.md of the ' +
        'project says, and name its file in NAPI_RS_NATIVE_LIBRARY_PATH, or unset AGORA_TOKEN_BACKEND',
    );
    const page = fs.readFileSync(path.resolve(__dirname, '../../../docs/install.md'), 'utf8');
    expect(page).toMatch(/^## From source\n[^#]*NAPI_RS_NATIVE_LIBRARY_PATH/m);
  });
});
