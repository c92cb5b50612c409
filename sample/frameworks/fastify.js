'use strict';

const cors = require('@fastify/cors');
const { createTokenBuilder } = require('agora-token');
const fastify = require('fastify');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const { HOST: host = '127.0.0.1', PORT: port = 3000 } = process.env;
const builder = createTokenBuilder({ appId, appCertificate });

const app = fastify();
app.register(cors, { origin: ['https://app.example.com'] });

// Fastify answers with the `status` of an error that has one, as TokenError does.
app.get('/token', async (request, reply) => {
  const { channel } = request.query;
  const user = await findUser(request.headers.authorization, channel);
  if (!user) return reply.code(401).send({ error: 'Sign in first.' });
  if (/\*/.test(channel)) return reply.code(403).send({ error: 'One channel only.' });

  const token = builder.rtc({ channel, uid: user.uid, role: 'publisher', expiresIn: '1h' });
  return reply.header('cache-control', 'no-store').send({ token, uid: user.uid });
});

/** Who sends this header and may join the channel, such as `{ uid: 42 }`. Look it up in your sessions. */
async function findUser(_authorization, _channel) {
  return null;
}

app.listen({ port, host });
