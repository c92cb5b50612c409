'use strict';

// The examples that listen on nothing themselves, called as their runtimes call them.

const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('../package/support/pack');
const { run } = require('../package/support/run');
const { ADA_UID, expectToken, testExample } = require('./requests');
const { ask, NEXT, PROJECT, serve } = require('./serve');

const HOSTS = path.join(__dirname, 'hosts');
const BUNDLERS = path.join(ROOT, 'target/bundlers/node_modules');
const MINIFLARE = path.join(BUNDLERS, 'miniflare/dist/src/index.js');
const DENO = path.join(ROOT, 'target/runtimes/node_modules/@deno/linux-x64-glibc/deno');

/** Serves a file of the project through one of hosts/. */
const through =
  (host, file, ...more) =>
  (variant) =>
    serve(process.execPath, [path.join(HOSTS, host), path.join(PROJECT, variant, file), ...more], {
      cwd: path.join(PROJECT, variant),
    });

testExample('Lambda, with node_modules', through('lambda.mjs', 'lambda.mjs'), { cors: false });
testExample('Lambda, bundled', through('lambda.mjs', 'bundles/lambda.mjs'), { cors: false });
testExample('Hono on Workers', through('worker.mjs', 'bundles/hono.mjs', MINIFLARE));
testExample('Workers', through('worker.mjs', 'bundles/worker.mjs', MINIFLARE));

describe('Next.js 16', () => {
  const next = path.join(BUNDLERS, 'next/dist/bin/next');
  const quiet = { NEXT_TELEMETRY_DISABLED: '1' };
  let server;

  beforeAll(async () => {
    await run(process.execPath, [next, 'build', NEXT], { env: quiet });
    server = await serve(process.execPath, [next, 'start', NEXT, '--hostname', '127.0.0.1'], {
      cwd: NEXT,
      env: () => quiet,
    });
  });

  const start = (variant) => ({ url: server.url, path: `/${variant}/token` });
  testExample('a route handler', start, { cors: false });
});

if (fs.existsSync(DENO)) {
  const flags = ['--quiet', '--node-modules-dir=manual'];
  const allowed = ['--no-prompt', '--allow-net=127.0.0.1', '--allow-env'];
  const start = (variant) =>
    serve(DENO, ['run', ...flags, ...allowed, 'index.ts'], {
      cwd: path.join(PROJECT, variant, 'supabase'),
      env: (port) => ({ DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}` }),
    });

  test('the types of the example for Supabase', async () => {
    const cwd = path.join(PROJECT, 'as-it-is/supabase');
    await run(DENO, ['check', ...flags, 'index.ts'], { cwd });
    const wrong = fs.readFileSync(path.join(cwd, 'index.ts'), 'utf8').replace('user.id)', '42)');
    fs.writeFileSync(path.join(cwd, 'wrong.ts'), wrong);
    await expect(run(DENO, ['check', ...flags, 'wrong.ts'], { cwd })).rejects.toThrow('TS2345');
  });

  testExample('Supabase Edge Functions', start, { uid: ADA_UID });
} else {
  process.stdout.write('skipped: the example for Supabase: npm run test:matrix installs Deno\n');
}

describe('Firebase Functions', () => {
  // In its debug mode a token of Firebase needs no signature.
  const features = JSON.stringify({ skipTokenVerification: true });
  const env = () => ({ FIREBASE_DEBUG_MODE: 'true', FIREBASE_DEBUG_FEATURES: features });
  const start = (variant) => {
    const cwd = path.join(PROJECT, variant);
    const args = [path.join(HOSTS, 'firebase.cjs'), path.join(cwd, 'firebase.js')];
    return serve(process.execPath, args, { cwd, env });
  };
  let refusing;
  let server;

  beforeAll(async () => {
    [refusing, server] = await Promise.all([start('as-it-is'), start('signed-in')]);
  });

  async function call({ url }, user, data, headers = {}) {
    const part = (it) => Buffer.from(JSON.stringify(it)).toString('base64url');
    const idToken = `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: user, uid: user })}.`;
    const { status, text, ...answer } = await ask(url, {
      path: '/agoraToken',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(user ? { authorization: `Bearer ${idToken}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ data }),
    });
    return { status, ...answer, body: JSON.parse(text) };
  }

  test('as it is, it refuses everybody', async () => {
    expect(await call(refusing, 'ada', { channel: 'lobby' })).toMatchObject({
      status: 403,
      body: { error: { status: 'PERMISSION_DENIED' } },
    });
  });

  test('gives a user a token for the channel, with a uid of the user id', async () => {
    const { status, body } = await call(server, 'ada', { channel: 'lobby' });
    expect({ status, body }).toEqual({
      status: 200,
      body: { result: { token: expect.any(String), uid: ADA_UID } },
    });
    expectToken(body.result.token, ADA_UID);
  });

  test.each([
    ['nobody', undefined, { channel: 'lobby' }, 401],
    ['a stranger', 'eve', { channel: 'lobby' }, 403],
    ['a channel that fits many', 'ada', { channel: '*' }, 403],
    ['a channel that Agora refuses', 'ada', { channel: 'a/b' }, 400],
    ['no channel', 'ada', {}, 400],
    ['no data', 'ada', null, 400],
  ])('refuses %s', async (_what, user, data, status) => {
    expect((await call(server, user, data)).status).toBe(status);
  });

  test('pages of the origin may ask, others may not', async () => {
    const allowed = async (origin) =>
      (await call(server, 'ada', { channel: 'lobby' }, { origin })).headers[
        'access-control-allow-origin'
      ];
    expect(await allowed('https://app.example.com')).toBe('https://app.example.com');
    expect([undefined, 'https://app.example.com']).toContain(await allowed('https://evil.example'));
  });
});
