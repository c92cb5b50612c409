'use strict';

// The routes of agora-token-service, for people who move from it.

const { decodeToken, verifyToken } = require('../..');
const { CERTIFICATE } = require('../support/identifiers');
const { ask, post } = require('./ask');
const { startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const AUTHORIZED = { authorization: `Bearer ${API_KEY}` };
const MANY = { API_KEY, REQUESTS_PER_MINUTE: '100000' };

const ROUTES = [
  '/rtc/lobby/publisher/uid/42/',
  '/rtm/ada/',
  '/rte/lobby/publisher/uid/42/',
  '/chat/account/ada/',
  '/chat/app/',
  '/ping',
];

describe('with TOKEN_SERVICE_ROUTES=true', () => {
  let server;

  beforeAll(async () => {
    server = await startServer({ ...MANY, TOKEN_SERVICE_ROUTES: 'true' });
  });

  afterAll(() => server.stop());

  const get = async (path, headers = AUTHORIZED) => {
    const { status, headers: given, text } = await ask(server.url, { path, headers });
    return { status, headers: given, body: JSON.parse(text) };
  };

  /** The one service of a token, and how long it is valid. */
  const read = (token) => {
    expect(verifyToken(token, CERTIFICATE)).toMatchObject({ valid: true });
    const { expire, services } = decodeToken(token);
    const names = services[0].privileges.map(({ name }) => name);
    return { ...services[0], privileges: names.join(' '), expire };
  };

  const PUBLISHES = 'joinChannel publishAudio publishVideo publishData';

  test.each([
    ['/rtc/lobby/publisher/uid/42/', { uid: '42', privileges: PUBLISHES, expire: 3600 }],
    ['/rtc/lobby/publisher/uid/42', { uid: '42', privileges: PUBLISHES }],
    ['/rtc/lobby/subscriber/uid/42/?expiry=60', { privileges: 'joinChannel', expire: 60 }],
    ['/rtc/lobby/audience/uid/42/', { privileges: 'joinChannel' }],
    ['/rtc/lobby/publisher/userAccount/ada/', { uid: 'ada' }],
    ['/rtc/my%20lobby/publisher/userAccount/a%2Eda/', { channelName: 'my lobby', uid: 'a.da' }],
  ])('GET %s', async (path, expected) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(Object.keys(body)).toEqual(['rtcToken']);
    expect(read(body.rtcToken)).toMatchObject({ name: 'rtc', ...expected });
  });

  test.each([
    ['/rtm/ada/', 'rtmToken', { name: 'rtm', userId: 'ada', expire: 3600 }],
    ['/rtm/ada/?expiry=86400', 'rtmToken', { expire: 86400 }],
    ['/chat/account/ada/', 'chatToken', { name: 'chat', userId: 'ada', privileges: 'user' }],
  ])('GET %s', async (path, name, expected) => {
    const { body } = await get(path);
    expect(Object.keys(body)).toEqual([name]);
    expect(read(body[name])).toMatchObject(expected);
  });

  test.each([
    ['/rte/lobby/publisher/uid/42/', '42'],
    ['/rte/lobby/publisher/uid/42/ada/', 'ada'],
  ])('GET %s gives two tokens', async (path, userId) => {
    const { body } = await get(path);
    expect(Object.keys(body).sort()).toEqual(['rtcToken', 'rtmToken']);
    expect(read(body.rtcToken)).toMatchObject({ channelName: 'lobby', uid: '42' });
    expect(read(body.rtmToken)).toMatchObject({ name: 'rtm', userId });
  });

  test.each([
    [{ tokenType: 'rtc', channel: 'lobby', role: 'publisher', uid: '42' }, { uid: '42' }],
    [
      { tokenType: 'rtc', channel: 'lobby', uid: 'ada', expire: 60 },
      { uid: 'ada', expire: 60 },
    ],
    [
      { tokenType: 'rtm', uid: 'ada', expire: 0 },
      { userId: 'ada', expire: 3600 },
    ],
    [
      { tokenType: 'chat', uid: 'ada' },
      { name: 'chat', userId: 'ada' },
    ],
  ])('POST /getToken %j', async (body, expected) => {
    const answer = await post(server.url, '/getToken', body, AUTHORIZED);
    expect(answer.status).toBe(200);
    expect(read(answer.body.token)).toMatchObject(expected);
  });

  test('GET /ping', async () => {
    expect(await get('/ping', {})).toMatchObject({ status: 200, body: { message: 'pong' } });
  });

  test.each(ROUTES.filter((route) => route !== '/ping'))('%s needs the API key', async (path) => {
    expect(await get(path, {})).toMatchObject({ status: 401 });
  });

  test('and so does /getToken', async () => {
    expect((await post(server.url, '/getToken', { tokenType: 'rtm', uid: 'ada' })).status).toBe(
      401,
    );
  });

  test.each([
    ['/rtc/lobby/publisher/uid/0/', 403, 'WILDCARD'],
    ['/rtc/*/publisher/uid/42/', 403, 'WILDCARD'],
    ['/rte/lobby/publisher/userAccount/*/', 403, 'WILDCARD'],
    ['/chat/app/', 403, 'WILDCARD'],
    ['/rtc/a%2Fb/publisher/uid/42/', 400, 'ERR_CHANNEL'],
    ['/rtc/lobby/publisher/uid/ada/', 400, 'ERR_UID'],
    ['/rtc/lobby/publisher/name/ada/', 400, 'INVALID_REQUEST'],
    ['/rtm/undefined/', 400, 'ERR_USER_ID'],
    ['/rtm/ada/?expiry=soon', 400, 'INVALID_REQUEST'],
    ['/rtm/ada/?expiry=86401', 400, 'INVALID_REQUEST'],
    ['/rtm/ada/?expiry=0', 400, 'INVALID_REQUEST'],
  ])('GET %s is refused with %d %s', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.code).toBe(code);
  });

  test.each([
    [{}, 400, 'INVALID_REQUEST'],
    [{ tokenType: 'fpa' }, 400, 'INVALID_REQUEST'],
    [{ tokenType: 'rtc', uid: '42' }, 400, 'ERR_CHANNEL'],
    [{ tokenType: 'rtc', channel: 'lobby' }, 400, 'ERR_USER_ID'],
    [{ tokenType: 'rtc', channel: 'lobby', uid: '0' }, 403, 'WILDCARD'],
    [{ tokenType: 'chat' }, 403, 'WILDCARD'],
  ])('POST /getToken %j is refused with %d %s', async (body, status, code) => {
    const answer = await post(server.url, '/getToken', body, AUTHORIZED);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });
});

test('with ALLOW_WILDCARDS=true it gives what fits many', async () => {
  const server = await startServer({
    ...MANY,
    TOKEN_SERVICE_ROUTES: 'true',
    ALLOW_WILDCARDS: 'true',
  });
  for (const path of ['/rtc/lobby/publisher/uid/0/', '/chat/app/']) {
    expect((await ask(server.url, { path, headers: AUTHORIZED })).status).toBe(200);
  }
  await server.stop();
});

test('by default there are no such routes', async () => {
  const server = await startServer(MANY);
  for (const path of ROUTES) {
    expect((await ask(server.url, { path, headers: AUTHORIZED })).status).toBe(404);
  }
  await server.stop();
});
