import { createTokenBuilder, TokenError } from 'agora-token';
import { Hono } from 'hono';
import { env } from 'hono/adapter';
import { cors } from 'hono/cors';

const app = new Hono();
app.use(cors({ origin: ['https://app.example.com'] }));

app.get('/token', async (context) => {
  const channel = context.req.query('channel');
  const user = await findUser(context.req.header('authorization'), channel);
  if (!user) return context.json({ error: 'Sign in first.' }, 401);
  if (/\*/.test(channel)) return context.json({ error: 'One channel only.' }, 403);

  const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = env(context);
  const builder = createTokenBuilder({ appId, appCertificate });
  const token = builder.rtc({ channel, uid: user.uid, role: 'publisher', expiresIn: '1h' });
  context.header('cache-control', 'no-store');
  return context.json({ token, uid: user.uid });
});

app.onError((error, context) => {
  if (error instanceof TokenError && error.status !== 500) {
    return context.json({ error: error.message }, error.status);
  }
  console.error(error);
  return context.json({ error: 'The server failed.' }, 500);
});

/** Who sends this header and may join the channel, such as `{ uid: 42 }`. Look it up in your sessions. */
async function findUser(_authorization, _channel) {
  return null;
}

export default app; // All that Workers need.
