import { createTokenBuilder, TokenError } from 'agora-token';

const refuse = (status, error) => Response.json({ error }, { status });

export async function GET(request) {
  const channel = new URL(request.url).searchParams.get('channel');
  const user = await findUser(request.headers.get('authorization'), channel);
  if (!user) return refuse(401, 'Sign in first.');
  if (/\*/.test(channel)) return refuse(403, 'One channel only.');

  // Not at the top of the file, which `next build` runs where the certificate need not be.
  const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
  try {
    const builder = createTokenBuilder({ appId, appCertificate });
    const token = builder.rtc({ channel, uid: user.uid, role: 'publisher', expiresIn: '1h' });
    const headers = { 'cache-control': 'no-store' };
    return Response.json({ token, uid: user.uid }, { headers });
  } catch (error) {
    if (!(error instanceof TokenError) || error.status === 500) throw error;
    return refuse(error.status, error.message);
  }
}

/** Who sends this header and may join the channel, such as `{ uid: 42 }`. Look it up in your sessions. */
async function findUser(_authorization, _channel) {
  return null;
}
