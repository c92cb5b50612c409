'use strict';

// What happens to tokens on their way: each is recognised, named, and can be undone.

const { createTokenBuilder, decodeToken, verifyToken } = require('../../..');
const { findDamage } = require('../../../tools/decode/damage');
const { explainDamage } = require('../../../tools/decode/decode-token');
const dynamicKey = require('../../../src/DynamicKey5');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { tokenAround } = require('../../support/token-content');

const TOKEN = findToken((token) => /\+.*\+/.test(token) && /\/.*[^=]=$/.test(token));
const encoded = encodeURIComponent(TOKEN);
const urlSafe = TOKEN.replaceAll('+', '-').replaceAll('/', '_');

// A token with characters that are hurt on the way, and one '=' at its end.
function findToken(hasAll) {
  let salt = 0;
  const options = { appId: APP_ID, appCertificate: CERTIFICATE, now: 1700000000 };
  const builder = createTokenBuilder({ ...options, salt: () => ++salt });
  for (;;) {
    const token = builder.rtc({ channel: 'demo-room', uid: 42, role: 'publisher' });
    if (hasAll(token)) return token;
  }
}

function errorOf(text) {
  try {
    decodeToken(text);
  } catch (error) {
    return error;
  }
  throw new Error('It is a token.');
}

