'use strict';

// What bundles for browsers have in the place of node-modules.js. The bundles themselves are built and
// run by __test__/bundlers.

const { withProperty } = require('../../support/with-property');

let warn;

beforeEach(() => {
  jest.resetModules();
  warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  jest.dontMock('crypto');
  jest.restoreAllMocks();
  delete globalThis.document;
});

function load() {
  return require('../../../lib/kernel/browser-modules');
}

test('the names are bare, and the modules those that the bundle has', () => {
  jest.doMock('crypto', () => ({ createHmac: () => 'bundled' }));
  expect(load().crypto.createHmac()).toBe('bundled');
});

test.each([
  [
    'is not in the bundle',
    () =>
      jest.doMock('crypto', () => {
        throw new Error('no module');
      }),
  ],
  ['is an empty object in the bundle', () => jest.doMock('crypto', () => ({}))],
])('a module that %s comes from the runtime, if that has it', (_what, prepare) => {
  prepare();
  jest.spyOn(process, 'getBuiltinModule').mockReturnValue({ createHmac: () => 'builtin' });
  expect(load().crypto.createHmac()).toBe('builtin');
  expect(process.getBuiltinModule).toHaveBeenCalledWith('node:crypto');
});

test('a missing module is an error when it is used, and not before', () => {
  jest.doMock('crypto', () => {
    throw new Error('no module');
  });
  jest.spyOn(process, 'getBuiltinModule').mockImplementation(() => {
    throw new Error('refused');
  });
  const modules = load();
  expect(() => modules.crypto).toThrow("agora-token needs Node's module crypto");
  expect(() => modules.crypto).toThrow(expect.objectContaining({ cause: new Error('no module') }));
});

describe('the warning of certificates', () => {
  test('comes once in a browser', () => {
    globalThis.document = {};
    const { crypto } = load();
    expect(load().crypto).toBe(crypto);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0][0]).toContain('App Certificate');
  });

  test('comes once where the module is missing, too', () => {
    globalThis.document = {};
    jest.doMock('crypto', () => ({}));
    jest.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    const modules = load();
    for (let i = 0; i < 2; i++) expect(() => modules.crypto).toThrow();
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('comes in React Native', () => {
    withProperty(globalThis, 'navigator', { value: { product: 'ReactNative' } }, () => {
      expect(load().crypto).toBeDefined();
    });
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('does not come for decoding, nor on a server', () => {
    globalThis.document = {};
    expect(load().zlib).toBe(require('node:zlib'));
    delete globalThis.document;
    expect(load().crypto).toBe(require('node:crypto'));
    expect(warn).not.toHaveBeenCalled();
  });
});
