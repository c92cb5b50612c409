'use strict';

const { createTokenBuilder, decodeToken, TokenError, uidOf, verifyToken } = require('../..');
const { TOKEN_CODES } = require('../../tools/token-error');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');

const CREDENTIALS = { appId: APP_ID, appCertificate: CERTIFICATE };

/** What a server has set wrong itself. */
const OF_THE_SERVER = ['ERR_APP_ID', 'ERR_APP_CERTIFICATE', 'ERR_CLOCK', 'ERR_SALT', 'ERR_OPTION'];

test.each(Object.keys(TOKEN_CODES).filter((code) => code.startsWith('ERR_')))(
  'the status of %s',
  (code) => {
    expect(new TokenError(code, '').status).toBe(OF_THE_SERVER.includes(code) ? 500 : 400);
  },
);

test("an error with a code of one's own has a status, too", () => {
  expect(new TokenError('ERR_OF_MINE', '').status).toBe(400);
});

function rtc(options, settings = {}) {
  return () =>
    createTokenBuilder({ ...CREDENTIALS, ...settings }).rtc({
      channel: 'lobby',
      uid: 42,
      role: 'publisher',
      ...options,
    });
}

test.each([
  ['no channel', rtc({ channel: undefined }), 400],
  ['a channel that Agora refuses', rtc({ channel: 'a/b' }), 400],
  ['a uid that is none', rtc({ uid: -1 }), 400],
  ['an unknown role', rtc({ role: 'host' }), 400],
  ['milliseconds', rtc({ expiresIn: 600000 }), 400],
  ['a text that is no token', () => decodeToken('Bearer'), 400],
  ['an id that is none', () => uidOf(''), 400],
  ['no credentials', rtc({}, { appId: undefined }), 500],
  ['a certificate that is none', () => verifyToken('007', 'secret'), 500],
  ['a clock that is none', rtc({}, { now: 'noon' }), 500],
  ['a salt that is none', rtc({}, { salt: -1 }), 500],
  ['an option with a typing error', rtc({ chanel: 'lobby' }), 500],
])('%s', (_what, act, status) => {
  expect(act).toThrow(TokenError);
  expect(act).toThrow(expect.objectContaining({ status }));
});