test.each([
  ['Bearer', `Bearer ${TOKEN}`, /"Bearer" stands before the token: pass what follows it\.$/],
  ['Bearer without a space', `Bearer${TOKEN}`, /"Bearer" stands before/],
  ['a character behind', `${TOKEN}x`, /The token stands at 0 of a longer text: pass it alone\.$/],
  ['a sentence', `Here it is ${TOKEN} as asked`, /The token stands at 11 of a longer text/],
  ['a text glued to it', `prefix${TOKEN}:8080/x`, /The token stands at 6 of a longer text/],
  ['a header', `Authorization: bearer  ${TOKEN}`, /"Bearer" stands before/],
  ['bytes of Python', `b'${TOKEN}'`, /Python's text of bytes: decode/],
  ['quotes', `"${TOKEN}"`, /'"' stands before the token: remove it\.$/],
  ['typographic quotes', `“${TOKEN}”`, /U\+201C stands before/],
  ['a quote behind', `${TOKEN}'`, /''' stands behind the token/],
  ['token=', `token=${TOKEN}`, /"token=" stands before the token: pass its value alone\.$/],
  ['a URL', `https://example.com/?uid=1&token=${encoded}&x=2`, /"token=".*decodeURIComponent\.$/],
  ['a settings file', `export AGORA_TOKEN='${TOKEN}'`, /"AGORA_TOKEN=" stands before/],
  ['a log', `sent token: ${TOKEN}, uid 42`, /"token:" stands before/],
  [
    'JSON',
    JSON.stringify({ data: [{ token: TOKEN }] }),
    /It is JSON: pass its field "data.0.token"\.$/,
  ],
  ['deep JSON', `${'{"a":'.repeat(9)}"${TOKEN}"${'}'.repeat(9)}`, /"a":" stands before/],
  ['a part of JSON', `"token":"${TOKEN}"`, /"token":" stands before/],
  ['percent encoding', encoded, /percent-encoded: decode it with decodeURIComponent\.$/],
  ['percent encoding, twice', encodeURIComponent(encoded), /It is percent-encoded/],
  ['spaces', TOKEN.replaceAll('+', ' '), /A '\+' became a space.* encodeURIComponent\.$/],
  ['the URL-safe alphabet', urlSafe, /URL-safe alphabet: replace '-' by '\+' and '_' by '\/'\.$/],
  ['the URL-safe alphabet, cut', urlSafe.replace('=', ''), /URL-safe alphabet/],
  ['escaped slashes', TOKEN.replaceAll('/', '\\/'), /escapes of a JSON text: parse it/],
  ['escaped code points', TOKEN.replaceAll('+', '\\u002b'), /escapes of a JSON text/],
  ['an escaped line break', `${TOKEN}\\n`, /escapes of a JSON text/],
  ['HTML', TOKEN.replaceAll('=', '&#61;').replaceAll('+', '&plus;'), /escaped for HTML/],
  [
    'wrapped lines',
    `${TOKEN.slice(0, 64)}\r\n  ${TOKEN.slice(64)}`,
    /It was wrapped: join its lines\.$/,
  ],
  [
    'spaces within',
    `${TOKEN.slice(0, 64)} ${TOKEN.slice(64)}`,
    /It has spaces in it: remove them\.$/,
  ],
  [
    'an invisible character',
    `${TOKEN.slice(0, 9)}\u200b${TOKEN.slice(9)}`,
    /U\+200B at 9: remove it/,
  ],
  ['a line break behind', `${TOKEN}\n`, /A line break stands behind the token: remove it\.$/],
  ['a no-break space behind', `${TOKEN}\u00a0`, /A no-break space stands behind/],
  ['a byte order mark', `\ufeff${TOKEN}`, /A byte order mark stands before/],
  ['a semicolon behind', `${TOKEN};`, /';' stands behind the token/],
  ['a second token', TOKEN + TOKEN, /Another token follows the first: pass one of them\.$/],
  ['a list of tokens', `${TOKEN}, ${TOKEN}`, /Another token follows/],
  ['tokens line by line', `${TOKEN}\n${TOKEN}\n`, /Another token follows/],
  ['a lost =', TOKEN.slice(0, -1), /lost the '=' at its end: add one\.$/],
  ['a lost version', TOKEN.slice(3), /lost the 007 at its beginning\.$/],
  ['several at once', `Bearer "${encoded}"`, /"Bearer".*'"' stands before.*percent-encoded/],
])('%s', (_name, text, message) => {
  const { code, message: told } = errorOf(text);
  expect(code).toMatch(/^ERR_TOKEN_(VERSION|BASE64|TRUNCATED)$/);
  expect(told).toMatch(message);
  expect(told.length).toBeLessThan(300);
  expect(told).not.toContain(TOKEN.slice(3, 30));
  expect(explainDamage(text)).toEqual({
    kinds: expect.arrayContaining([expect.any(String)]),
    remedy: expect.stringMatching(message),
    repaired: TOKEN,
  });
});

test('a second token behind one without padding', () => {
  const unpadded = findToken((token) => !token.endsWith('='));
  expect(explainDamage(unpadded + unpadded)).toMatchObject({ repaired: unpadded });
  expect(explainDamage(`${unpadded} ${unpadded}`)).toMatchObject({ repaired: unpadded });
});

test('what is recognised has a name', () => {
  expect(explainDamage(`Bearer "${encoded}"`).kinds).toEqual([
    'bearer',
    'surroundings',
    'percentEncoding',
  ]);
});

test('a key 005 and a wrapped one', () => {
  const key = dynamicKey.generateMediaChannelKey(APP_ID, CERTIFICATE, 'c', 1, 2, 3, 4);
  expect(explainDamage(`${key.slice(0, 40)}\n${key.slice(40)}`)).toMatchObject({ repaired: key });
});

test.each([
  ['…', `${TOKEN.slice(0, 20)}…${TOKEN.slice(-6)}`, 'shortened', /dots stand for what is missing/],
  ['...', `${TOKEN.slice(0, 20)}...`, 'shortened', /copy the whole token\.$/],
  ['lower case', TOKEN.toLowerCase(), 'letterCase', /have one case/],
  ['upper case', TOKEN.toUpperCase(), 'letterCase', /have one case/],
  ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ', 'jwt', /JSON Web Token \(JWT\)/],
  ['ZEGO', `04AAAAAGU${'x9'.repeat(30)}=`, 'zego', /ZEGOCLOUD/],
  ['TRTC', `eJwtzE0LgkAUheH-${'x*'.repeat(30)}_`, 'trtc', /UserSig of Tencent TRTC/],
  ['Easemob', 'YWMt9fGqH2rCEe2f-Q9p8W1l', 'easemob', /Easemob/],
  ['an App ID', APP_ID, 'hexId', /App ID or an App Certificate/],
  ['an App ID that begins with 007', `007${'a'.repeat(29)}`, 'hexId', /App ID or an App/],
  ['a promise made into text', `${Promise.resolve('')}`, 'promise', /await it/],
  ['an object made into text', `${{}}`, 'missingValue', /missing value or an object/],
  ['undefined made into text', `${undefined}`, 'missingValue', /missing value/],
  ['a JWT behind Bearer', 'Bearer eyJhbGciOiJI.eyJzdWIi.dBjf', 'jwt', /"Bearer".*JWT/],
])('%s cannot be repaired, and is named', (_name, text, kind, message) => {
  expect(errorOf(text).message).toMatch(message);
  expect(explainDamage(text).kinds).toContain(kind);
  expect(explainDamage(text)).not.toHaveProperty('repaired');
});

test.each([
  [
    'a changed character',
    `${TOKEN.slice(0, 40)}${TOKEN[40] === 'a' ? 'b' : 'a'}${TOKEN.slice(41)}`,
  ],
  ['a token that was cut', TOKEN.slice(0, 80)],
  ['another text', 'token'],
  ['a list of what are no tokens', '007ab==, 007cd=='],
  ['JSON without a token', '{"uid":42}'],
  ['broken JSON', '{"token":'],
  ['JSON that is far too deep', `${'['.repeat(8000)}${']'.repeat(8000)}`],
  ['punctuation', '"; . "'],
])('%s is not explained', (_name, text) => {
  expect(explainDamage(text)).toBeUndefined();
});

test('of what may be an App Certificate no character is told', () => {
  expect(errorOf(CERTIFICATE).message).toMatch(
    /at character 0\. Found 32 hexadecimal digits\. That is/,
  );
  expect(errorOf(CERTIFICATE).message).not.toContain(`'${CERTIFICATE[0]}'`);
});

test('a long text is not searched', () => {
  const text = `Bearer ${TOKEN}`;
  expect(explainDamage(text.padEnd(16_384))).toMatchObject({ repaired: TOKEN });
  expect(explainDamage(text.padEnd(16_385))).toBeUndefined();
});

test('a text that expands again and again is given up', () => {
  let text = TOKEN;
  for (let round = 0; round < 12; round++) text = encodeURIComponent(text);
  expect(explainDamage(text)).toMatchObject({ kinds: ['percentEncoding'] });
  expect(explainDamage(text)).not.toHaveProperty('repaired');
});

test('a bomb ends the search, and few texts are opened', () => {
  const bomb = tokenAround(Buffer.alloc(2 ** 21));
  expect(bomb.length).toBeLessThan(16_000);
  expect(explainDamage(`Bearer ${bomb}`)).toBeUndefined();
  expect(errorOf(`Bearer ${bomb}`)).toMatchObject({ code: 'ERR_TOKEN_VERSION' });

  const isToken = jest.fn(() => false);
  findDamage(`007eJ 007eJ&#61;${encodeURIComponent('%'.repeat(9))}\\/-_`, isToken);
  expect(isToken.mock.calls.length).toBeGreaterThan(5);
  expect(isToken.mock.calls.length).toBeLessThan(30);
});

test('verifyToken tells it too', () => {
  const { reasons } = verifyToken(`Bearer ${TOKEN}`, CERTIFICATE);
  expect(reasons).toMatchObject([
    {
      code: 'ERR_TOKEN_VERSION',
      message: expect.stringMatching(/Found 'B', 'e', 'a'\.$/),
      hint: 'A client sees 110 (invalid token). "Bearer" stands before the token: pass what follows it.',
    },
  ]);
});

test('a token too large stays too large', () => {
  expect(errorOf(tokenAround(Buffer.alloc(2 ** 21))).code).toBe('ERR_TOKEN_TOO_LARGE');
});
