'use strict';

// Tokens, the API key and the App Certificate must not get into the log, nor must errors get into
// answers, wherever a client puts them.

const { createApp } = require('../../sample/server/app');
const { readConfig } = require('../../sample/server/config');
const { CERTIFICATE } = require('../support/identifiers');
const { ask, post, sendRaw } = require('./ask');
const { CREDENTIALS, logOf, startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const AUTHORIZED = { authorization: `Bearer ${API_KEY}` };

test('the log has no token, no key and no certificate, at its most talkative', async () => {
  const server = await startServer({ API_KEY, LOG_LEVEL: 'trace', REQUESTS_PER_MINUTE: '1000' });
  const made = await post(server.url, '/tokens/rtm', { userId: 'ada' }, AUTHORIZED);
  const { token } = made.body;
  const encoded = encodeURIComponent(token);

  await post(server.url, '/decode', { token }, AUTHORIZED);
  await post(server.url, '/verify', { token, tokens: token }, AUTHORIZED);
  await post(server.url, '/decode', `{"token":"${token}`, AUTHORIZED);
  await post(server.url, '/tokens/rtm', { userId: 'ada' }, { authorization: `Bearer ${token}` });
  const paths = [
    `/decode?token=${encoded}`,
    `/decode?${API_KEY}`,
    `/decode/${encoded}`,
    `/${token}`,
    `/decode/${token}/%zz`,
    `/%zz?${token}`,
    `//${token}`,
    `/decode;${token}`,
    `/decode#${token}`,
    `http://${API_KEY}@localhost/${token}`,
  ];
  for (const path of paths) {
    await ask(server.url, { path, headers: { ...AUTHORIZED, referer: token, cookie: token } });
    await ask(server.url, { path, method: 'POST', headers: AUTHORIZED });
    await ask(server.url, { path, method: 'OPTIONS', headers: { host: token } });
  }
  await sendRaw(
    server.port,
    `GET /${token} HTTP/1.1\r\nAuthorization: Bearer ${API_KEY}\r\n:\r\n\r\n`,
  );
  await sendRaw(server.port, `${token}\r\n\r\n`);
  expect(await server.stop()).toBe(0);

  const entries = logOf(server);
  const requests = entries.flatMap(({ req }) => (req ? [req] : []));
  expect(requests).toHaveLength(5 + 3 * paths.length);
  expect(new Set(requests.map(({ route }) => route))).toEqual(
    new Set(['/tokens/rtm', '/decode', '/verify', '*', null]),
  );
  expect(requests[0]).toEqual({ method: 'POST', route: '/tokens/rtm', ip: '127.0.0.1' });
  expect(entries.filter(({ msg }) => msg.startsWith('client error'))).toHaveLength(2);

  const { output } = server;
  for (const secret of [token, API_KEY, CERTIFICATE]) {
    expect(output).not.toContain(secret);
    expect(output).not.toContain(encodeURIComponent(secret));
    // The bytes of a buffer, as JSON has them.
    expect(output).not.toContain([...Buffer.from(secret)].join(','));
  }
  expect(output).not.toMatch(/authorization|rawPacket/i);
});

describe('errors', () => {
  let app;
  let url;
  const entries = [];

  beforeAll(async () => {
    const env = { ...CREDENTIALS, LOG_LEVEL: 'silent', REQUESTS_PER_MINUTE: '1000' };
    app = await createApp(readConfig(env));
    app.get('/fails', async (request) => {
      request.log.error = (error) => entries.push(error);
      throw Object.assign(new Error(`${__dirname} ${CERTIFICATE}`), { code: 'EINTERNAL' });
    });
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });

  afterAll(() => app.close());

  test('what fails inside is logged, and not told', async () => {
    const { status, text } = await ask(url, { path: '/fails' });
    expect(status).toBe(500);
    expect(JSON.parse(text)).toEqual({
      error: { code: 'INTERNAL', message: 'The server failed.' },
    });
    expect(entries).toHaveLength(1);
  });

  test.each([
    ['GET', '/%zz-a-token', '', 400, 'INVALID_REQUEST'],
    ['GET', '/a-token', '', 404, 'NOT_FOUND'],
    ['POST', '/decode', '{a-token', 400, 'INVALID_REQUEST'],
    ['POST', '/decode', '{"__proto__":"a-token"}', 400, 'INVALID_REQUEST'],
    ['POST', '/decode', '{"a-token":1}', 400, 'ERR_TOKEN_TYPE'],
    ['POST', '/decode', `{"token":"${'a-token'.repeat(5000)}"}`, 413, 'TOO_LARGE'],
  ])('%s %s does not repeat what was asked: %#', async (method, path, body, status, code) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(url, { method, path, body, headers });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual({ error: { code, message: expect.any(String) } });
    expect(answer.text).not.toMatch(/a-token|FST_|node_modules/);
  });
});
