'use strict';

const { createTokenBuilder, TokenError } = require('agora-token');
const cors = require('cors');
const express = require('express');

const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
const { HOST = '127.0.0.1', PORT = 3000 } = process.env;
const builder = createTokenBuilder({ appId, appCertificate });

const app = express();
app.use(cors({ origin: ['https://app.example.com'] }));

app.get('/token', async (request, response) => {
  const { channel } = request.query;
  const user = await findUser(request.headers.authorization, channel);
  if (!user) return response.status(401).json({ error: 'Sign in first.' });
  if (/\*/.test(channel)) return response.status(403).json({ error: 'One channel only.' });

  const token = builder.rtc({ channel, uid: user.uid, role: 'publisher', expiresIn: '1h' });
  response.set('cache-control', 'no-store').json({ token, uid: user.uid });
});

app.use((error, _request, response, next) => {
  if (!(error instanceof TokenError) || error.status === 500) return next(error);
  response.status(error.status).json({ error: error.message });
});

/** Who sends this header and may join the channel, such as `{ uid: 42 }`. Look it up in your sessions. */
async function findUser(_authorization, _channel) {
  return null;
}

app.listen(PORT, HOST);
