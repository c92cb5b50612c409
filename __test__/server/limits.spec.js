'use strict';

// How many requests one client may send, and who counts as one client.

const fs = require('node:fs');
const path = require('node:path');
const { ask, post } = require('./ask');
const { startProxy } = require('./proxy');
const { startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const AUTHORIZED = { authorization: `Bearer ${API_KEY}` };
const ADA = '203.0.113.1';
const BOB = '203.0.113.2';
const OUTER_PROXY = '198.51.100.1';

const page = fs.readFileSync(path.resolve(__dirname, '../../docs/server.md'), 'utf8');
const routes = [...page.matchAll(/^\| `(GET|POST) (\/\S*)` \|/gm)].map(([, method, route]) => [
  method,
  route,
]);

/** The statuses of `count` answers, asked for one after the other. */
async function statuses(count, send) {
  const all = [];
  for (let turn = 0; turn < count; turn++) all.push((await send()).status);
  return all;
}

describe('every route but that for health', () => {
  let server;

  beforeAll(async () => {
    // The tests are the proxy here: each says another client.
    server = await startServer({ API_KEY, REQUESTS_PER_MINUTE: '2', PROXIES: '127.0.0.1' });
  });

  afterAll(() => server.stop());

  const limited = [
    ...routes.filter(([, route]) => route !== '/health'),
    ['GET', '/docs/static/swagger-ui.css'],
    ['HEAD', '/'],
    ['GET', '/nothing'],
    ['POST', '/nothing'],
    ['PUT', '/tokens/rtc'],
  ].map(([method, route], number) => [method, route, `192.0.2.${number + 1}`]);

  test('the list has what docs/server.md has', () => {
    expect(limited).toHaveLength(16);
  });

  test.each(limited)('%s %s', async (method, route, client) => {
    const headers = { ...AUTHORIZED, 'x-forwarded-for': client };
    const send = () => ask(server.url, { method, path: route, headers });
    const [first, second, third] = await statuses(3, send);
    expect(first).not.toBe(429);
    expect(second).toBe(first);
    expect(third).toBe(429);
  });

  test('says when to come again', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.100' };
    await statuses(2, () => post(server.url, '/decode', {}, headers));
    const refused = await post(server.url, '/decode', {}, headers);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toEqual({
      error: { code: 'TOO_MANY_REQUESTS', message: expect.any(String) },
    });
  });

  test('a wrong API key counts, and then the right one is not looked at', async () => {
    const guess = (key) =>
      post(server.url, '/tokens/rtm', { userId: 'ada' }, { authorization: `Bearer ${key}` });
    expect(await statuses(3, () => guess('a-wrong-key-for-it'))).toEqual([401, 401, 429]);
    expect((await guess(API_KEY)).status).toBe(429);
  });

  test('the health route and preflights do not', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.101' };
    const health = () => ask(server.url, { path: '/health', headers });
    const preflight = () => ask(server.url, { method: 'OPTIONS', path: '/tokens/rtc', headers });
    expect(await statuses(4, health)).toEqual([200, 200, 200, 200]);
    expect(await statuses(4, preflight)).toEqual([204, 204, 204, 204]);
    expect(await statuses(3, () => ask(server.url, { headers }))).toEqual([200, 200, 429]);
  });
});

describe('clients behind a proxy', () => {
  const visit = (url, headers = {}) => statuses(3, () => ask(url, { headers }));
  const BOTH = [200, 200, 429];
  const NONE = [429, 429, 429];

  test('have a limit each, whatever they say of themselves', async () => {
    const server = await startServer({ REQUESTS_PER_MINUTE: '2', PROXIES: '127.0.0.1' });
    const ofAda = await startProxy(server.url, ADA);
    const ofBob = await startProxy(server.url, BOB);
    expect(await visit(ofAda)).toEqual(BOTH);
    expect(await visit(ofBob)).toEqual(BOTH);
    for (const forged of ['192.0.2.1', `${BOB}`, `192.0.2.2, ${BOB}`, '127.0.0.1', 'x', ',']) {
      expect([forged, await visit(ofAda, { 'x-forwarded-for': forged })]).toEqual([forged, NONE]);
    }
    await server.stop();
  });

  test('and behind two proxies', async () => {
    const proxies = `127.0.0.1, ${OUTER_PROXY}/32`;
    const server = await startServer({ REQUESTS_PER_MINUTE: '2', PROXIES: proxies });
    const inner = await startProxy(server.url, OUTER_PROXY);
    const ofAda = await startProxy(inner, ADA);
    const ofBob = await startProxy(inner, BOB);
    expect(await visit(ofAda)).toEqual(BOTH);
    expect(await visit(ofBob)).toEqual(BOTH);
    expect(await visit(ofAda, { 'x-forwarded-for': '192.0.2.1' })).toEqual(NONE);
    await server.stop();
  });

  test.each([
    ['no proxy is known', ''],
    ['another proxy is known', '192.0.2.77'],
  ])('are one client if %s', async (_name, PROXIES) => {
    const server = await startServer({ REQUESTS_PER_MINUTE: '2', PROXIES });
    expect(await visit(await startProxy(server.url, ADA))).toEqual(BOTH);
    expect(await visit(await startProxy(server.url, BOB))).toEqual(NONE);
    expect(await visit(server.url, { 'x-forwarded-for': '192.0.2.1' })).toEqual(NONE);
    await server.stop();
  });
});
