'use strict';

const cors = require('@koa/cors');
const Router = require('@koa/router');
const { createTokenBuilder, TokenError } = require('agora-token');
const Koa = require('koa');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const { HOST = '127.0.0.1', PORT = 3000 } = process.env;
const ORIGINS = ['https://app.example.com'];
const builder = createTokenBuilder({ appId, appCertificate });
const router = new Router();

router.get('/token', async (context) => {
  const { channel } = context.query;
  const user = await findUser(context.headers.authorization, channel);
  if (!user) context.throw(401, 'Sign in first.');
  if (/\*/.test(channel)) context.throw(403, 'One channel only.');

  const token = builder.rtc({ channel, uid: user.uid, role: 'publisher', expiresIn: '1h' });
  context.set('cache-control', 'no-store');
  context.body = { token, uid: user.uid };
});

async function answerTokenErrors(context, next) {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    context.throw(error.status, error.message);
  }
}

/** Who sends this header and may join the channel, such as `{ uid: 42 }`. Look it up in your sessions. */
async function findUser(_authorization, _channel) {
  return null;
}

new Koa()
  .use(cors({ origin: (context) => ORIGINS.find((it) => it === context.get('origin')) ?? '' }))
  .use(answerTokenErrors)
  .use(router.routes())
  .listen(PORT, HOST);
