'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT, runProgram } = require('./support/child');
const { MARK, MESSAGE, insertBefore } = require('./support/planted-panic');

// The addon built from sources into which a panic is planted.
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
  const { APP_ID, CERTIFICATE } = require('./__test__/support/identifiers');
  const { libraries } = require('./__test__/support/libraries');
  const { request } = require('./__test__/reliability/support/numbered-tokens');
  const { packRecord, packSigningInfo } = require('./__test__/support/signing-info');
  const { buildTokens, buildTokensAsync } = require('.');
  const MARK = '${MARK}';
  const marked = Buffer.from(MARK);
  const PANIC = /^(internal error in agora-token-native|${MESSAGE})$/;
  const isPanic = (error) => error instanceof Error && PANIC.test(error.message);
  const bad = { ...request(1), args: request(1).args.with(2, MARK) };
  const good = request(1);`;

function succeeds(program) {
  const { status, signal, stdout, stderr } = runProgram(PROLOGUE + program, { env });
  const failure = status === 0 ? '' : stderr.slice(-3000);
  expect({ status, signal, stdout, failure }).toEqual({
    status: 0,
    signal: null,
    stdout: 'alive\n',
    failure: '',
  });
}

test('a panic in any builder is an error, and the next token is built', () => {
  succeeds(`
    const { ours } = libraries();
    const calm = [];
    for (const builder of BUILDERS) {
      const args = (mark) => builder.parameters.map((kind) =>
        mark && (kind === 'channel' || kind === 'account') ? MARK : plainArgument(kind, ours));
      try {
        builder.call(ours, args(true));
        calm.push(builder.name);
      } catch (error) {
        assert(isPanic(error), error);
      }
      assert.ok(builder.call(ours, args(false)));
    }
    // Those without a text that a caller chooses, and keys with extras, which JavaScript makes.
    assert.deepStrictEqual(calm, [
      'src/ChatTokenBuilder ChatTokenBuilder buildAppToken',
      'src/FpaTokenBuilder FpaTokenBuilder buildToken',
      'src/ApaasTokenBuilder ApaasTokenBuilder buildAppToken',
      'src/EducationTokenBuilder EducationTokenBuilder buildAppToken',
      'src/DynamicKey5 generateInChannelPermissionKey',
      'src/DynamicKey5 generateDynamicKey',
    ]);
    console.log('alive');`);
});

test('a panic in any function of the addon is an error, and the next call gives its result', () => {
  succeeds(`
    const info = (text) => packSigningInfo({ text });
    const signed = (text) => Buffer.concat([Buffer.alloc(32), Buffer.from(text)]);
    const seal = (text) => addon.seal(CERTIFICATE, info(text), info(text).length, false);
    const sealBatch = (text) => addon.sealBatch(packRecord(CERTIFICATE, info(text)), false);
    const { AccessToken, DynamicKey5, RtcTokenBuilder, RtmTokenBuilder } = addon;
    const calls = {
      seal,
      sealBatch: (text) => sealBatch(text).toString(),
      verify: (text) => addon.verify(CERTIFICATE, 1, 1, signed(text), 32, signed(text).length),
      inflate: (text) => addon.inflate(Buffer.from(text)),
      open: (text) => addon.open('007' + Buffer.from(text).toString('base64'), Buffer.alloc(10)),
      md5: (text) => addon.md5(Buffer.from(text)),
      'AccessToken.build': (text) =>
        AccessToken.build(APP_ID, CERTIFICATE, text, '', Buffer.alloc(4)),
      'AccessToken.buildRtc': (text) =>
        AccessToken.buildRtc(APP_ID, CERTIFICATE, text, '', true, 1, 1, 1),
      'AccessToken.buildRtm': (text) => AccessToken.buildRtm(APP_ID, CERTIFICATE, text, 1, 1, 1),
      'DynamicKey5.generate': (text) =>
        DynamicKey5.generate(APP_ID, CERTIFICATE, text, 1, 1, 1, 1, 1),
      'RtcTokenBuilder.buildTokenWithUid': (text) =>
        RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, text, 1, 1, 1, 1, 1, 1),
      'RtcTokenBuilder.buildTokenWithUserAccount': (text) =>
        RtcTokenBuilder.buildTokenWithUserAccount(APP_ID, CERTIFICATE, text, 'a', 1, 1, 1, 1, 1),
      'RtcTokenBuilder.buildTokenWithUidAndPrivilege': (text) =>
        RtcTokenBuilder.buildTokenWithUidAndPrivilege(
          APP_ID, CERTIFICATE, text, 1, 1, 1, 1, 1, 1, 1, 1),
      'RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege': (text) =>
        RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege(
          APP_ID, CERTIFICATE, text, 'a', 1, 1, 1, 1, 1, 1, 1),
      'RtcTokenBuilder.buildTokenWithRtm': (text) =>
        RtcTokenBuilder.buildTokenWithRtm(APP_ID, CERTIFICATE, text, 'a', 1, 1, 1, 1, 1),
      'RtcTokenBuilder.buildTokenWithRtm2': (text) =>
        RtcTokenBuilder.buildTokenWithRtm2(
          APP_ID, CERTIFICATE, 'c', 'a', 1, 1, 1, 1, 1, 1, text, 1, 1, 1),
      'RtmTokenBuilder.buildToken': (text) =>
        RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, text, 1, 1, 1),
    };
    for (const [name, call] of Object.entries(calls)) {
      const expected = call('not marked');
      for (let turn = 0; turn < 50; turn++) {
        assert.throws(() => call(MARK), isPanic, name);
        assert.strictEqual(call('not marked'), expected, name);
      }
    }
    // Those that are left hash and inflate nothing, or are tested with the threads.
    const names = Object.entries(addon).flatMap(([name, value]) => {
      if (typeof value !== 'function') return [];
      const methods = Object.getOwnPropertyNames(value)
        .filter((method) => typeof value[method] === 'function');
      return methods.length > 0 ? methods.map((method) => name + '.' + method) : [name];
    });
    const left = names.filter((name) => !Object.hasOwn(calls, name)).sort();
    assert.deepStrictEqual(left, ['encode', 'sealBatchAsync', 'threadCount']);
    console.log('alive');`);
});

test('a panic in a batch is an error', () => {
  succeeds(`
    assert.throws(() => buildTokens([good, bad]), isPanic);
    const [{ token }] = buildTokens([good]);
    assert.match(token, /^007/);
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
      assert.strictEqual(results.filter(({ token }) => token.startsWith('007')).length, 2000);
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

test('a panic is planted where its place is found once, and nowhere else', () => {
  expect(insertBefore('a\n  b\nc', 'b', 'planted')).toBe('a\nplanted\n  b\nc');
  expect(() => insertBefore('a\nc', 'b', 'planted')).toThrow('0 lines read "b"');
  expect(() => insertBefore('b\nb', 'b', 'planted')).toThrow('2 lines read "b"');
});

test('the product has no panic for tests', () => {
  const sources = ['src', 'crates'].flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true })
      .filter((file) => file.endsWith('.rs'))
      .map((file) => path.join(ROOT, folder, file)),
  );
  expect(sources.length).toBeGreaterThan(30);
  const texts = sources.map((file) => [file, fs.readFileSync(file, 'utf8')]);
  expect(texts.filter(([, text]) => text.includes(MARK)).map(([file]) => file)).toEqual([]);
});
