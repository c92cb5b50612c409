'use strict';

// Which names in `Host` are answered, and which origins may read the answers.

const { ask, post, sendRaw } = require('./ask');
const { startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const MANY = { REQUESTS_PER_MINUTE: '100000' };
const FOREIGN = 'rebound.example.com';

describe('without an API key', () => {
  let server;

  beforeAll(async () => {
    const ALLOWED_HOSTS = 'tokens.example.com, Other.example.com';
    server = await startServer({ ...MANY, ALLOWED_HOSTS, PROXIES: '127.0.0.1' });
  });

  afterAll(() => server.stop());

  const statusOf = async (host, more = {}) =>
    (await ask(server.url, { headers: { host }, ...more })).status;

  test.each([
    'localhost',
    'LOCALHOST:3000',
    '127.0.0.1',
    '127.0.0.1:3000',
    '[::1]',
    '[::1]:3000',
    'tokens.example.com',
    'tokens.example.com:443',
    'other.example.com',
  ])('%s is answered', async (host) => {
    expect(await statusOf(host)).toBe(200);
  });

  test.each([
    FOREIGN,
    `${FOREIGN}:3000`,
    `localhost.${FOREIGN}`,
    `${FOREIGN}.localhost`,
    'tokens.example.com.evil.example',
    'evil-tokens.example.com',
    '192.0.2.1',
    'localhost@evil.example',
  ])('%j is not', async (host) => {
    expect(await statusOf(host)).toBe(421);
  });

  test.each([
    ['POST', '/tokens/rtc'],
    ['POST', '/verify'],
    ['GET', '/health'],
    ['GET', '/nothing'],
    ['OPTIONS', '/tokens/rtc'],
  ])('on no route: %s %s', async (method, path) => {
    expect(await statusOf(FOREIGN, { method, path })).toBe(421);
  });

  test('nor is a request without a name, which HTTP 1.0 knows', async () => {
    expect(await sendRaw(server.port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 421 /);
    expect(await sendRaw(server.port, 'GET / HTTP/1.0\r\nHost: localhost\r\n\r\n')).toMatch(
      /^HTTP\/1.1 200 /,
    );
  });

  test('nor if a forwarded host says another name', async () => {
    const headers = { host: FOREIGN, 'x-forwarded-host': 'localhost', forwarded: 'host=localhost' };
    const answer = await post(server.url, '/tokens/rtm', { userId: 'ada' }, headers);
    expect(answer.status).toBe(421);
    expect(answer.body).toEqual({
      error: { code: 'UNKNOWN_HOST', message: expect.not.stringContaining(FOREIGN) },
    });
  });
});

test.each([
  ['without an API key', 421, {}],
  ['with an API key', 200, { API_KEY }],
  ['with an API key and names', 421, { API_KEY, ALLOWED_HOSTS: 'tokens.example.com' }],
])('%s another name gets %i', async (_name, status, env) => {
  const server = await startServer({ ...MANY, ...env });
  expect((await ask(server.url, { headers: { host: FOREIGN } })).status).toBe(status);
  expect((await ask(server.url, { headers: { host: 'localhost' } })).status).toBe(200);
  await server.stop();
});

describe('origins', () => {
  const APP = 'https://app.example.com';
  const PREFLIGHT = {
    method: 'OPTIONS',
    path: '/tokens/rtc',
    headers: {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  };
  const preflightFrom = (url, origin) =>
    ask(url, { ...PREFLIGHT, headers: { ...PREFLIGHT.headers, origin } });
  const ALLOWED = 'access-control-allow-origin';

  let server;

  beforeAll(async () => {
    const ALLOWED_ORIGINS = `${APP},http://localhost:8080`;
    server = await startServer({ API_KEY, REQUESTS_PER_MINUTE: '1000', ALLOWED_ORIGINS });
  });

  afterAll(() => server.stop());

  test.each([APP, 'http://localhost:8080'])('%s may ask, and read the answer', async (origin) => {
    const preflight = await preflightFrom(server.url, origin);
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      [ALLOWED]: origin,
      vary: 'Origin',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    });
    expect(preflight.headers).not.toHaveProperty('access-control-allow-credentials');

    const headers = { origin, authorization: `Bearer ${API_KEY}` };
    const answer = await post(server.url, '/tokens/rtm', { userId: 'ada' }, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers[ALLOWED]).toBe(origin);
    const refused = await post(server.url, '/tokens/rtm', { userId: 'ada' }, { origin });
    expect(refused.status).toBe(401);
    expect(refused.headers).toMatchObject({
      [ALLOWED]: origin,
      'access-control-expose-headers': 'retry-after',
    });
  });

  test.each([
    'https://evil.example',
    'http://app.example.com',
    'https://app.example.com:8443',
    'https://app.example.com.evil.example',
    'null',
    '*',
  ])('%s may not', async (origin) => {
    const preflight = await preflightFrom(server.url, origin);
    expect(preflight.headers).not.toHaveProperty(ALLOWED);
    const headers = { origin, authorization: `Bearer ${API_KEY}` };
    const answer = await post(server.url, '/tokens/rtm', { userId: 'ada' }, headers);
    expect(answer.headers).not.toHaveProperty(ALLOWED);
  });

  test('none may unless they are named', async () => {
    const closed = await startServer(MANY);
    for (const origin of [APP, 'null', closed.url]) {
      const { status, headers } = await preflightFrom(closed.url, origin);
      expect([origin, status]).toEqual([origin, 204]);
      expect(headers).not.toHaveProperty(ALLOWED);
    }
    await closed.stop();
  });
});
