'use strict';

// Replicas that share one limit through Redis, each in a process of its own.

const { ask, post } = require('./ask');
const { hasRedis, startRedis } = require('./redis-process');
const { startServer } = require('./server-process');

if (!hasRedis) console.warn('skipped: the limit of several replicas: there is no redis-server');
const withRedis = hasRedis ? describe : describe.skip;

const LIMIT = { REQUESTS_PER_MINUTE: '4', PROXIES: '127.0.0.1' };

/** A page as a client with this address sees it. */
async function visit(server, client, path = '/') {
  return (await ask(server.url, { path, headers: { 'x-forwarded-for': client } })).status;
}

withRedis('two replicas behind one Redis', () => {
  let redis;
  let replicas;

  beforeAll(async () => {
    redis = await startRedis();
    const start = () => startServer({ ...LIMIT, REDIS_URL: redis.url });
    replicas = await Promise.all([start(), start()]);
  });

  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await redis.stop();
  });

  test('count the requests of a client together, whatever it asks for', async () => {
    const [first, second] = replicas;
    expect(await visit(first, '192.0.2.1')).toBe(200);
    expect(await visit(second, '192.0.2.1', '/docs/json')).toBe(200);
    expect(await visit(first, '192.0.2.1', '/nothing')).toBe(404);
    expect(await visit(second, '192.0.2.1')).toBe(200);
    expect(await visit(first, '192.0.2.1')).toBe(429);
    expect(await visit(second, '192.0.2.1')).toBe(429);
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    const refused = await post(second.url, '/decode', {}, headers);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('and other clients apart', async () => {
    for (const replica of replicas) expect(await visit(replica, '192.0.2.2')).toBe(200);
  });

  test('a replica that starts later knows of them', async () => {
    const late = await startServer({ ...LIMIT, REDIS_URL: redis.url });
    for (let turn = 0; turn < 4; turn++) await visit(replicas[0], '192.0.2.3');
    expect(await visit(late, '192.0.2.3')).toBe(429);
    expect(await late.stop()).toBe(0);
  });
});

test('without Redis each replica counts for itself', async () => {
  const replicas = await Promise.all([startServer(LIMIT), startServer(LIMIT)]);
  for (const replica of replicas) {
    for (let turn = 0; turn < 4; turn++) expect(await visit(replica, '192.0.2.1')).toBe(200);
    expect(await visit(replica, '192.0.2.1')).toBe(429);
  }
  await Promise.all(replicas.map((replica) => replica.stop()));
});

withRedis('when Redis goes away', () => {
  test('the server goes on without limits, says so, and limits again when it is back', async () => {
    let redis = await startRedis();
    const server = await startServer({ ...LIMIT, REDIS_URL: redis.url });
    expect(await visit(server, '192.0.2.1')).toBe(200);
    await redis.stop();
    await server.says('Redis does not answer');
    for (let turn = 0; turn < 6; turn++) expect(await visit(server, '192.0.2.1')).toBe(200);
    redis = await startRedis(redis.port);
    await server.says('Redis answers again');
    expect(await visit(server, '192.0.2.1')).toBe(200);
    for (let turn = 0; turn < 3; turn++) await visit(server, '192.0.2.1');
    expect(await visit(server, '192.0.2.1')).toBe(429);
    expect(await server.stop()).toBe(0);
    await redis.stop();
  });
});

test('a Redis that is not there does not keep the server from starting or stopping', async () => {
  const url = 'redis://:secret-word@127.0.0.1:1';
  const server = await startServer({ ...LIMIT, REDIS_URL: url });
  expect(await visit(server, '192.0.2.1')).toBe(200);
  expect(await server.stop()).toBe(0);
  expect(server.output).toContain('Redis does not answer');
  expect(server.output).not.toContain('secret-word');
});
