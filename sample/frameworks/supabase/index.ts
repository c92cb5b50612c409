import { createTokenBuilder, TokenError, uidOf } from 'agora-token';

const ORIGINS = ['https://app.example.com'];
const builder = createTokenBuilder({
  appId: Deno.env.get('AGORA_APP_ID') ?? '',
  appCertificate: Deno.env.get('AGORA_APP_CERTIFICATE') ?? '',
});

async function answer(request: Request): Promise<Response> {
  const channel = new URL(request.url).searchParams.get('channel') ?? '';
  const user = await findUser(request.headers.get('authorization'), channel);
  if (!user) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  if (/\*/.test(channel)) return Response.json({ error: 'One channel only.' }, { status: 403 });

  const uid = uidOf(user.id); // Supabase names users by UUIDs.
  try {
    const token = builder.rtc({ channel, uid, role: 'publisher', expiresIn: '1h' });
    return Response.json({ token, uid }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (!(error instanceof TokenError) || error.status === 500) throw error;
    return Response.json({ error: error.message }, { status: error.status });
  }
}

/** Who sends this header and may join the channel, such as `{ id: '3f25…' }`. Ask `auth.getUser`. */
async function findUser(
  _authorization: string | null,
  _channel: string,
): Promise<{ id: string } | null> {
  return null;
}

Deno.serve(async (request) => {
  const response = request.method === 'OPTIONS' ? new Response() : await answer(request);
  const origin = request.headers.get('origin') ?? '';
  response.headers.set('vary', 'origin');
  if (ORIGINS.includes(origin)) {
    response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-allow-headers', 'authorization, apikey, x-client-info');
  }
  return response;
});
