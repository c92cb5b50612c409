'use strict';

const { refuseMany } = require('../authorize');
const { ONE_DAY } = require('../config');
const { Refusal } = require('../errors');

/** A uid in these routes is text; digits are a number, as there. */
const DIGITS = /^[0-9]+$/;

const KINDS = ['rtc', 'rtm', 'chat'];

/** The seconds of `?expiry=` and of `expire`; what is no such number is refused. */
const expire = { type: 'integer', minimum: 1, maximum: ONE_DAY };
const text = { type: 'string', maxLength: 255 };
const answer = {
  type: 'object',
  properties: Object.fromEntries(
    ['token', 'rtcToken', 'rtmToken', 'chatToken'].map((name) => [name, { type: 'string' }]),
  ),
};

/**
 * The routes of agora-token-service, for clients that were written for it: TOKEN_SERVICE_ROUTES=true.
 * What they give is made by the same builder, and refused for the same reasons, as in tokens.js.
 */
async function tokenServiceRoutes(app, options) {
  const { builder, expiresIn: usual, allowWildcards, authorize, countToken } = options;
  const give = (kind, given) => {
    if (!allowWildcards) refuseMany(given);
    const token = builder[kind](given);
    countToken(kind);
    return token;
  };
  const route = (method, url, make, body) => {
    const schema = {
      summary: 'As in agora-token-service',
      tags: ['agora-token-service'],
      security: [{ apiKey: [] }],
      response: { 200: answer },
      ...(body ? { body } : { querystring: { type: 'object', properties: { expiry: text } } }),
    };
    app.route({
      method,
      url,
      schema,
      onRequest: authorize,
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return make(request.params, toSeconds(request.query.expiry, usual), request.body);
      },
    });
  };

  const rtcOf = ({ channel, role, type, uid }, expiresIn) =>
    give('rtc', { channel, role: roleOf(role), ...userOf(type, uid), expiresIn });
  const rtmOf = (userId, expiresIn) => give('rtm', { userId, expiresIn });

  route('GET', '/rtc/:channel/:role/:type/:uid', (params, expiresIn) => ({
    rtcToken: rtcOf(params, expiresIn),
  }));
  route('GET', '/rtm/:uid', ({ uid }, expiresIn) => ({ rtmToken: rtmOf(uid, expiresIn) }));
  const both = (params, expiresIn) => ({
    rtcToken: rtcOf(params, expiresIn),
    rtmToken: rtmOf(params.rtmUid ?? params.uid, expiresIn),
  });
  route('GET', '/rte/:channel/:role/:type/:uid', both);
  route('GET', '/rte/:channel/:role/:type/:uid/:rtmUid', both);
  route('GET', '/chat/app', (_params, expiresIn) => ({
    chatToken: give('chat', { app: true, expiresIn }),
  }));
  route('GET', '/chat/account/:userId', ({ userId }, expiresIn) => ({
    chatToken: give('chat', { userId, expiresIn }),
  }));

  const make = (_params, _seconds, { tokenType, channel, role, uid = '', expire: given }) => {
    // There 0 stands for the usual.
    const expiresIn = given || usual;
    if (tokenType === 'rtm') return { token: rtmOf(uid, expiresIn) };
    if (tokenType === 'chat') {
      return {
        token: give('chat', { ...(uid === '' ? { app: true } : { userId: uid }), expiresIn }),
      };
    }
    const type = DIGITS.test(uid) ? 'uid' : 'userAccount';
    return { token: rtcOf({ channel, role, type, uid }, expiresIn) };
  };
  route('POST', '/getToken', make, {
    type: 'object',
    properties: {
      tokenType: { enum: KINDS },
      channel: text,
      role: text,
      uid: text,
      expire: { ...expire, minimum: 0 },
    },
    required: ['tokenType'],
  });
  app.get('/ping', { schema: { hide: true } }, async () => ({ message: 'pong' }));
}

/** There every role but this one subscribes. */
function roleOf(role) {
  return role === 'publisher' ? 'publisher' : 'subscriber';
}

function userOf(type, uid) {
  if (type === 'userAccount') return { account: uid };
  if (type === 'uid') return { uid: DIGITS.test(uid) ? Number(uid) : uid };
  throw new Refusal(400, 'INVALID_REQUEST', 'The type of a user is uid or userAccount.');
}

function toSeconds(expiry, usual) {
  if (expiry === undefined) return usual;
  const seconds = DIGITS.test(expiry) ? Number(expiry) : 0;
  if (seconds >= expire.minimum && seconds <= expire.maximum) return seconds;
  throw new Refusal(400, 'INVALID_REQUEST', `expiry must be seconds, 1 to ${expire.maximum}.`);
}

module.exports = tokenServiceRoutes;
