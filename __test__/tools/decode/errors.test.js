'use strict';

const fc = require('fast-check');
const { decodeToken, RtcTokenBuilder, TokenError } = require('../../..');
const { AccessToken2 } = require('../../../src/AccessToken2');
const { RtcTokenBuilder: RtcTokenBuilder006 } = require('../../../src/RtcTokenBuilder');
const dynamicKey = require('../../../src/DynamicKey5');
const { TOKEN_CODES } = require('../../../tools/token-error');
const { CONTENT_LIMIT } = require('../../../lib/kernel/format');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { inflateToken, tokenAround } = require('../../support/token-content');

const READ_CODES = [
  'ERR_TOKEN_TYPE',
  'ERR_TOKEN_EMPTY',
  'ERR_TOKEN_VERSION',
  'ERR_TOKEN_BASE64',
  'ERR_TOKEN_COMPRESSION',
  'ERR_TOKEN_TRUNCATED',
  'ERR_TOKEN_TOO_LARGE',
];

const TOKEN007 = RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, 'demo-room', 42, 1, 60, 60);
const TOKEN006 = RtcTokenBuilder006.buildTokenWithUid(APP_ID, CERTIFICATE, 'demo-room', 42, 1, 60);
const TOKEN005 = dynamicKey.generateMediaChannelKey(APP_ID, CERTIFICATE, 'c', 1, 2, 3, 4);
const TOKENS = [TOKEN007, TOKEN006, TOKEN005];

function errorOf(token) {
  try {
    decodeToken(token);
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  ['undefined', undefined, 'ERR_TOKEN_TYPE', undefined, /found undefined/],
  ['null', null, 'ERR_TOKEN_TYPE', undefined, /found null/],
  ['a promise', Promise.resolve(TOKEN007), 'ERR_TOKEN_TYPE', undefined, /promise: await it/],
  ['an object', { token: TOKEN007 }, 'ERR_TOKEN_TYPE', undefined, /found object/],
  ['an empty string', '', 'ERR_TOKEN_EMPTY', undefined, /empty/],
  ['other text', 'token', 'ERR_TOKEN_VERSION', 0, /Found 't', 'o', 'k'/],
  ['one character', '0', 'ERR_TOKEN_VERSION', 0, /Found '0'/],
  ['white space before it', ` ${TOKEN007}`, 'ERR_TOKEN_VERSION', 0, /Found a space, '0', '0'/],
  ['an escape sequence', '\x1b[31m', 'ERR_TOKEN_VERSION', 0, /Found U\+001B, '\[', '3'/],
  ['a name that every object has', 'toString', 'ERR_TOKEN_VERSION', 0, /Found 't'/],
  ['the version alone', '007', 'ERR_TOKEN_TRUNCATED', 3, /Nothing follows/],
  ['a space in place of a plus', '007ab c', 'ERR_TOKEN_BASE64', 5, /a space at character 5/],
  ['a line break', '007abcd\n', 'ERR_TOKEN_BASE64', 7, /a line break at character 7/],
  ['URL-safe base64', '007ab_d', 'ERR_TOKEN_BASE64', 5, /'_' at character 5/],
  [
    'what follows two =',
    '007ab==abcd',
    'ERR_TOKEN_BASE64',
    7,
    /'a' at character 7, behind the padd/,
  ],
  ['what follows one =', '007abc=\n', 'ERR_TOKEN_BASE64', 7, /a line break at character 7, behind/],
  ['a third =', '007ab===', 'ERR_TOKEN_BASE64', 7, /'=' at character 7, behind the padding/],
  ['a second = too many', '007abc==', 'ERR_TOKEN_BASE64', 7, /'=' at character 7, behind/],
  ['what follows half a padding', '007ab=;', 'ERR_TOKEN_BASE64', 6, /';' at character 6/],
  ['half a padding', '007ab=', 'ERR_TOKEN_TRUNCATED', 6, /3 characters/],
  ['= behind a whole group', '007abcd=', 'ERR_TOKEN_BASE64', 7, /'=' at character 7 of the token/],
  ['= behind one character', '007abcde=', 'ERR_TOKEN_BASE64', 8, /'=' at character 8 of the token/],
  ['= behind 005', '005ab==;', 'ERR_TOKEN_BASE64', 7, /';' at character 7, behind/],
  ['= behind 006', `${TOKEN006.slice(0, 35)}ab==;`, 'ERR_TOKEN_BASE64', 39, /';' at character 39/],
  ['the first visible character', '007!', 'ERR_TOKEN_BASE64', 3, /'!' at character 3/],
  ['the last visible character', '007~', 'ERR_TOKEN_BASE64', 3, /'~' at character 3/],
  ['a control character', '007\x1f', 'ERR_TOKEN_BASE64', 3, /U\+001F at character 3/],
  ['the character that deletes', '007\x7f', 'ERR_TOKEN_BASE64', 3, /U\+007F at character 3/],
  ['an emoji', '007😀', 'ERR_TOKEN_BASE64', 3, /U\+1F600 at character 3/],
  ['an incomplete group', '007abcde', 'ERR_TOKEN_TRUNCATED', 8, /5 characters/],
  ['no zlib stream', '007abcd', 'ERR_TOKEN_COMPRESSION', 3, /does not expand/],
  ['half a 006 App ID', TOKEN006.slice(0, 20), 'ERR_TOKEN_TRUNCATED', 20, /within the App ID/],
  ['a 006 App ID alone', TOKEN006.slice(0, 35), 'ERR_TOKEN_TRUNCATED', 35, /Nothing follows/],
  ['junk in a 006 token', `${TOKEN006.slice(0, 40)}!`, 'ERR_TOKEN_BASE64', 40, /'!'/],
])('%s', (_name, token, code, offset, message) => {
  const error = errorOf(token);
  expect(error).toBeInstanceOf(TokenError);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('TokenError');
  expect({ code: error.code, offset: error.offset }).toEqual({ code, offset });
  expect(error.message).toMatch(message);
});

