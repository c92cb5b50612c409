'use strict';

const cors = require('@fastify/cors');
const rateLimit = require('@fastify/rate-limit');
const fastify = require('fastify');
const { backend, createTokenBuilder, verifyToken } = require('./agora');
const { createAuthorize } = require('./authorize');
const { answerBadUrl, answerError, answerNotFound } = require('./errors');
const { createHostCheck } = require('./hosts');
const { createLimitStore } = require('./limit-store');
const { serializers } = require('./log');
const { createMetrics } = require('./metrics');
const { apiPage, describeApi } = require('./openapi');
const inspectRoutes = require('./routes/inspect');
const metricsRoutes = require('./routes/metrics');
const pageRoutes = require('./routes/page');
const tokenServiceRoutes = require('./routes/token-service');
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
  const { appId, appCertificates } = config;
  const app = fastify({
    ...timeLimits(config.requestSeconds * 1000),
    logger: { level: config.logLevel, serializers },
    trustProxy: config.proxies,
    bodyLimit: BODY_BYTES,
    frameworkErrors: answerBadUrl,
    return503OnClosing: false,
    // As in agora-token-service, whose clients end their paths with a slash.
    routerOptions: { ignoreTrailingSlash: config.tokenServiceRoutes },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  const builder = createTokenBuilder({
    appId,
    appCertificate: appCertificates[0],
    onWarning: ({ code, message }) => app.log.warn({ code }, message),
  });

  // Malformed ones are told of now, and not when somebody verifies.
  verifyToken('', appCertificates);
  const metrics = createMetrics();

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
  app.addHook('onResponse', metrics.countRequest);
  app.addHook('onRequest', createHostCheck(config.allowedHosts));
  await app.register(cors, {
    origin: config.allowedOrigins,
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type'],
    exposedHeaders: ['retry-after'],
    maxAge: PREFLIGHT_SECONDS,
    strictPreflight: false,
  });

  await describeApi(app);
  app.get('/health', { schema: { summary: 'Whether the server runs' } }, async () => ({
    status: 'ok',
    backend,
  }));
  await app.register(async (limited) => {
    await limited.register(rateLimit, {
      global: false,
      max: config.requestsPerMinute,
      timeWindow: '1 minute',
      ...(await createLimitStore(app, config.redisUrl)),
    });
    // For the whole scope rather than for each route: it runs before the API key is checked, and for
    // unknown routes too.
    limited.addHook('onRequest', limited.rateLimit());
    limited.setNotFoundHandler(answerNotFound);
    const tokens = {
      builder,
      expiresIn: config.expiresIn,
      allowWildcards: config.allowWildcards,
      authorize: createAuthorize(config.apiKey),
      countToken: metrics.countToken,
    };
    await limited.register(pageRoutes);
    await limited.register(inspectRoutes, { appId, appCertificates });
    await limited.register(tokenRoutes, tokens);
    if (config.tokenServiceRoutes) await limited.register(tokenServiceRoutes, tokens);
    await limited.register(metricsRoutes, { registry: metrics.registry, ...tokens });
    await limited.register(apiPage);
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
