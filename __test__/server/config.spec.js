'use strict';

// The settings, and what docs/server.md says of them.

const fs = require('node:fs');
const path = require('node:path');
const { ConfigError, readConfig } = require('../../sample/server/config');
const { CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
const { CREDENTIALS, FOLDER, startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';

test.each([
  [
    { PORT: '8080', HOST: '::1' },
    { port: 8080, host: '::1' },
  ],
  [
    { API_KEY, HOST: '0.0.0.0' },
    { apiKey: API_KEY, host: '0.0.0.0', allowedHosts: null },
  ],
  [{ API_KEY: 'sixteen-letters!' }, { apiKey: 'sixteen-letters!' }],
  [{ API_KEY: '' }, { apiKey: null, allowedHosts: ['127.0.0.1', '[::1]', 'localhost'] }],
  [
    { API_KEY, ALLOWED_HOSTS: 'A.example.com,[2001:db8::1]' },
    { allowedHosts: ['127.0.0.1', '[::1]', 'localhost', 'a.example.com', '[2001:db8::1]'] },
  ],
  [
    { ALLOWED_ORIGINS: ' https://a.example.com , http://localhost:8080, ' },
    { allowedOrigins: ['https://a.example.com', 'http://localhost:8080'] },
  ],
  [
    { PROXIES: '127.0.0.1,10.0.0.0/8,::1,fd00::/8,10.0.0.1/32' },
    { proxies: ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', '10.0.0.1/32'] },
  ],
  [{ ALLOW_WILDCARDS: 'true' }, { allowWildcards: true }],
  [{ TOKEN_SECONDS: '86400' }, { expiresIn: 86400 }],
  [{ REQUESTS_PER_MINUTE: '1' }, { requestsPerMinute: 1 }],
  [{ REQUEST_SECONDS: '300' }, { requestSeconds: 300 }],
  [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  [{ TOKEN_SERVICE_ROUTES: 'true' }, { tokenServiceRoutes: true }],
  [
    { REDIS_URL: 'rediss://redis.example.com:6380/2' },
    { redisUrl: 'rediss://redis.example.com:6380/2' },
  ],
  [
    { AGORA_APP_CERTIFICATE: `${CERTIFICATE}, ${OTHER_CERTIFICATE}` },
    { appCertificates: [CERTIFICATE, OTHER_CERTIFICATE] },
  ],
])('%j', (env, expected) => {
  expect(readConfig({ ...CREDENTIALS, ...env })).toMatchObject(expected);
});

test.each([
  [{ AGORA_APP_ID: '' }, 'AGORA_APP_ID is not set.'],
  [{ AGORA_APP_CERTIFICATE: '' }, 'AGORA_APP_CERTIFICATE is not set.'],
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT must be'],
  [{ TOKEN_SECONDS: '86401' }, 'TOKEN_SECONDS must be'],
  [{ TOKEN_SECONDS: '0' }, 'TOKEN_SECONDS must be'],
  [{ REQUESTS_PER_MINUTE: '0' }, 'REQUESTS_PER_MINUTE must be'],
  [{ REQUEST_SECONDS: '0' }, 'REQUEST_SECONDS must be'],
  [{ REQUEST_SECONDS: '1.5' }, 'REQUEST_SECONDS must be'],
  [{ API_KEY: 'fifteen-letters' }, 'API_KEY must have 16 characters at least.'],
  [{ HOST: '0.0.0.0' }, 'API_KEY is not set.'],
  [{ HOST: '::' }, 'API_KEY is not set.'],
  [{ HOST: 'tokens.example.com' }, 'API_KEY is not set.'],
  [{ ALLOW_WILDCARDS: 'yes' }, 'ALLOW_WILDCARDS must be one of true, false.'],
  [{ TOKEN_SERVICE_ROUTES: '1' }, 'TOKEN_SERVICE_ROUTES must be one of true, false.'],
  [{ REDIS_URL: '127.0.0.1:6379' }, 'REDIS_URL must be a URL such as redis://127.0.0.1:6379.'],
  [{ REDIS_URL: 'https://redis.example.com' }, 'REDIS_URL must be'],
  [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL must be one of trace,'],
  ...[
    '1',
    'true',
    '*',
    'loopback',
    '10.0.0.0/0',
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/8/8',
    'a/8',
  ].map((PROXIES) => [{ PROXIES }, 'PROXIES must be a list such as 10.0.0.0/8,']),
  ...['*', 'null', 'app.example.com', 'https://a.example.com/', 'ftp://a.example.com'].map(
    (ALLOWED_ORIGINS) => [{ ALLOWED_ORIGINS }, 'ALLOWED_ORIGINS must be a list'],
  ),
  ...['*', 'https://a.example.com', 'a.example.com:80', 'a b'].map((ALLOWED_HOSTS) => [
    { ALLOWED_HOSTS },
    'ALLOWED_HOSTS must be a list',
  ]),
])('%j is refused', (env, message) => {
  const read = () => readConfig({ ...CREDENTIALS, ...env });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(message);
});

test.each([
  [{ AGORA_APP_ID: '' }, 'AGORA_APP_ID is not set.\n'],
  [{ AGORA_APP_CERTIFICATE: `${CERTIFICATE}0` }, 'found 33 characters.'],
  [{ AGORA_APP_CERTIFICATE: `${CERTIFICATE},${CERTIFICATE}0` }, 'found 33 characters.'],
  [{ AGORA_APP_CERTIFICATE: `${CERTIFICATE},` }, 'found an empty string.'],
  [{ API_KEY: 'short' }, 'API_KEY must have 16 characters at least.\n'],
])('the server does not start with %j', async (env, message) => {
  const server = await startServer(env);
  expect(server.url).toBeNull();
  expect(server.exitCode).toBe(1);
  expect(server.output).toContain(message);
  expect(server.output).not.toContain(CERTIFICATE);
});

describe('docs/server.md', () => {
  const page = fs.readFileSync(path.resolve(__dirname, '../../docs/server.md'), 'utf8');
  const [, settings] = page.split(/^## Settings$/m);
  const rows = [...settings.matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.+) \|$/gm)].map(
    ([, name, usual]) => [name, usual],
  );

  test('lists every setting that is read, and no other', () => {
    const read = new Set();
    const env = new Proxy(CREDENTIALS, {
      get: (target, name) => {
        read.add(name);
        return target[name];
      },
    });
    readConfig(env);
    expect(rows.map(([name]) => name).sort()).toEqual([...read].sort());
  });

  const defaults = rows.flatMap(([name, usual]) => {
    const value = /^`(.*)`$/.exec(usual)?.[1];
    return value === undefined ? [] : [[name, value]];
  });

  test.each(defaults)('the default of %s is %s', (name, value) => {
    const usual = readConfig(CREDENTIALS);
    expect(readConfig({ ...CREDENTIALS, [name]: value })).toEqual(usual);
  });

  test('gives a default for what is neither a list nor a secret', () => {
    expect(defaults.map(([name]) => name)).toEqual([
      'HOST',
      'PORT',
      'ALLOW_WILDCARDS',
      'TOKEN_SECONDS',
      'REQUESTS_PER_MINUTE',
      'REQUEST_SECONDS',
      'TOKEN_SERVICE_ROUTES',
      'LOG_LEVEL',
    ]);
  });
});

test('the environment is read in one place', () => {
  const sources = fs
    .readdirSync(FOLDER, { recursive: true })
    .filter((file) => file.endsWith('.js') && !file.startsWith('node_modules'));
  expect(sources).toContain('config.js');
  const reading = sources.filter((file) =>
    fs.readFileSync(path.join(FOLDER, file), 'utf8').includes('process.env'),
  );
  expect(reading).toEqual(['server.js']);
});
