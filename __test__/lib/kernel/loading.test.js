'use strict';

// What a process loads, and what it leaves as it was, until the first token is built.

const path = require('node:path');
const { createCheckout } = require('../../support/checkout');

const ID = '0123456789abcdef0123456789abcdef';

/** Runs first in each program: notes what is required, and what the process report is asked. */
const WATCH = `
  const Module = require('node:module');
  const fs = require('node:fs');
  const load = Module._load;
  const seen = { builtins: new Set(), reports: 0, read: [] };
  Module._load = function (request) {
    if (/^node:/.test(request)) seen.builtins.add(request);
    return load.apply(this, arguments);
  };
  const { getReport } = process.report;
  process.report.getReport = function () {
    seen.reports += 1;
    return getReport.apply(this, arguments);
  };
  // As in an image without a shell and its programs.
  const readFileSync = fs.readFileSync;
  fs.readFileSync = function (file) {
    if (file === '/usr/bin/ldd') throw new Error('ENOENT');
    return readFileSync.apply(this, arguments);
  };
  const settings = () => Object.entries(Object.getOwnPropertyDescriptors(process.report))
    .filter(([name]) => name !== 'getReport')
    .map(([name]) => [name, process.report[name]]);
  const before = JSON.stringify(settings());
  process.on('exit', () => {
    const files = Object.keys(require.cache).map((it) => require('node:path').relative(__dirname, it));
    const sameSettings = JSON.stringify(settings()) === before;
    console.log(JSON.stringify({ ...seen, builtins: [...seen.builtins], files, sameSettings }));
  });
`;

const BUILD = `require('.').RtcTokenBuilder.buildTokenWithUid('${ID}', '${ID}', 'lobby', 1, 1, 60, 60);`;

let checkout;

beforeEach(() => {
  checkout = createCheckout();
});

afterEach(() => {
  checkout.remove();
});

function watch(source, options) {
  const { status, stdout, stderr } = checkout.node(WATCH + source, options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('with the addon', () => {
  test.each([
    ['the import', "require('.');"],
    ['the first token', BUILD],
  ])('%s loads no crypto, no zlib and no generated loader', (_what, source) => {
    checkout.installAddon();
    const { builtins, files } = watch(source);
    expect(files.some((it) => it.endsWith('.node'))).toBe(true);
    expect(builtins).not.toContain('node:crypto');
    expect(builtins).not.toContain('node:zlib');
    expect(files).not.toContain('binding.js');
  });
});

describe('with JavaScript', () => {
  const JAVASCRIPT = { env: { AGORA_TOKEN_BACKEND: 'javascript' } };

  test('the import loads no crypto and no zlib, the first token both', () => {
    expect(watch("require('.');", JAVASCRIPT).builtins).not.toContain('node:crypto');
    const { builtins, files } = watch(BUILD, JAVASCRIPT);
    expect(builtins).toEqual(expect.arrayContaining(['node:crypto', 'node:zlib']));
    expect(files).not.toContain(path.join('lib', 'kernel', 'native.js'));
    expect(files.filter((it) => /addon|platform|deno|\.node$/.test(it))).toEqual([]);
  });

  test('the first token of a missing addon does not load the generated loader either', () => {
    const { files } = watch(BUILD);
    expect(files).not.toContain('binding.js');
  });
});

describe('the process report', () => {
  test.each([
    ['with the addon', true],
    ['without', false],
  ])('is neither taken nor changed %s', (_what, isInstalled) => {
    if (isInstalled) checkout.installAddon();
    expect(watch(BUILD)).toMatchObject({ reports: 0, sameSettings: true });
  });

  test('is as it was even if the generated loader takes it', () => {
    const { reports, sameSettings } = watch(
      `Object.defineProperty(process, 'arch', { value: 'riscv64' }); ${BUILD}`,
    );
    expect(reports).toBe(process.platform === 'linux' ? 1 : 0);
    expect(sameSettings).toBe(true);
  });
});
