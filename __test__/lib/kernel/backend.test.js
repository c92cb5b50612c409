'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { ADDON, createCheckout, packageName } = require('../../support/checkout');

const PRINT_INFO = `
  const { error, ...info } = require('.').backendInfo();
  console.log(JSON.stringify({ ...info, error: error && error.message }));`;

let checkout;

beforeEach(() => {
  checkout = createCheckout();
});

afterEach(() => {
  checkout.remove();
});

function infoOf(options) {
  const { status, stdout, stderr } = checkout.node(PRINT_INFO, options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function failureOf(options) {
  const source = `try { require('.') } catch ({ code, message }) {
    console.log(JSON.stringify({ code, message }));
  }`;
  return JSON.parse(checkout.node(source, options).stdout);
}

describe('backendInfo', () => {
  test('tells the addon of the installed package', () => {
    const addonPath = checkout.installAddon();
    expect(infoOf()).toMatchObject({
      backend: 'native',
      reason: null,
      error: null,
      addonInstalled: true,
      addonPackage: packageName,
      addonPath,
      platform: `${process.platform}-${process.arch}`,
    });
  });

  test('tells the addon that a build has left', () => {
    const addonPath = path.join(checkout.folder, path.basename(ADDON));
    fs.copyFileSync(ADDON, addonPath);
    expect(infoOf()).toMatchObject({ backend: 'native', addonPath });
  });

  test('tells that JavaScript was asked for', () => {
    checkout.installAddon();
    expect(infoOf({ env: { AGORA_TOKEN_BACKEND: 'javascript' } })).toMatchObject({
      backend: 'javascript',
      reason: 'AGORA_TOKEN_BACKEND=javascript',
      error: null,
      addonInstalled: null,
      addonPath: null,
    });
  });

  test('tells that the package is missing', () => {
    const reason = `Cannot find module '${packageName}'`;
    const info = infoOf();
    expect(info).toMatchObject({ backend: 'javascript', reason, addonInstalled: false });
    expect(info.error.startsWith(reason)).toBe(true);
  });

  test('tells that addons are switched off', () => {
    checkout.installAddon();
    expect(infoOf({ flags: ['--no-addons'] })).toMatchObject({
      backend: 'javascript',
      reason: 'Cannot load native addon because loading addons is disabled.',
      addonInstalled: true,
    });
  });

  test('tells that the file is no addon of this package', () => {
    const other = checkout.installAddon();
    fs.rmSync(other);
    fs.writeFileSync(path.join(path.dirname(other), 'package.json'), '{ "main": "other.js" }');
    fs.writeFileSync(path.join(path.dirname(other), 'other.js'), '');
    expect(infoOf()).toMatchObject({
      backend: 'javascript',
      reason: 'No addon of this package, but another one.',
      addonInstalled: false,
    });
  });
});

describe('AGORA_TOKEN_BACKEND', () => {
  test('native is an error with a code where no addon loads', () => {
    const { code, message } = failureOf({ env: { AGORA_TOKEN_BACKEND: 'native' } });
    expect(code).toBe('ERR_AGORA_TOKEN_ADDON');
    expect(message).toContain(`Cannot find module '${packageName}'`);
    expect(message).toContain(`Install ${packageName}`);
  });

  test('native tells an addon that does not load from one that is missing', () => {
    checkout.installAddon();
    const env = { AGORA_TOKEN_BACKEND: 'native' };
    const { code, message } = failureOf({ env, flags: ['--no-addons'] });
    expect(code).toBe('ERR_AGORA_TOKEN_ADDON');
    expect(message).toContain('loading addons is disabled. An addon is installed, but does not');
  });

  test('another value is an error that names the two', () => {
    checkout.installAddon();
    expect(failureOf({ env: { AGORA_TOKEN_BACKEND: 'Native' } })).toEqual({
      code: 'ERR_AGORA_TOKEN_BACKEND',
      message: "AGORA_TOKEN_BACKEND must be native or javascript; found 'Native'.",
    });
  });

  test('an empty value is none', () => {
    checkout.installAddon();
    expect(infoOf({ env: { AGORA_TOKEN_BACKEND: '' } }).backend).toBe('native');
  });
});

describe("napi's variables, set for another package, leave the addon on", () => {
  const VARIABLES = [
    ['NAPI_RS_NATIVE_LIBRARY_PATH', '/nowhere/other.node'],
    ['NAPI_RS_NATIVE_LIBRARY_PATH', require.resolve('../../support/checkout')],
    ['NAPI_RS_FORCE_WASI', 'true'],
    ['NAPI_RS_FORCE_WASI', 'error'],
    ['NAPI_RS_WASI_FLAVOR', 'wasm32-wasip1-threads'],
  ];

  test.each(VARIABLES)('%s=%s, with the package of the platform', (name, value) => {
    checkout.installAddon();
    expect(infoOf({ env: { [name]: value } }).backend).toBe('native');
  });

  test.each(VARIABLES)('%s=%s, with what a build has left', (name, value) => {
    fs.copyFileSync(ADDON, path.join(checkout.folder, path.basename(ADDON)));
    expect(infoOf({ env: { [name]: value } }).backend).toBe('native');
  });
});

test('NAPI_RS_NATIVE_LIBRARY_PATH takes an addon from elsewhere, before what a build has left', () => {
  fs.copyFileSync(ADDON, path.join(checkout.folder, path.basename(ADDON)));
  const info = infoOf({ env: { NAPI_RS_NATIVE_LIBRARY_PATH: ADDON } });
  expect(info).toMatchObject({ backend: 'native', addonPath: ADDON });
});

describe('NODE_DEBUG=agora-token', () => {
  const BUILD = `
    const { RtcTokenBuilder } = require('.');
    const id = 'a'.repeat(32);
    for (let i = 0; i < 3; i++) RtcTokenBuilder.buildTokenWithUid(id, id, 'lobby', 1, 1, 60, 60);
    require('./src/AccessToken2');`;

  function debugLines(env) {
    const { stderr } = checkout.node(BUILD, { env });
    return stderr.split('\n').filter(Boolean);
  }

  test('prints which kernel was taken, once', () => {
    const addonPath = checkout.installAddon();
    const lines = debugLines({ NODE_DEBUG: 'agora-token' });
    expect(lines).toEqual([expect.stringMatching(/^AGORA-TOKEN \d+: the kernel is native: /)]);
    expect(lines[0]).toContain(addonPath);
  });

  test('prints why it is JavaScript', () => {
    expect(debugLines({ NODE_DEBUG: 'agora-token' })).toEqual([
      expect.stringContaining(`the kernel is javascript: Cannot find module '${packageName}'`),
    ]);
  });

  test.each([[{}], [{ NODE_DEBUG: 'other' }]])('%j prints nothing', (env) => {
    expect(debugLines(env)).toEqual([]);
  });
});
