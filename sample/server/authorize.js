'use strict';

const crypto = require('node:crypto');
const { Refusal } = require('./errors');

/**
 * Lets a request through whose `Authorization: Bearer …` has the API key. In a server of your own,
 * check the user's session here, and that this user may join this channel.
 */
function createAuthorize(apiKey) {
  if (apiKey === null) return async () => {};

  const expected = digest(apiKey);
  return async (request, reply) => {
    const [, given = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    // Digests have one length, so that the comparison tells nothing of the key.
    if (crypto.timingSafeEqual(digest(given), expected)) return;
    reply.header('www-authenticate', 'Bearer');
    throw new Refusal(401, 'UNAUTHORIZED', 'The API key is missing or wrong.');
  };
}

function digest(text) {
  return crypto.createHash('sha256').update(text).digest();
}

/** Refuses tokens that fit more than one channel or more than one user. */
async function refuseWildcards({ body: { channel = '', uid, account = '' } }) {
  if (uid !== 0 && !channel.includes('*') && !account.includes('*')) return;
  throw new Refusal(
    403,
    'WILDCARD',
    'Uid 0 and an asterisk in a channel or an account are for tokens that fit many. ' +
      'This server does not give them.',
  );
}

module.exports = { createAuthorize, refuseWildcards };
