import { createTokenBuilder, TokenError } from 'agora-token';

const ORIGINS = ['https://app.example.com'];

async function answer(request, { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate }) {
  const channel = new URL(request.url).searchParams.get('channel');
  const user = await findUser(request.headers.get('authorization'), channel);
  if (!user) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  if (/\*/.test(channel)) return Response.json({ error: 'One channel only.' }, { status: 403 });

  try {
    const builder = createTokenBuilder({ appId, appCertificate });
    const token = builder.rtc({ channel, uid: user.uid, role: 'publisher', expiresIn: '1h' });
    return Response.json({ token, uid: user.uid }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (!(error instanceof TokenError) || error.status === 500) throw error;
    return Response.json({ error: error.message }, { status: error.status });
  }
}

/** Who sends this header and may join the channel, such as `{ uid: 42 }`. Look it up in your sessions. */
async function findUser(_authorization, _channel) {
  return null;
}

export default {
  async fetch(request, env) {
    const isPreflight = request.method === 'OPTIONS';
    const response = isPreflight ? new Response() : await answer(request, env);
    const origin = request.headers.get('origin');
    response.headers.set('vary', 'origin');
    if (ORIGINS.includes(origin)) {
      response.headers.set('access-control-allow-origin', origin);
      response.headers.set('access-control-allow-headers', 'authorization');
    }
    return response;
  },
};
