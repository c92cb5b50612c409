'use strict';

// In the page, with what stands there for Node's modules, the decoder and the verifier find what they
// find in Node.js.

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const { createTokenBuilder, decodeToken, verifyToken } = require('../..');
const { bundle, FOR_BROWSERS } = require('../../site/build');
const { explainDamage } = require('../../tools/decode/decode-token');
const { randomDamage } = require('../support/damage');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
const { Random } = require('../support/random');
const { token005, token006, message006 } = require('../support/raw-tokens');
const { tokenAround } = require('../support/token-content');

const TOKENS = path.resolve(__dirname, '../../crates/agora-token-core/tests/data/tokens.json');
const DAMAGED = 1500;
const SECONDS = Math.floor(Date.now() / 1000);
const MIB = 1024 * 1024;

/** Every `token` in the core's vectors. */
function tokensIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const own = typeof value.token === 'string' ? [value.token] : [];
  return [...own, ...Object.values(value).flatMap(tokensIn)];
}

const tokens = tokensIn(JSON.parse(fs.readFileSync(TOKENS, 'utf8')));

let page;

beforeAll(async () => {
  const entry = path.join(__dirname, 'decoder.entry.js');
  const text = await bundle(entry, { format: 'iife', globalName: 'bundled', ...FOR_BROWSERS });
  // A realm with no more than browsers have.
  page = vm.runInNewContext(`${text}; bundled`, { crypto, TextEncoder, TextDecoder });
});

/** What comes of a call, in this realm's own objects. */
function outcome(call) {
  try {
    return JSON.parse(JSON.stringify(call()));
  } catch (error) {
    const { name, code, message, offset } = error;
    return { name, code, message, offset };
  }
}

test('every token of the vectors is decoded as in Node.js', () => {
  expect(tokens.length).toBeGreaterThan(15);
  for (const token of tokens) {
    const found = outcome(() => page.decodeToken(token));
    expect(found).toEqual(outcome(() => decodeToken(token)));
    expect(found.version).toMatch(/^00[567]$/);
  }
});

test('every damaged token is refused, or read, as in Node.js, and repaired as there', () => {
  const random = new Random(20261125);
  const found = { read: 0, refused: 0 };
  for (let i = 0; i < DAMAGED; i++) {
    const { label, apply } = randomDamage(random);
    const damaged = apply(random.pick(tokens));
    const here = outcome(() => decodeToken(damaged));
    expect([label, outcome(() => page.decodeToken(damaged))]).toEqual([label, here]);
    expect(page.explainDamage(damaged)?.repaired).toBe(explainDamage(damaged)?.repaired);
    found[here.version === undefined ? 'refused' : 'read'] += 1;
  }
  expect(Math.min(found.read, found.refused)).toBeGreaterThan(100);
});

test('a content that grows without end is refused', () => {
  const bomb = tokenAround(Buffer.alloc(4 * MIB));
  expect(outcome(() => page.decodeToken(bomb))).toEqual(outcome(() => decodeToken(bomb)));
  expect(outcome(() => page.decodeToken(bomb)).code).toBe('ERR_TOKEN_TOO_LARGE');
});

const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
const QUESTIONS = [
  ['007', builder.rtc({ channel: 'lobby', uid: 42, role: 'publisher' }), {}],
  ['007', builder.rtc({ channel: 'lobby', uid: 42, role: 'publisher' }), { uid: 43 }],
  ['007', builder.rtm({ userId: 'ada' }), { userId: 'ada' }],
  [
    '006',
    token006({
      channel: 'lobby',
      uid: '42',
      message: message006(SECONDS + 86_000, [[1, SECONDS + 600]]),
    }),
    { channelName: 'lobby', uid: 42 },
  ],
  [
    '005',
    token005({ issueTs: SECONDS, expireTs: 0, channel: 'lobby', uid: 42 }),
    { channelName: 'lobby', uid: 42 },
  ],
];

test.each(QUESTIONS)('a token %s is verified as in Node.js', async (_version, token, asked) => {
  const certificates = [
    CERTIFICATE,
    OTHER_CERTIFICATE,
    [CERTIFICATE, OTHER_CERTIFICATE],
    [OTHER_CERTIFICATE, CERTIFICATE],
  ];
  for (const certificate of certificates) {
    const options = { now: SECONDS + 5, ...asked };
    const here = outcome(() => verifyToken(token, certificate, options));
    const there = await page.withWebCrypto(() => page.verifyToken(token, certificate, options));
    expect(outcome(() => there)).toEqual(here);
    expect(here.token === null).toBe(certificate === OTHER_CERTIFICATE);
  }
});

test('a malformed certificate is an error there too, and is not shown', async () => {
  const malformed = CERTIFICATE.slice(1);
  const [, token] = QUESTIONS[0];
  const checked = page.withWebCrypto(() => page.verifyToken(token, [malformed]));
  const error = await checked.catch((thrown) => thrown);
  expect(error.code).toBe('ERR_APP_CERTIFICATE');
  expect(error.message).not.toContain(malformed);
});

test('the example is a token in force, of which one privilege has ended', async () => {
  const { privileges } = decodeToken(await page.makeExample()).services[0];
  const ended = privileges.filter(({ expireTs }) => expireTs < SECONDS).map(({ name }) => name);
  expect(ended).toEqual(['publishVideo']);
});
