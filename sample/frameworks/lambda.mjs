import { createTokenBuilder, TokenError } from 'agora-token';

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const builder = createTokenBuilder({ appId, appCertificate });

const answer = (statusCode, body) => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

/** For a function URL, or an HTTP API with payload format 2.0. */
export async function handler(event) {
  const channel = event.queryStringParameters?.channel;
  const user = await findUser(event.headers.authorization, channel);
  if (!user) return answer(401, { error: 'Sign in first.' });
  if (/\*/.test(channel)) return answer(403, { error: 'One channel only.' });

  try {
    const token = builder.rtc({ channel, uid: user.uid, role: 'publisher', expiresIn: '1h' });
    return answer(200, { token, uid: user.uid });
  } catch (error) {
    if (!(error instanceof TokenError) || error.status === 500) throw error;
    return answer(error.status, { error: error.message });
  }
}

/** Who sends this header and may join the channel, such as `{ uid: 42 }`. Look it up in your sessions. */
async function findUser(_authorization, _channel) {
  return null;
}
