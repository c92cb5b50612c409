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
async function refuseWildcards({ body, validationError }) {
  // What the schema refuses gets no token, and may be anything.
  if (!validationError) refuseMany(body);
}

function refuseMany({ channel = '', uid, account = '', app = false }) {
  if (uid !== 0 && !app && !channel.includes('*') && !account.includes('*')) return;
  throw new Refusal(
    403,
    'WILDCARD',
    'Uid 0, an asterisk in a channel or an account, and tokens for an app are for many. ' +
      'This server does not give them.',
  );
}

module.exports = { createAuthorize, refuseMany, refuseWildcards };
