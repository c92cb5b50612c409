'use strict';

const { RtcTokenBuilder, RtcRole } = require('agora-token');

const APP_ID = '0123456789abcdef0123456789abcdef';
const CERTIFICATE = 'fedcba9876543210fedcba9876543210';

/** What a server's own code looks like: it asks the builder for a token. */
function issueToken(channel, uid, seconds = 3600) {
  return RtcTokenBuilder.buildTokenWithUid(
    APP_ID,
    CERTIFICATE,
    channel,
    uid,
    RtcRole.PUBLISHER,
    seconds,
    seconds,
  );
}

module.exports = { issueToken };
