'use strict';

const { spawnSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const fc = require('fast-check');
const { createTokenBuilder, decodeToken, TokenError, uidOf } = require('../../..');
const { loadedBy } = require('../../support/loaded-by');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { readBlocks } = require('../../docs/blocks');
const vectors = require('./vectors.json');

const ROOT = path.resolve(__dirname, '../../..');
const PAGE = fs.readFileSync(path.join(ROOT, 'docs/uid.md'), 'utf8');

/** The rule of the page, in other words: over the hexadecimal digits. */
function byTheRule(text) {
  const hex = crypto.createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');
  return Number((BigInt(`0x${hex.slice(0, 8)}`) % 4294967295n) + 1n);
}

test.each(vectors)('the uid of $text is $uid', ({ text, uid }) => {
  expect(uidOf(text)).toBe(uid);
  expect(byTheRule(text)).toBe(uid);
});

test('every text has a uid that RTC takes', () => {
  const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const uid = uidOf(text);
      expect(uid).toBe(byTheRule(text));
      const token = builder.rtc({ channel: 'lobby', uid, role: 'subscriber' });
      expect(decodeToken(token).services[0].uid).toBe(String(uid));
    }),
    { numRuns: 300 },
  );
});

describe('the ends of the range', () => {
  afterEach(() => jest.restoreAllMocks());

  test.each([
    ['00000000', 1],
    ['00000001', 2],
    ['fffffffe', 4294967295],
    ['ffffffff', 1],
  ])('a digest that begins with %s gives %i', (hex, uid) => {
    const digest = Buffer.from(hex.padEnd(64, '5'), 'hex');
    const hash = { update: () => hash, digest: () => digest };
    jest.spyOn(crypto, 'createHash').mockReturnValue(hash);
    expect(uidOf('ada')).toBe(uid);
  });
});

test.each([
  ['an empty string', '', /found an empty string/],
  ['nothing', undefined, /found undefined/],
  ['a number', 42, /found a number/],
  ['bytes', Buffer.from('ada'), /found/],
  ['the word for a missing value', 'undefined', /"undefined", the word for a missing value/],
  ['an object made into text', '[object Object]', /the word for a missing value/],
  ['half of a surrogate pair', 'ada\ud83e', /surrogate/],
])('%s has no uid', (_what, text, message) => {
  const act = () => uidOf(text);
  expect(act).toThrow(TokenError);
  expect(act).toThrow(message);
  expect(act).toThrow(expect.objectContaining({ code: 'ERR_USER_ID', status: 400 }));
});

test('the drop-in does not load it', () => {
  const build = "require('.').RtcTokenBuilder.buildTokenWithUid('', '', 'lobby', 42, 1, 60, 60)";
  expect(loadedBy(build).files).toContain('index.js');
  expect(loadedBy(build).files).not.toContain('tools/uid-of.js');
  expect(loadedBy("require('.').uidOf('ada')").files).toContain('tools/uid-of.js');
});

describe('the page', () => {
  test('lists the vectors', () => {
    const listed = [...PAGE.matchAll(/^\| `([^`]+)` \| (\d+) \|$/gm)];
    expect(listed.map(([, text, uid]) => ({ text, uid: Number(uid) }))).toEqual(vectors);
  });

  test('tells the probability of a collision', () => {
    const rows = [...PAGE.matchAll(/^\| ([\d ]+) \| ([\d.]+) % \|$/gm)];
    expect(rows.length).toBeGreaterThan(4);
    for (const [, users, percent] of rows) {
      const n = Number(users.replaceAll(' ', ''));
      const p = -Math.expm1((-n * (n - 1)) / 2 / 4294967295) * 100;
      expect([users, percent]).toEqual([users, String(Number(p.toPrecision(2)))]);
    }
  });

  test('has an example in Python that gives the same', () => {
    const [, source] = /^```python\n([\s\S]*?)^```$/m.exec(PAGE);
    const texts = JSON.stringify(vectors.map(({ text }) => text));
    const program = `${source}\nimport json, sys\nprint([uid_of(t) for t in json.loads(sys.argv[1])])`;
    if (spawnSync('python3', ['--version']).status !== 0) {
      return process.stdout.write('skipped: uidOf in Python: there is no python3\n');
    }
    const { stdout } = spawnSync('python3', ['-c', program, texts], { encoding: 'utf8' });
    return expect(JSON.parse(stdout)).toEqual(vectors.map(({ uid }) => uid));
  });

  test('has examples in JavaScript', () => {
    expect(readBlocks(PAGE).filter(({ language }) => language === 'js').length).toBeGreaterThan(0);
  });
});
