'use strict';

const cors = require('@fastify/cors');
const rateLimit = require('@fastify/rate-limit');
const fastify = require('fastify');
const { backend, createTokenBuilder } = require('./agora');
const { createAuthorize } = require('./authorize');
const { answerBadUrl, answerError, answerNotFound } = require('./errors');
const { createHostCheck } = require('./hosts');
const { serializers } = require('./log');
const inspectRoutes = require('./routes/inspect');
const pageRoutes = require('./routes/page');
const tokenRoutes = require('./routes/tokens');

const BODY_BYTES = 32 * 1024;
const PREFLIGHT_SECONDS = 600;

/**
 * The server, not listening yet.
 *
 * @param {ReturnType<import('./config').readConfig>} config
 * @throws {TokenError} when the App ID or the App Certificate is malformed
 */
async function createApp(config) {
  const { appId, appCertificate } = config;
  const app = fastify({
    ...timeLimits(config.requestSeconds * 1000),
    logger: { level: config.logLevel, serializers },
    trustProxy: config.proxies,
    bodyLimit: BODY_BYTES,
    frameworkErrors: answerBadUrl,
    return503OnClosing: false,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  const builder = createTokenBuilder({
    appId,
    appCertificate,
    onWarning: ({ code, message }) => app.log.warn({ code }, message),
  });

  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answerError);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    // Idle connections are closed once, and this one is not idle yet.
    if (isClosing) reply.header('connection', 'close');
  });
  app.addHook('onRequest', createHostCheck(config.allowedHosts));
  await app.register(cors, {
    origin: config.allowedOrigins,
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type'],
    exposedHeaders: ['retry-after'],
    maxAge: PREFLIGHT_SECONDS,
    strictPreflight: false,
  });

  app.get('/health', async () => ({ status: 'ok', backend }));
  await app.register(async (limited) => {
    const { requestsPerMinute: max } = config;
    await limited.register(rateLimit, { global: false, max, timeWindow: '1 minute' });
    // For the whole scope rather than for each route: it runs before the API key is checked, and for
    // unknown routes too.
    limited.addHook('onRequest', limited.rateLimit());
    limited.setNotFoundHandler(answerNotFound);
    await limited.register(pageRoutes);
    await limited.register(inspectRoutes, { appId, appCertificate });
    await limited.register(tokenRoutes, {
      builder,
      expiresIn: config.expiresIn,
      allowWildcards: config.allowWildcards,
      authorize: createAuthorize(config.apiKey),
    });
  });
  return app;
}

/** A request must have arrived after this time, and a client must take its answer. */
function timeLimits(ms) {
  return {
    requestTimeout: ms,
    connectionTimeout: ms,
    // By default Node allows 60 seconds for headers, takes the longer of the two limits for bodies,
    // and looks every 30 seconds.
    http: { headersTimeout: ms, connectionsCheckingInterval: ms / 10 },
  };
}

module.exports = { createApp };
