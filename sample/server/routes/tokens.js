'use strict';

const { decodeToken } = require('../agora');
const { refuseWildcards } = require('../authorize');
const { describedBy, inOwnWords } = require('../own-words');
const schemas = require('../schemas');

/** Tokens for clients. Whoever may call these routes decides who joins what: put your users here. */
async function tokenRoutes(
  app,
  { builder, expiresIn: usual, allowWildcards, authorize, countToken },
) {
  app.addHook('onRequest', authorize);
  if (!allowWildcards) app.addHook('preHandler', refuseWildcards);

  const route = (kind, schema, build) => {
    const answer = ({ expiresIn = usual, ...given }) => {
      const token = build({ ...given, expiresIn });
      return { token, expiresAt: decodeToken(token).expiresAt.toISOString() };
    };
    app.post(
      `/tokens/${kind}`,
      describedBy(schema),
      inOwnWords(answer, () => countToken(kind)),
    );
  };

  route('rtc', schemas.rtc, builder.rtc);
  route('rtm', schemas.rtm, builder.rtm);
  route('chat', schemas.chat, builder.chat);
  route('apaas', schemas.apaas, builder.apaas);
  route('rtc-rtm', schemas.rtcAndRtm, ({ userId, expiresIn, ...rtc }) =>
    builder.build({ expiresIn, rtc, rtm: { userId } }),
  );
}

module.exports = tokenRoutes;
