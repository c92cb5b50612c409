'use strict';

// The server over HTTP, started as `npm start` starts it.

const { backend, createTokenBuilder, decodeToken, verifyToken } = require('../..');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { ask: get, post } = require('./ask');
const { startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const AUTHORIZED = { authorization: `Bearer ${API_KEY}` };
const MANY = { REQUESTS_PER_MINUTE: '100000' };

describe('with an API key', () => {
  let server;

  beforeAll(async () => {
    server = await startServer({ API_KEY, TOKEN_SECONDS: '600', ...MANY });
  });

  afterAll(() => server.stop());

  const ask = (path, body, headers = AUTHORIZED) => post(server.url, path, body, headers);

  test('an RTC token', async () => {
    const answer = await ask('/tokens/rtc', { channel: 'lobby', uid: 42, role: 'publisher' });
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { token, expiresAt } = answer.body;
    expect(decodeToken(token)).toMatchObject({ appId: APP_ID, expire: 600 });
    expect(expiresAt).toBe(decodeToken(token).expiresAt.toISOString());
    expect(
      verifyToken(token, CERTIFICATE, { channelName: 'lobby', uid: 42, privilege: 'publishAudio' }),
    ).toMatchObject({ valid: true });
  });

  test('an RTC token for a user account, with a duration', async () => {
    const { body } = await ask('/tokens/rtc', {
      channel: 'lobby',
      account: 'ada',
      role: 'subscriber',
      expiresIn: 60,
    });
    expect(decodeToken(body.token)).toMatchObject({
      expire: 60,
      services: [{ name: 'rtc', uid: 'ada', privileges: [{ name: 'joinChannel' }] }],
    });
  });

  test('an RTM token', async () => {
    const { status, body } = await ask('/tokens/rtm', { userId: 'ada' });
    expect(status).toBe(200);
    expect(decodeToken(body.token).services).toMatchObject([{ name: 'rtm', userId: 'ada' }]);
  });

  test('both in one token', async () => {
    const { status, body } = await ask('/tokens/rtc-rtm', {
      channel: 'lobby',
      uid: 42,
      role: 'publisher',
      userId: 'ada',
    });
    expect(status).toBe(200);
    expect(decodeToken(body.token).services).toMatchObject([
      { name: 'rtc', channelName: 'lobby', uid: '42' },
      { name: 'rtm', userId: 'ada' },
    ]);
  });

  test.each([
    ['/tokens/rtc', {}],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher' }],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher', uid: 42, account: 'ada' }],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher', uid: '42' }],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher', uid: -1 }],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher', uid: 4294967296 }],
    ['/tokens/rtc', { channel: 'lobby', role: 'host', uid: 42 }],
    ['/tokens/rtc', { channel: '', role: 'publisher', uid: 42 }],
    ['/tokens/rtc', { channel: 'a'.repeat(65), role: 'publisher', uid: 42 }],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher', uid: 42, expiresIn: 86401 }],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher', uid: 42, expiresIn: '1h' }],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher', uid: 42, appCertificate: 'x' }],
    ['/tokens/rtm', {}],
    ['/tokens/rtm', { userId: 42 }],
    ['/tokens/rtm', { userId: 'a'.repeat(65) }],
    ['/tokens/rtc-rtm', { channel: 'lobby', role: 'publisher', uid: 42 }],
    ['/decode', {}],
    ['/decode', { token: 42 }],
    ['/decode', { token: 'A'.repeat(16385) }],
    ['/verify', { token: '007', certificate: 'x' }],
    ['/verify', { token: '007', channelName: 'a'.repeat(256) }],
    ['/verify', { token: '007', userId: 'a'.repeat(256) }],
    ['/verify', { token: '007', uid: 'a'.repeat(256) }],
  ])('%s refuses %j', async (path, body) => {
    const answer = await ask(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      error: { code: 'INVALID_REQUEST', message: expect.stringMatching(/^body/) },
    });
  });

  test('what no schema says is refused by the token builder', async () => {
    const { status, body } = await ask('/tokens/rtc', {
      channel: 'a/b',
      uid: 1,
      role: 'publisher',
    });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'ERR_CHANNEL' });
    const undefinedUser = await ask('/tokens/rtm', { userId: 'undefined' });
    expect(undefinedUser).toMatchObject({ status: 400, body: { error: { code: 'ERR_USER_ID' } } });
  });

  test.each([
    ['no key', {}],
    ['another key', { authorization: 'Bearer another-key-for-it' }],
    ['another scheme', { authorization: `Basic ${API_KEY}` }],
    ['the key alone', { authorization: API_KEY }],
  ])('tokens need the API key: %s', async (_name, headers) => {
    const body = { channel: 'lobby', uid: 42, role: 'publisher', userId: 'ada' };
    for (const path of ['/tokens/rtc', '/tokens/rtm', '/tokens/rtc-rtm']) {
      const answer = await ask(path, body, headers);
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.body.error.code).toBe('UNAUTHORIZED');
    }
  });

  test('decoding needs no key', async () => {
    const { body: made } = await ask('/tokens/rtm', { userId: 'ada' });
    const { status, headers, body } = await ask('/decode', { token: ` ${made.token}\n` }, {});
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual(JSON.parse(JSON.stringify(decodeToken(made.token))));
  });

  test('a token that cannot be read', async () => {
    const { status, body } = await ask('/decode', { token: 'abc' });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: { code: 'ERR_TOKEN_VERSION', message: expect.any(String), offset: 0 },
    });
  });

  test('verifying compares with the App ID and the certificate of the server', async () => {
    const { body: made } = await ask('/tokens/rtc', { channel: 'a', uid: 1, role: 'publisher' });
    const check = async (body) => (await ask('/verify', body, {})).body;
    expect(await check({ token: made.token, channelName: 'a', uid: 1 })).toMatchObject({
      valid: true,
      reasons: [],
      token: { version: '007' },
    });
    expect(await check({ token: made.token, channelName: 'b' })).toMatchObject({
      valid: false,
      reasons: [{ code: 'ERR_TOKEN_CHANNEL', clientError: 110 }],
    });
    const foreign = createTokenBuilder({ appId: 'f'.repeat(32), appCertificate: '0'.repeat(32) });
    expect(await check({ token: foreign.rtm({ userId: 'ada' }) })).toMatchObject({
      valid: false,
      reasons: [{ code: 'ERR_TOKEN_APP_ID' }, { code: 'ERR_TOKEN_SIGNATURE' }],
    });
    expect(await check({ token: 'abc' })).toMatchObject({ valid: false, token: null });
  });

  test('the health route', async () => {
    const { status, text } = await get(server.url, { path: '/health' });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ status: 'ok', backend });
  });

  test('the page allows only itself', async () => {
    const { status, headers, text } = await get(server.url);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(text).toContain('<textarea');
    for (const file of ['page.js', 'page.css']) {
      expect(text).toContain(file);
      expect((await get(server.url, { path: `/${file}` })).status).toBe(200);
    }
  });

  test.each([
    ['an unknown route', '/nothing', {}, 404],
    ['another file of the folder', '/config.js', {}, 404],
    ['a path out of the folder', '/..%2f.env', {}, 404],
    ['no JSON', '/decode', '{', 400],
    ['another type', '/decode', 'token=007', 415, { 'content-type': 'text/plain' }],
    ['too much', '/decode', { token: 'A'.repeat(64 * 1024) }, 413],
  ])('%s', async (_name, path, body, status, headers = {}) => {
    const answer = await ask(path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: { code: expect.any(String), message: expect.any(String) },
    });
  });
});
