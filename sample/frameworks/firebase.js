'use strict';

const { createTokenBuilder, TokenError, uidOf } = require('agora-token');
const { HttpsError, onCall } = require('firebase-functions/https');
const { defineSecret } = require('firebase-functions/params');

const appId = defineSecret('AGORA_APP_ID');
const appCertificate = defineSecret('AGORA_APP_CERTIFICATE');
const options = { secrets: [appId, appCertificate], cors: ['https://app.example.com'] };

/** For `httpsCallable(functions, 'agoraToken')({ channel: 'lobby' })`, which sends who has signed in. */
exports.agoraToken = onCall(options, async ({ auth, data }) => {
  if (!auth) throw new HttpsError('unauthenticated', 'Sign in first.');
  const { channel } = data ?? {};
  if (/\*/.test(channel) || !(await mayJoin(auth.uid, channel))) {
    throw new HttpsError('permission-denied', 'You may not join this channel.');
  }

  const uid = uidOf(auth.uid); // Firebase names users by texts.
  const credentials = { appId: appId.value(), appCertificate: appCertificate.value() };
  try {
    const builder = createTokenBuilder(credentials);
    return { token: builder.rtc({ channel, uid, role: 'publisher', expiresIn: '1h' }), uid };
  } catch (error) {
    if (!(error instanceof TokenError) || error.status === 500) throw error;
    throw new HttpsError('invalid-argument', error.message);
  }
});

/** Whether this user may join that channel. Look it up in your data. */
async function mayJoin(_userId, _channel) {
  return false;
}
