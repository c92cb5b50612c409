'use strict';

// Clients that take their time, over sockets of their own.

const net = require('node:net');
const { createApp } = require('../../sample/server/app');
const { readConfig } = require('../../sample/server/config');
const { ask } = require('./ask');
const { CREDENTIALS, startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const MANY = { REQUESTS_PER_MINUTE: '100000' };
/** More bytes than the buffers between server and client hold. */
const LARGE = 64 * 1024 * 1024;
/** Its last words, if nobody had to be cut off. */
const STOPPED = /"msg":"stopped"\}\n$/;
const sockets = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** Connects and sends `first`, then `more` five times a second. */
async function connect(port, first, more) {
  const socket = net.connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(first);
  if (more !== '') {
    const timer = setInterval(() => socket.write(more), 200);
    socket.on('close', () => clearInterval(timer));
  }
  socket.resume();
  return socket;
}

function head(path, length = 'Content-Length: 5000') {
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;
}

const HEALTH = 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n';

const SLOW = [
  ['sends nothing', '', ''],
  ['stops in its headers', 'GET / HTTP/1.1\r\nHost: loc', ''],
  ['sends headers bit by bit', 'GET / HTTP/1.1\r\nHost: localhost\r\n', 'X: y\r\n'],
  ['stops in its second headers', `${HEALTH}GET / HT`, ''],
  ['stops in its body', head('/decode'), ''],
  ['sends a body bit by bit', head('/decode'), ' '],
  ['sends chunks bit by bit', head('/decode', 'Transfer-Encoding: chunked'), '1\r\n \r\n'],
  ['has no key and stops in its body', head('/tokens/rtc'), ''],
  ['has no key and sends a body bit by bit', head('/tokens/rtc'), ' '],
  ['asks for no route and sends a body bit by bit', head('/nothing'), ' '],
];

describe('the server closes the connection of a client that', () => {
  let server;

  beforeAll(async () => {
    server = await startServer({ ...MANY, API_KEY, REQUEST_SECONDS: '1' });
  });

  afterAll(() => server.stop());

  test.each(SLOW)('%s', async (_name, first, more) => {
    const socket = await connect(server.port, first, more);
    await new Promise((resolve) => socket.on('close', resolve));
    expect(socket.destroyed).toBe(true);
    expect((await ask(server.url, { path: '/health' })).status).toBe(200);
  });
});

test('and of one that does not take its answer', async () => {
  const env = { ...CREDENTIALS, ...MANY, REQUEST_SECONDS: '1', LOG_LEVEL: 'silent' };
  const app = await createApp(readConfig(env));
  app.get('/large', async () => Buffer.alloc(LARGE));
  try {
    // A client that does not read does not notice that it is cut off, so the server's side tells.
    const closed = new Promise((resolve) => {
      app.server.on('connection', (socket) => socket.on('close', resolve));
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address();
    const socket = await connect(port, 'GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n', '');
    socket.pause();
    await closed;
    socket.resume();
    await new Promise((resolve) => socket.on('close', resolve));
    expect(socket.bytesRead).toBeLessThan(LARGE);
  } finally {
    app.server.closeAllConnections();
    await app.close();
  }
});

describe('asked to stop, the server', () => {
  test.each(['SIGTERM', 'SIGINT'])('ends at once without clients: %s', async (signal) => {
    const server = await startServer(MANY);
    expect((await ask(server.url, { path: '/health' })).status).toBe(200);
    expect(await server.stop(signal)).toBe(0);
    expect(server.output).toContain('"msg":"stopping"');
    expect(server.output).toMatch(STOPPED);
    await expect(ask(server.url, { path: '/health' })).rejects.toThrow();
  });

  test('ends at once with idle clients', async () => {
    const server = await startServer(MANY);
    const socket = await connect(server.port, HEALTH, '');
    await new Promise((resolve) => socket.once('data', resolve));
    expect(await server.stop()).toBe(0);
    expect(server.output).toMatch(STOPPED);
  });

  test.each([
    ['body', (request) => request.length - 1],
    ['headers', (request) => request.indexOf('Content-Type')],
  ])('answers what is on its way, cut in its %s', async (_name, placeOf) => {
    const server = await startServer(MANY);
    const body = JSON.stringify({ userId: 'ada' });
    const request = head('/tokens/rtm', `Content-Length: ${body.length}`) + body;
    const place = placeOf(request);
    const socket = await connect(server.port, request.slice(0, place), '');
    expect((await ask(server.url, { path: '/health' })).status).toBe(200);
    let answer = '';
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
    });
    const ended = server.stop();
    await server.says('"msg":"stopping"');
    socket.write(request.slice(place));
    expect(await ended).toBe(0);
    expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    expect(server.output).toMatch(STOPPED);
  });

  test('ends well with slow clients too', async () => {
    const server = await startServer({ ...MANY, API_KEY, REQUEST_SECONDS: '300' });
    for (const [, first, more] of SLOW) await connect(server.port, first, more);
    // They came first, so the server knows them all when it has answered this.
    expect((await ask(server.url, { path: '/health' })).status).toBe(200);
    expect(await server.stop()).toBe(0);
    expect(server.output).toContain('"msg":"stopped, and cut off slow clients"');
  });
});
