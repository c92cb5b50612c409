'use strict';

const { MOST_LIFETIME } = require('../checks/most-lifetime');

const OF_VERSION = {
  '006': {
    code: 'WARN_TOKEN_006',
    message:
      'A token 006 is signed over App ID, channel, uid and message without separators, and its ' +
      'checksums are not signed: one for channel "room" and uid 123 can be made into one for ' +
      '"room1" and 23, or for "room123" and any user. Use Token007.',
  },
  '005': {
    code: 'WARN_TOKEN_005',
    message:
      'A key 005 is signed with HMAC-SHA1, and does not hold the letter case of the App ID. ' +
      'Use Token007.',
  },
};

/** What is no reason against a token, but should be known of it. */
function warningsOf({ version, expire, unreadBytes, services }) {
  const warnings = OF_VERSION[version] ? [{ ...OF_VERSION[version] }] : [];
  if (expire > MOST_LIFETIME) {
    warnings.push({
      code: 'WARN_LONG_DURATION',
      message: `The token is for ${expire} seconds; Agora takes it for 24 hours (${MOST_LIFETIME} seconds).`,
    });
  }
  const isUnknown = services.some(({ name }) => name === 'unknown');
  if (unreadBytes > 0 || isUnknown) {
    const cause = isUnknown ? ', since a service is unknown' : '';
    const message = `${unreadBytes} bytes of the token were not read${cause}; nothing is said of them.`;
    warnings.push({ code: 'WARN_TOKEN_UNREAD', message });
  }
  return warnings;
}

module.exports = { warningsOf };
