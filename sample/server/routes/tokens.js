'use strict';

const { decodeToken } = require('../agora');
const { refuseWildcards } = require('../authorize');
const schemas = require('../schemas');

/** Tokens for clients. Whoever may call these routes decides who joins what: put your users here. */
async function tokenRoutes(app, { builder, expiresIn: usual, allowWildcards, authorize }) {
  app.addHook('onRequest', authorize);
  if (!allowWildcards) app.addHook('preHandler', refuseWildcards);

  const answer = (reply, token) => {
    reply.header('cache-control', 'no-store');
    return { token, expiresAt: decodeToken(token).expiresAt.toISOString() };
  };

  app.post('/tokens/rtc', { schema: schemas.rtc }, async (request, reply) => {
    const { expiresIn = usual, ...rtc } = request.body;
    return answer(reply, builder.rtc({ ...rtc, expiresIn }));
  });

  app.post('/tokens/rtm', { schema: schemas.rtm }, async (request, reply) => {
    const { userId, expiresIn = usual } = request.body;
    return answer(reply, builder.rtm({ userId, expiresIn }));
  });

  app.post('/tokens/rtc-rtm', { schema: schemas.rtcAndRtm }, async (request, reply) => {
    const { userId, expiresIn = usual, ...rtc } = request.body;
    return answer(reply, builder.build({ expiresIn, rtc, rtm: { userId } }));
  });
}

module.exports = tokenRoutes;