test('a token cut anywhere is refused as such', () => {
  for (const token of TOKENS) {
    for (let length = 3; length < token.length; length++) {
      const error = errorOf(token.slice(0, length));
      expect([length, error?.code]).toEqual([length, 'ERR_TOKEN_TRUNCATED']);
    }
  }
});

test('what is missing of a content is told', () => {
  const content = inflateToken(TOKEN007);
  expect(errorOf(tokenAround(content.subarray(0, 10))).message).toBe(
    'The content ends too early: the signature, at byte 2, needs 32 bytes, and 8 are left.',
  );
});

test('a content cut anywhere is refused, and the place is told', () => {
  const content = inflateToken(TOKEN007);
  for (let length = 0; length < content.length; length++) {
    const error = errorOf(tokenAround(content.subarray(0, length)));
    expect([length, error?.code]).toEqual([length, 'ERR_TOKEN_TRUNCATED']);
    expect(error.offset).toBeLessThanOrEqual(length);
    expect(error.message).toContain(`at byte ${error.offset}`);
  }
});

test('the place in a 006 message counts from the start of the content', () => {
  const content = Buffer.from(TOKEN006.slice(35), 'base64');
  // A count of privileges that the message does not hold.
  const countAt = 34 + 4 + 4 + 2 + 4 + 4;
  expect(content.readUInt16LE(countAt)).toBe(4);
  content.writeUInt16LE(5, countAt);
  const error = errorOf(TOKEN006.slice(0, 35) + content.toString('base64'));
  expect(error).toMatchObject({ code: 'ERR_TOKEN_TRUNCATED', offset: content.length });
});

test('a damaged character is found by the compression', () => {
  const damaged = `${TOKEN007.slice(0, 60)}${TOKEN007[60] === 'A' ? 'B' : 'A'}${TOKEN007.slice(61)}`;
  expect(errorOf(damaged)).toMatchObject({ code: 'ERR_TOKEN_COMPRESSION', offset: 3 });
});

