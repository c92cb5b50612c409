'use strict';

// What the server says of itself: its interface, and its metrics.

const fs = require('node:fs');
const path = require('node:path');
const { parse } = require('../../sample/server/node_modules/yaml');
const { readConfig } = require('../../sample/server/config');
const { ask, post } = require('./ask');
const { CREDENTIALS, FOLDER, startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const AUTHORIZED = { authorization: `Bearer ${API_KEY}` };

const docs = fs.readFileSync(path.resolve(__dirname, '../../docs/server.md'), 'utf8');

describe('a server', () => {
  let server;

  beforeAll(async () => {
    server = await startServer({ API_KEY, REQUESTS_PER_MINUTE: '100000' });
  });

  afterAll(() => server.stop());

  test('describes every route that takes or gives JSON', async () => {
    const { text } = await ask(server.url, { path: '/docs/json' });
    const { openapi, paths } = JSON.parse(text);
    expect(openapi).toMatch(/^3\./);
    const described = Object.entries(paths).flatMap(([route, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${route}`),
    );
    const listed = [...docs.matchAll(/^\| `((?:GET|POST) \/\S*)` \|/gm)].map(([, route]) => route);
    const pages = ['GET /', 'GET /docs', 'GET /docs/json', 'GET /metrics'];
    expect(described.sort()).toEqual(listed.filter((route) => !pages.includes(route)).sort());
    expect(listed).toEqual(expect.arrayContaining(pages));

    const { post: rtc } = paths['/tokens/rtc'];
    const { schema } = rtc.requestBody.content['application/json'];
    expect(schema.required).toEqual(['channel', 'role']);
    expect(rtc.security).toEqual([{ apiKey: [] }]);
    expect(Object.keys(rtc.responses)).toEqual(['200', '4XX']);
  });

  test('counts requests and tokens for Prometheus, without naming users', async () => {
    const counts = async () => {
      const { status, headers, text } = await ask(server.url, {
        path: '/metrics',
        headers: AUTHORIZED,
      });
      expect(status).toBe(200);
      expect(headers['content-type']).toContain('text/plain; version=0.0.4');
      return text;
    };
    await post(server.url, '/tokens/rtm', { userId: 'ada-of-metrics' }, AUTHORIZED);
    await post(server.url, '/tokens/rtm', { userId: 'ada-of-metrics' }, AUTHORIZED);
    await post(server.url, '/tokens/rtm', {}, AUTHORIZED);
    // The builder would take it, but the schema does not.
    await post(server.url, '/tokens/chat', { userId: 'ada', app: false }, AUTHORIZED);
    await ask(server.url, { path: '/ada-of-metrics' });
    const text = await counts();
    expect(text).toContain('agora_tokens_total{kind="rtm"} 2');
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="POST",route="\/tokens\/rtm",status="200"\} 2/,
    );
    expect(text).not.toContain('kind="chat"');
    expect(text).toMatch(/_count\{method="POST",route="\/tokens\/rtm",status="400"\} 1/);
    expect(text).toMatch(/_count\{method="GET",route="none",status="404"\} 1/);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('ada-of-metrics');
  });

  test('and shows them to whom has the API key', async () => {
    const answer = await ask(server.url, { path: '/metrics' });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain('agora_tokens_total');
  });
});

describe('compose.yaml', () => {
  const { services } = parse(fs.readFileSync(path.join(FOLDER, 'compose.yaml'), 'utf8'));

  test('starts several replicas of this server, on as many ports', () => {
    const { build, deploy, ports } = services.tokens;
    const context = path.join(FOLDER, build.context);
    expect(fs.existsSync(path.join(context, build.dockerfile))).toBe(true);
    expect(deploy.replicas).toBeGreaterThan(1);
    const [, first, last, inside] = /^127\.0\.0\.1:(\d+)-(\d+):(\d+)$/.exec(ports[0]);
    expect(last - first + 1).toBe(deploy.replicas);
    expect(fs.readFileSync(path.join(FOLDER, 'Dockerfile'), 'utf8')).toContain(`EXPOSE ${inside}`);
  });

  test('has the Redis that they are told of', () => {
    const { environment, depends_on: needs } = services.tokens;
    const { redisUrl } = readConfig({ ...CREDENTIALS, ...environment });
    expect(Object.keys(services)).toContain(new URL(redisUrl).hostname);
    expect(Object.keys(needs)).toEqual([new URL(redisUrl).hostname]);
  });

  test('every other setting is one that the server reads', () => {
    const example = fs.readFileSync(path.join(FOLDER, '.env.example'), 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named).toEqual(['AGORA_APP_ID', 'AGORA_APP_CERTIFICATE', 'API_KEY']);
    for (const name of [...named, ...Object.keys(services.tokens.environment)]) {
      expect([name, docs.includes(`| \`${name}\` |`)]).toEqual([name, true]);
    }
  });
});
