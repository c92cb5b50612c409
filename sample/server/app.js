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
const REQUEST_MS = 10_000;
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
    logger: { level: config.logLevel, serializers },
    trustProxy: config.proxies,
    bodyLimit: BODY_BYTES,
    frameworkErrors: answerBadUrl,
    requestTimeout: REQUEST_MS,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  const builder = createTokenBuilder({
    appId,
    appCertificate,
    onWarning: ({ code, message }) => app.log.warn({ code }, message),
  });

  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answerError);
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
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
    await limited.register(rateLimit, { max, timeWindow: '1 minute' });
    limited.setNotFoundHandler(answerNotFound);
    await limited.register(pageRoutes);
    await limited.register(inspectRoutes, { appId, appCertificate });
    await limited.register(tokenRoutes, {
      builder,
      expiresIn: config.expiresIn,
      authorize: createAuthorize(config.apiKey),
    });
  });
  return app;
}

module.exports = { createApp };
