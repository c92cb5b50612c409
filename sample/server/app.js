'use strict';

const rateLimit = require('@fastify/rate-limit');
const fastify = require('fastify');
const { backend, createTokenBuilder, TokenError } = require('./agora');
const { createAuthorize } = require('./authorize');
const inspectRoutes = require('./routes/inspect');
const pageRoutes = require('./routes/page');
const tokenRoutes = require('./routes/tokens');

const BODY_BYTES = 32 * 1024;
const REQUEST_MS = 10_000;

/**
 * The server, not listening yet.
 *
 * @param {ReturnType<import('./config').readConfig>} config
 * @throws {TokenError} when the App ID or the App Certificate is malformed
 */
async function createApp(config) {
  const { appId, appCertificate, apiKey, expiresIn, requestsPerMinute, proxies, logLevel } = config;
  const app = fastify({
    logger: { level: logLevel, serializers: { req: withoutSecrets } },
    trustProxy: proxies,
    bodyLimit: BODY_BYTES,
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
  app.setNotFoundHandler((_request, reply) => {
    reply.code(404).send({ error: { code: 'NOT_FOUND', message: 'There is no such route.' } });
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  app.get('/health', async () => ({ status: 'ok', backend }));
  await app.register(async (limited) => {
    await limited.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' });
    await limited.register(pageRoutes);
    await limited.register(inspectRoutes, { appId, appCertificate });
    await limited.register(tokenRoutes, {
      builder,
      expiresIn,
      authorize: createAuthorize(apiKey),
    });
  });
  return app;
}

/** What is logged of a request. Bodies, headers and queries may hold tokens or the API key. */
function withoutSecrets({ method, url, ip }) {
  return { method, path: url.split('?', 1)[0], ip };
}

/** Every error has one form. What went wrong inside goes to the log and not to the client. */
function answerError(error, request, reply) {
  if (error instanceof TokenError) {
    const { code, message, offset } = error;
    return reply.code(400).send({ error: { code, message, offset } });
  }
  const statusCode = error.statusCode ?? 500;
  if (statusCode >= 500) {
    request.log.error(error);
    const message = 'The server failed.';
    return reply.code(statusCode).send({ error: { code: 'INTERNAL', message } });
  }
  const code = error.validation ? 'INVALID_REQUEST' : (error.code ?? 'REFUSED');
  return reply.code(statusCode).send({ error: { code, message: error.message } });
}

module.exports = { createApp };
