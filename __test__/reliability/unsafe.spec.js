'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { backend } = require('../..');
const { addon } = require('../../lib/kernel/backend');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { ROOT } = require('./support/child');

const SRC = path.join(ROOT, 'src');
const { ours, original } = libraries();
const onNative = backend === 'native' ? test : test.skip;

const sources = fs
  .readdirSync(SRC, { recursive: true })
  .filter((file) => file.endsWith('.rs'))
  .map((file) => [file, fs.readFileSync(path.join(SRC, file), 'utf8')]);

/** An `unsafe fn` of a trait says nothing of its own: the trait's contract holds. */
const UNSAFE_BLOCK = /\bunsafe\s*\{/;

test('the core has no unsafe code', () => {
  const core = path.join(ROOT, 'crates/agora-token-core/src/lib.rs');
  expect(fs.readFileSync(core, 'utf8')).toContain('#![forbid(unsafe_code)]');
});

test.each(sources)('every unsafe block of %s says why it is sound', (_file, source) => {
  const lines = source.split('\n');
  lines.forEach((line, at) => {
    if (!UNSAFE_BLOCK.test(line)) return;
    const above = lines.slice(Math.max(0, at - 4), at).join('\n');
    expect(`${line}\n${above}`).toContain('SAFETY:');
  });
});

test.each(sources)('no function of %s lets a panic through to Node.js', (_file, source) => {
  const exported = source.matchAll(/#\[napi(\([^\]]*\))?\]\s*(?:#\[[^\]]*\]\s*)*pub fn (\w+)/g);
  for (const [, options, name] of exported) {
    expect([name, options ?? '']).toEqual([name, expect.stringContaining('catch_unwind')]);
  }
});

/** Texts whose UTF-8 ends shortly before, at and behind the end of each fixed buffer. */
function textsAround(limit) {
  const texts = [];
  for (const character of ['a', 'é', '€', '😀']) {
    const width = Buffer.byteLength(character);
    for (let count = Math.floor((limit - 12) / width); count * width <= limit + 12; count++) {
      texts.push(character.repeat(count), `${'a'.repeat(limit % width)}${character.repeat(count)}`);
    }
  }
  return texts;
}

/** The result or the error of a builder of the RTC tokens 007 and 006. */
function outcomes({ modules }, args) {
  const builders = [
    modules['src/RtcTokenBuilder2'].RtcTokenBuilder.buildTokenWithUserAccount,
    modules['src/RtcTokenBuilder'].RtcTokenBuilder.buildTokenWithAccount,
  ];
  return builders.map((build) => {
    try {
      return build.apply({}, args);
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  });
}

function expectAlike(args) {
  const { Date: RealDate } = globalThis;
  const { random } = Math;
  globalThis.Date = class extends RealDate {
    constructor() {
      super(1700000000000);
    }
  };
  Math.random = () => 0.25;
  try {
    expect(outcomes(ours, args)).toEqual(outcomes(original, args));
  } finally {
    globalThis.Date = RealDate;
    Math.random = random;
  }
}

// Found by __test__/reliability/programs/workout.mjs: an id followed by a character of four bytes was taken for
// the id alone, since the engine leaves room for whole characters only.
test.each(['😀', '😀😀', 'é', '€', 'a', '\0', '\ud800'])(
  'an App ID or a certificate with %j behind it is none',
  (more) => {
    const build = (appId, certificate) =>
      expectAlike([appId, certificate, 'lobby', 'a', 1, 3600, 3600]);
    build(APP_ID + more, CERTIFICATE);
    build(APP_ID, CERTIFICATE + more);
    build(more + APP_ID, CERTIFICATE);
    const token = new ours.modules['src/AccessToken2'].AccessToken2(APP_ID, CERTIFICATE, 1, 1);
    token.add_service(new ours.modules['src/AccessToken2'].ServiceFpa());
    expect(token.from_string(token.build())).toBe(true);
    expect(token.verifySignature(CERTIFICATE + more)).toBe(false);
  },
);

test.each([32, 36, 512, 1024])(
  'texts around %i bytes are read as the original reads them',
  (limit) => {
    for (const text of textsAround(limit)) {
      expectAlike([APP_ID, CERTIFICATE, text, 'account', 1, 3600, 3600]);
      expectAlike([APP_ID, CERTIFICATE, 'lobby', text, 1, 3600, 3600]);
      expectAlike([APP_ID, text, 'lobby', 'account', 1, 3600, 3600]);
      expectAlike([text, CERTIFICATE, 'lobby', 'account', 1, 3600, 3600]);
    }
  },
);

onNative('each way in which the addon reads and makes a string is reached', () => {
  const scratch = Buffer.alloc(64);
  // Text: short, and longer than the stack buffer; Text of another type.
  expect(addon.open('007', scratch)).toBe(-1);
  expect(addon.open(`007${'A'.repeat(5000)}`, scratch)).toBe(-1);
  expect(() => addon.open(7, scratch)).toThrow('a string was expected');
  expect(() => addon.seal(undefined, scratch, 64, false)).toThrow('a string was expected');
  // Uid: a number, a text, and neither.
  const build = (uid, issueTs = 1) =>
    addon.RtcTokenBuilder.buildTokenWithUserAccount(
      ...[APP_ID, CERTIFICATE, 'lobby', uid, 1, 60, 60, issueTs, 1],
    );
  expect(build(4294967295)).toBe(build('4294967295'));
  expect(build(0)).toBe(build(''));
  expect(() => build(Symbol('uid'))).toThrow('a string was expected');
  // JsText: ASCII, UTF-8 and null.
  expect(build(1)).toMatch(/^007/);
  const of006 = (appId) =>
    addon.AccessToken.build(appId, CERTIFICATE, 'lobby', 1, Buffer.alloc(10));
  expect(of006('é')).toMatch(/^006é/);
  expect(of006('\ud800')).toBe(null);
  // Numbers: a role of each type, durations and moments that fit and that do not.
  const withRole = (role) =>
    addon.RtcTokenBuilder.buildTokenWithUserAccount(
      ...[APP_ID, CERTIFICATE, 'lobby', 'ada', role, 60, 60, 1, 1],
    );
  for (const role of [1, '1', true, 1n]) expect(withRole(role)).toBe(withRole(1));
  for (const role of [2, 2n ** 64n, -1n, null, {}]) expect(withRole(role)).toBe(withRole(0));
  expect(() => build(1, -1)).toThrow('issueTs must be from 0 to 4294967295; found -1');
  expect(() => build(1, {})).toThrow();
});
