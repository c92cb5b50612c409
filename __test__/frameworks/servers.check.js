'use strict';

const path = require('node:path');
const { testExample } = require('./requests');
const { ask, PROJECT, serve } = require('./serve');
const { CERTIFICATE } = require('../support/identifiers');

const program = (file) => (variant) =>
  serve(process.execPath, [file], { cwd: path.join(PROJECT, variant) });

testExample('Express 5', program('express.js'));
testExample('Fastify 5', program('fastify.js'));
testExample('NestJS 11', program('nest.js'));
testExample('Hono on Node.js', program('hono-node.mjs'));
testExample('Koa 3', program('koa.js'));

test.each(['express.js', 'fastify.js', 'nest.js', 'koa.js'])(
  '%s does not start without an App Certificate',
  async (file) => {
    const options = {
      cwd: path.join(PROJECT, 'signed-in'),
      env: () => ({ AGORA_APP_CERTIFICATE: '' }),
    };
    await expect(serve(process.execPath, [file], options)).rejects.toThrow(
      /ended with 1:.*The App Certificate must be 32 hexadecimal digits/s,
    );
  },
);

test('Hono, which reads it later, answers 500', async () => {
  const cwd = path.join(PROJECT, 'signed-in');
  const env = () => ({ AGORA_APP_CERTIFICATE: `${CERTIFICATE.slice(1)}!` });
  const { url } = await serve(process.execPath, ['hono-node.mjs'], { cwd, env });
  const headers = { authorization: 'Bearer ada' };
  const { status, text } = await ask(url, { path: '/token?channel=lobby', headers });
  expect([status, text]).toEqual([500, '{"error":"The server failed."}']);
});
