'use strict';

const { copyFileSync, mkdtempSync, rmSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const vm = require('node:vm');
const { backend } = require('../..');
const { runProgram } = require('./support/child');
const { buildOnThreads, startWorker } = require('./support/workers');

const NUMBERED = './__test__/reliability/support/numbered-tokens';
const CLEAN = { status: 0, signal: null, stderr: '' };

const onNative = backend === 'native' ? test : test.skip;

test('eight threads build and parse while workers start, stop and are terminated', async () => {
  const report = await buildOnThreads({ threads: 8, total: 32_000, share: 1000 });
  expect(report.checked).toBe(32_000);
  expect(report.terminated).toBeGreaterThan(1);
});

test('workers terminated with a batch under way take nothing down', async () => {
  for (let turn = 0; turn < 12; turn++) {
    const { worker, done } = startWorker({ first: 0, count: 20_000, async: true });
    await new Promise((resolve) => worker.once('online', resolve));
    await new Promise((resolve) => setTimeout(resolve, turn * 5));
    await worker.terminate();
    await done;
  }
  const { done } = startWorker({ first: 0, count: 1000, async: true });
  expect(await done).toBe(1000);
});

test('a process may exit with batches and workers under way', () => {
  const program = `
    const { buildTokensAsync } = require('.');
    const { request } = require('${NUMBERED}');
    const { startWorker } = require('./__test__/reliability/support/workers');
    buildTokensAsync(Array.from({ length: 50_000 }, (_, i) => request(i)));
    startWorker({ first: 0, count: 50_000, async: true });
    startWorker({ first: 0, count: 50_000, async: false });
    setTimeout(() => process.exit(0), 150);`;
  for (let turn = 0; turn < 3; turn++) expect(runProgram(program)).toMatchObject(CLEAN);
});

test('nothing keeps a process alive that has built its tokens', () => {
  const program = `
    const { buildTokensAsync } = require('.');
    const { request } = require('${NUMBERED}');
    buildTokensAsync([request(1)]).then(() => {
      const handles = process.getActiveResourcesInfo();
      console.log(JSON.stringify(handles.filter((name) => !/Pipe|TTY|FS/.test(name))));
    });`;
  expect(runProgram(program)).toMatchObject({ ...CLEAN, stdout: '[]\n' });
});

test('only workers load the addon, and the last of them ends before the process', () => {
  const program = `
    const { startWorker } = require('./__test__/reliability/support/workers');
    (async () => {
      for (let turn = 0; turn < 4; turn++) {
        console.log(await startWorker({ first: 0, count: 500, async: true }).done);
      }
    })();`;
  // The parent of the workers never requires the package itself.
  expect(runProgram(program)).toMatchObject({ ...CLEAN, stdout: '500\n500\n500\n500\n' });
});

test('vm contexts call the classes of the main one, and can load their own', () => {
  const { buildNumbered } = require('./support/numbered-tokens');
  const context = vm.createContext({ buildNumbered, require, result: '' });
  vm.runInContext('result = buildNumbered(1)', context);
  expect(context.result).toMatch(/^007/);

  const program = `
    const vm = require('node:vm');
    const { buildNumbered } = require('${NUMBERED}');
    for (let turn = 0; turn < 50; turn++) {
      for (const file of Object.keys(require.cache)) {
        if (!file.endsWith('.node')) delete require.cache[file];
      }
      const context = vm.createContext({ require, console, Buffer, process });
      const own = vm.runInContext("require('${NUMBERED}').buildNumbered", context);
      if (own === buildNumbered || !own(turn).startsWith('007')) throw new Error('no token');
    }`;
  expect(runProgram(program, { args: ['--expose-gc'] })).toMatchObject(CLEAN);
});

test('the package loads afresh after a reset of the registry', () => {
  const first = require('../..');
  for (let turn = 0; turn < 20; turn++) {
    jest.resetModules();
    const again = require('../..');
    expect(again).not.toBe(first);
    expect(again.backend).toBe(first.backend);
    const { buildNumbered } = require('./support/numbered-tokens');
    expect(buildNumbered(turn)).toMatch(/^007/);
  }
});

onNative('two copies of the addon live side by side in one process', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'agora-token-'));
  const loaded = Object.keys(require.cache).concat(runProgram(LOADED_ADDON).stdout.trim());
  const addon = loaded.find((file) => file.endsWith('.node'));
  const copy = path.join(folder, 'copy.node');
  copyFileSync(addon, copy);
  const program = `
    const assert = require('node:assert');
    const one = require(${JSON.stringify(addon)});
    const two = require(${JSON.stringify(copy)});
    assert.notStrictEqual(one.seal, two.seal);
    // A short App ID, then the second of issue, the lifetime and the salt.
    const info = Buffer.from('\\x02\\x00id' + '\\x01\\x00\\x00\\x00'.repeat(3), 'latin1');
    const certificate = '5CFd2fd1755d40ecb72977518be15d3b';
    for (let salt = 0; salt < 1000; salt++) {
      info.writeUInt32LE(salt, info.length - 4);
      const [left, right] = [one, two].map(({ seal }) =>
        seal(certificate, info, info.length, false));
      assert.match(left, /^007/);
      assert.strictEqual(left, right);
    }`;
  expect(runProgram(program)).toMatchObject(CLEAN);
  rmSync(folder, { recursive: true });
});

const LOADED_ADDON = `
  require('.');
  console.log(Object.keys(require.cache).find((file) => file.endsWith('.node')));`;
