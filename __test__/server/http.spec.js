'use strict';

// The server over HTTP, started as `npm start` starts it.

const { backend, createTokenBuilder, decodeToken, verifyToken } = require('../..');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
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

  const rtc = (more) => ({ channel: 'lobby', role: 'publisher', uid: 42, ...more });

  test.each([
    ['/tokens/rtc', {}, 'ERR_CHANNEL'],
    ['/tokens/rtc', { channel: 'lobby', role: 'publisher' }, 'ERR_UID'],
    ['/tokens/rtc', rtc({ account: 'ada' }), 'ERR_UID'],
    ['/tokens/rtc', rtc({ uid: -1 }), 'ERR_UID'],
    ['/tokens/rtc', rtc({ uid: 4294967296 }), 'ERR_UID'],
    ['/tokens/rtc', rtc({ role: 'host' }), 'ERR_ROLE'],
    ['/tokens/rtc', rtc({ role: undefined }), 'ERR_ROLE'],
    ['/tokens/rtc', rtc({ channel: '' }), 'ERR_CHANNEL'],
    ['/tokens/rtc', rtc({ channel: 'a'.repeat(65) }), 'ERR_CHANNEL'],
    ['/tokens/rtc', rtc({ channel: ['lobby'] }), 'ERR_CHANNEL'],
    ['/tokens/rtc', rtc({ expiresIn: 0 }), 'ERR_DURATION'],
    ['/tokens/rtc', rtc({ expiresIn: 1700003600 }), 'ERR_DURATION'],
    ['/tokens/rtc', rtc({ appCertificate: 'x' }), 'ERR_OPTION'],
    ['/tokens/rtm', {}, 'ERR_USER_ID'],
    ['/tokens/rtm', { userId: 42 }, 'ERR_USER_ID'],
    ['/tokens/rtm', { userId: 'a'.repeat(65) }, 'ERR_USER_ID'],
    ['/tokens/rtc-rtm', rtc(), 'ERR_USER_ID'],
    ['/tokens/chat', {}, 'ERR_USER_ID'],
    ['/tokens/apaas', { room: 'class' }, 'ERR_USER_ID'],
    ['/tokens/apaas', { userId: 'ada', role: 1 }, 'ERR_ROLE'],
    ['/decode', {}, 'ERR_TOKEN_TYPE'],
    ['/decode', { token: 42 }, 'ERR_TOKEN_TYPE'],
    ['/verify', { token: '007', uid: -1 }, 'ERR_UID'],
    ['/verify', { token: '007', channelName: 42 }, 'ERR_OPTION'],
    ['/verify', { token: '007', certificate: 'x' }, 'ERR_OPTION'],
  ])('%s refuses %j in the words of the package: %s', async (path, body, code) => {
    const answer = await ask(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: { code, message: expect.any(String) } });
    expect(answer.body.error.message).not.toContain('schema');
  });

  test.each([
    ['/tokens/rtc', rtc({ uid: '42' })],
    ['/tokens/rtc', rtc({ expiresIn: 86401 })],
    ['/tokens/rtc', rtc({ expiresIn: '1h' })],
    ['/tokens/rtc', rtc({ privileges: { publishVideo: 60 } })],
    ['/tokens/chat', { app: true }],
    ['/tokens/chat', { userId: 'ada', app: false }],
    ['/tokens/apaas', { app: true }],
    ['/tokens/rtm', []],
    ['/tokens/rtm', 'null'],
    ['/verify', { token: '007', channelName: 'a'.repeat(256) }],
    ['/verify', { token: '007', userId: 'a'.repeat(256) }],
    ['/verify', { token: '007', uid: 'a'.repeat(256) }],
  ])('%s refuses %j, which the package might take', async (path, body) => {
    const answer = await ask(path, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body)).toEqual(['error']);
    expect(answer.body.error.message).toEqual(expect.any(String));
  });

  test('a text that is too long for a token is refused', async () => {
    const made = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
    const long = made.rtm2({
      userId: 'ada',
      permissions: {
        users: { read: Array.from({ length: 4500 }, (_, i) => `user-${(i * 7919) % 99991}`) },
      },
    });
    expect(long.length).toBeGreaterThan(16384);
    const { status, body } = await ask('/decode', { token: long });
    expect([status, body.error?.code]).toEqual([400, 'INVALID_REQUEST']);
  });

  test('tokens for Chat and for Flexible Classroom', async () => {
    const chat = await ask('/tokens/chat', { userId: 'ada' });
    expect(decodeToken(chat.body.token).services).toMatchObject([
      { name: 'chat', userId: 'ada', privileges: [{ name: 'user' }] },
    ]);
    const user = await ask('/tokens/apaas', { userId: 'ada' });
    expect(decodeToken(user.body.token).services).toMatchObject([
      { name: 'apaas', userId: 'ada', privileges: [{ name: 'user' }] },
    ]);
    const room = await ask('/tokens/apaas', { room: 'class', userId: 'ada', role: 0 });
    const { services } = decodeToken(room.body.token);
    expect(services.find(({ name }) => name === 'apaas')).toMatchObject({
      roomUuid: 'class',
      userId: 'ada',
      role: 0,
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
    for (const kind of ['rtc', 'rtm', 'rtc-rtm', 'chat', 'apaas']) {
      const path = `/tokens/${kind}`;
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
      reasons: [{ code: 'ERR_TOKEN_SIGNATURE' }],
      token: null,
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
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(text).toContain('<textarea');
    expect(text).not.toContain('http-equiv');
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

test('while certificates are rotated the first signs, and either is taken', async () => {
  const server = await startServer({
    ...MANY,
    AGORA_APP_CERTIFICATE: `${OTHER_CERTIFICATE}, ${CERTIFICATE}`,
  });
  const { body: made } = await post(server.url, '/tokens/rtm', { userId: 'ada' });
  expect(verifyToken(made.token, OTHER_CERTIFICATE).valid).toBe(true);
  const old = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
  const check = async (token) => (await post(server.url, '/verify', { token })).body;
  expect(await check(made.token)).toMatchObject({ valid: true, certificateIndex: 0 });
  expect(await check(old.rtm({ userId: 'ada' }))).toMatchObject({
    valid: true,
    certificateIndex: 1,
  });
  expect(await server.stop()).toBe(0);
  for (const certificate of [CERTIFICATE, OTHER_CERTIFICATE]) {
    expect(server.output).not.toContain(certificate);
  }
});