test('a content of 1 MiB is read, and one byte more is too large', () => {
  const content = inflateToken(TOKEN007);
  const padded = (length) =>
    tokenAround(Buffer.concat([content, Buffer.alloc(length - content.length)]));
  expect(decodeToken(padded(CONTENT_LIMIT)).unreadBytes).toBe(CONTENT_LIMIT - content.length);
  expect(errorOf(padded(CONTENT_LIMIT + 1))).toMatchObject({ code: 'ERR_TOKEN_TOO_LARGE' });
});

test('a bomb and an endless text are too large', () => {
  expect(errorOf(tokenAround(Buffer.alloc(200 * CONTENT_LIMIT)))).toMatchObject({
    code: 'ERR_TOKEN_TOO_LARGE',
  });
  expect(errorOf(`007${'A'.repeat(4 * CONTENT_LIMIT)}`)).toMatchObject({
    code: 'ERR_TOKEN_TOO_LARGE',
  });
});

test('a token of 2 097 152 characters is read, and one character more is too long', () => {
  const most = 2 * CONTENT_LIMIT;
  const text = (length) => `007${'A'.repeat(length - 3)}`;
  expect(errorOf(text(most))).toMatchObject({ code: 'ERR_TOKEN_TRUNCATED' });
  expect(errorOf(text(most + 1))).toMatchObject({
    code: 'ERR_TOKEN_TOO_LARGE',
    message: 'The token has 2097153 characters; at most 2097152 are read.',
  });
});

test('whatever the text, the outcome is data or a TokenError with a known code', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((tail) => `007${tail}`),
    fc.base64String().map((tail) => `007${tail}`),
    fc.base64String({ maxLength: 400 }).map((tail) => `005${tail}`),
    fc.base64String({ maxLength: 400 }).map((tail) => `006${APP_ID}${tail}`),
    fc.uint8Array({ maxLength: 300 }).map((content) => tokenAround(Buffer.from(content))),
    fc
      .tuple(fc.constantFrom(...TOKENS), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }))
      .map(([token, at, character]) => {
        const index = at % token.length;
        return token.slice(0, index) + character + token.slice(index + 1);
      }),
  );
  const outcomes = { data: 0, error: 0 };
  fc.assert(
    fc.property(text, (token) => {
      const error = errorOf(token);
      outcomes[error ? 'error' : 'data']++;
      if (!error) return;
      expect(error).toBeInstanceOf(TokenError);
      expect(READ_CODES).toContain(error.code);
      expect(error.message.length).toBeLessThan(300);
      if (token.length > 60) expect(error.message).not.toContain(token.slice(3, 60));
    }),
    { numRuns: 3000 },
  );
  expect(outcomes.error).toBeGreaterThan(100);
  expect(outcomes.data).toBeGreaterThan(10);
});

test('bytes of a content that are changed give data or an error, as AccessToken2 decides', () => {
  const content = inflateToken(TOKEN007);
  fc.assert(
    fc.property(fc.nat({ max: content.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      const changed = Buffer.from(content);
      changed[at] = byte;
      const token = tokenAround(changed);
      // What AccessToken2 refuses is refused here too. It pads where this does not.
      if (!new AccessToken2().from_string(token)) {
        expect(errorOf(token)).toMatchObject({ code: 'ERR_TOKEN_TRUNCATED' });
      } else {
        expect([undefined, 'ERR_TOKEN_TRUNCATED']).toContain(errorOf(token)?.code);
      }
    }),
    { numRuns: 500 },
  );
});

test('every code for reading is in the table, with what a client sees and a cause', () => {
  for (const code of READ_CODES) {
    expect(TOKEN_CODES[code]).toEqual({
      meaning: expect.stringMatching(/\.$/),
      clientError: 110,
      hint: expect.stringMatching(/\.$/),
    });
  }
});
