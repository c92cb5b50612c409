'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { ROOT, runProgram } = require('./support/child');

// The addon built so that its core panics at a message that says "panic on purpose".
const BUILD = path.join(ROOT, '__test__/reliability/programs/addon-builds.mjs');

let env;

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILD, 'panic-test'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const addon = stdout.trim().split('\n').at(-1);
  env = { NAPI_RS_NATIVE_LIBRARY_PATH: addon, AGORA_TOKEN_BACKEND: 'native' };
});

const PROLOGUE = `
  const assert = require('node:assert');
  const { addon } = require('./lib/kernel/backend');
  const { BUILDERS } = require('./__test__/support/builders');
  const { plainArgument } = require('./__test__/support/every-builder');
  const { libraries } = require('./__test__/support/libraries');
  const { request } = require('./__test__/reliability/support/numbered-tokens');
  const { buildTokens, buildTokensAsync } = require('.');
  const MARK = 'panic on purpose';
  const marked = Buffer.from(MARK);
  const PANIC = /^(internal error in agora-token-native|a panic on purpose)$/;
  const isPanic = (error) => error instanceof Error && PANIC.test(error.message);
  const bad = { ...request(1), args: request(1).args.with(2, MARK) };
  const good = request(1);`;

function succeeds(program) {
  const { status, signal, stdout } = runProgram(PROLOGUE + program, { env });
  expect({ status, signal, stdout }).toEqual({ status: 0, signal: null, stdout: 'alive\n' });
}

test('a panic in any builder is an error, and the next token is built', () => {
  succeeds(`
    const { ours } = libraries();
    let panics = 0;
    for (const builder of BUILDERS) {
      const args = (mark) => builder.parameters.map((kind) =>
        mark && (kind === 'channel' || kind === 'account') ? MARK : plainArgument(kind, ours));
      try {
        builder.call(ours, args(true));
      } catch (error) {
        assert(isPanic(error), error);
        panics += 1;
      }
      assert.ok(builder.call(ours, args(false)));
    }
    assert(panics > 20, String(panics));
    console.log('alive');`);
});

test('a panic in any function of the kernel is an error', () => {
  succeeds(`
    const certificate = '5CFd2fd1755d40ecb72977518be15d3b';
    const calls = [
      () => addon.seal(certificate, 1, 1, marked, false),
      () => addon.verify(certificate, 1, 1, marked, 0, marked.length),
      () => addon.inflate(marked),
      () => addon.open('007' + marked.toString('base64'), Buffer.alloc(10)),
      () => addon.md5(marked),
      () => addon.AccessToken.build('id', certificate, MARK, '', Buffer.alloc(4)),
      () => addon.DynamicKey5.generate('id', certificate, MARK, 1, 1, 1, 1, 1),
    ];
    for (const call of calls) {
      for (let turn = 0; turn < 100; turn++) assert.throws(call, isPanic);
    }
    assert.strictEqual(addon.md5(Buffer.from('a')), '0cc175b9c0f1b6a831c399e269772661');
    console.log('alive');`);
});

test('a panic in a batch is an error', () => {
  succeeds(`
    assert.throws(() => buildTokens([good, bad]), isPanic);
    assert.strictEqual(buildTokens([good]).length, 1);
    console.log('alive');`);
});

test('a panic on a thread of the addon rejects the promise, and the thread goes on', () => {
  succeeds(`
    (async () => {
      for (let turn = 0; turn < 200; turn++) await assert.rejects(buildTokensAsync([bad]), isPanic);
      const many = await Promise.allSettled(
        Array.from({ length: 200 }, (_, i) => buildTokensAsync([i % 2 ? bad : good])));
      assert.strictEqual(many.filter(({ status }) => status === 'rejected').length, 100);
      const results = await buildTokensAsync(Array.from({ length: 2000 }, () => good));
      assert.strictEqual(results.length, 2000);
      console.log('alive');
    })();`);
});

test('a panic in a worker thread stays there', () => {
  succeeds(`
    const { Worker } = require('node:worker_threads');
    const source = \`
      const { addon } = require(process.cwd() + '/lib/kernel/backend');
      addon.md5(Buffer.from('\${MARK}'));\`;
    const worker = new Worker(source, { eval: true });
    worker.on('error', (error) => {
      assert(PANIC.test(error.message), error);
      console.log('alive');
    });`);
});
