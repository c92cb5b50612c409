'use strict';

// The server over HTTP, started as `npm start` starts it.

const { backend, createTokenBuilder, decodeToken, verifyToken } = require('../..');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { post, startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const AUTHORIZED = { authorization: `Bearer ${API_KEY}` };
const MANY = { REQUESTS_PER_MINUTE: '100000' };

describe('with an API key', () => {
  let server;

  beforeAll(async () => {
    server = await startServer({ API_KEY, TOKEN_SECONDS: '600', ...MANY });
  });

  afterAll(() => server.stop());

  const ask = (path, body, headers = AUTHORIZED) => post(server.url + path, body, headers);

  test('an RTC token', async () => {
    const answer = await ask('/tokens/rtc', { channel: 'lobby', uid: 42, role: 'publisher' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
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
    ['/verify', { token: '007', certificate: 'x' }],
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
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.body.error.code).toBe('UNAUTHORIZED');
    }
  });

  test('decoding needs no key', async () => {
    const { body: made } = await ask('/tokens/rtm', { userId: 'ada' });
    const { status, headers, body } = await ask('/decode', { token: ` ${made.token}\n` }, {});
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
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
    const response = await fetch(`${server.url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', backend });
  });

  test('the page allows only itself', async () => {
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const html = await response.text();
    expect(html).toContain('<textarea');
    for (const file of ['page.js', 'page.css']) {
      expect(html).toContain(file);
      expect((await fetch(`${server.url}/${file}`)).status).toBe(200);
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

  test('the log is JSON, and holds neither certificate nor key nor token', async () => {
    const { body } = await ask('/tokens/rtm', { userId: 'ada' });
    await ask('/decode', { token: body.token });
    await fetch(`${server.url}/decode?token=${encodeURIComponent(body.token)}`);
    const lines = server.output.trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line));
    const paths = entries.flatMap(({ req }) => (req ? [req.path] : []));
    expect(paths).toEqual(expect.arrayContaining(['/tokens/rtm', '/decode']));
    expect(server.output).not.toContain(CERTIFICATE);
    expect(server.output).not.toContain(API_KEY);
    expect(server.output).not.toContain(body.token);
    expect(server.output).not.toContain(encodeURIComponent(body.token));
    expect(server.output).not.toMatch(/authorization/i);
  });
});

test('too many requests are refused, and the health route is not', async () => {
  const server = await startServer({ REQUESTS_PER_MINUTE: '3' });
  try {
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await post(`${server.url}/decode`, { token: 'abc' }));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 429, 429]);
    expect(Number(answers[3].headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers[3].body.error).toMatchObject({ code: expect.any(String) });
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  } finally {
    await server.stop();
  }
});

test.each(['SIGTERM', 'SIGINT'])('%s stops it in good order', async (signal) => {
  const server = await startServer(MANY);
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  await server.stop(signal);
  expect(server.output).toContain('"msg":"stopping"');
  expect(server.output).toContain('"msg":"stopped"');
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
});

test.each([
  [{ AGORA_APP_ID: '' }, 'AGORA_APP_ID is not set.'],
  [{ AGORA_APP_CERTIFICATE: '' }, 'AGORA_APP_CERTIFICATE is not set.'],
  [{ AGORA_APP_CERTIFICATE: `${CERTIFICATE}0` }, 'found 33 characters.'],
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ TOKEN_SECONDS: '86401' }, 'TOKEN_SECONDS must be'],
  [{ API_KEY: 'short' }, 'API_KEY must have 16 characters at least.'],
  [{ HOST: '0.0.0.0' }, 'API_KEY is not set.'],
])('it does not start with %j', async (env, message) => {
  const server = await startServer(env);
  expect(server.url).toBeNull();
  expect(server.exitCode).toBe(1);
  expect(server.output).toContain(message);
  expect(server.output).not.toContain(CERTIFICATE);
});
