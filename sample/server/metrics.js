'use strict';

const prometheus = require('prom-client');

/** What Prometheus reads at /metrics: of this process, of requests, and of tokens. */
function createMetrics() {
  const registry = new prometheus.Registry();
  prometheus.collectDefaultMetrics({ register: registry });
  const requests = new prometheus.Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route; what is no route is "none".',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  const tokens = new prometheus.Counter({
    name: 'agora_tokens_total',
    help: 'Tokens that were given, by kind.',
    labelNames: ['kind'],
    registers: [registry],
  });

  return {
    registry,
    countToken: (kind) => tokens.inc({ kind }),
    countRequest: async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
      const labels = { method, route: routeOptions.url ?? 'none', status: statusCode };
      requests.observe(labels, elapsedTime / 1000);
    },
  };
}

module.exports = { createMetrics };
