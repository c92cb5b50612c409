'use strict';

/** Needs the API key, if there is one: Prometheus sends it as `authorization: credentials`. */
async function metricsRoutes(app, { registry, authorize }) {
  app.get('/metrics', { onRequest: authorize, schema: { hide: true } }, async (_request, reply) => {
    reply.header('content-type', registry.contentType);
    return registry.metrics();
  });
}

module.exports = metricsRoutes;
