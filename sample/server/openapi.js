'use strict';

const swagger = require('@fastify/swagger');
const swaggerUi = require('@fastify/swagger-ui');
const { version } = require('./package.json');

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Of Swagger UI; no script is allowed that is not a file of its own.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Collects the schemas of the routes that are registered after it. */
async function describeApi(app) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'A token server for Agora', version },
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
    },
  });
}

/** The page at /docs, and at /docs/json what it shows. Like the inspector it needs no other server. */
async function apiPage(app) {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: POLICY,
    uiConfig: { validatorUrl: null },
  });
}

module.exports = { apiPage, describeApi };
