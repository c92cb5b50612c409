'use strict';

const path = require('node:path');
const { testExample } = require('./requests');
const { PROJECT, serve } = require('./serve');

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
