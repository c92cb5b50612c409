'use strict';

// What the server reads from its environment. Errors name variables, and never show their values.

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const ONE_HOUR = 3600;
const ONE_DAY = 24 * ONE_HOUR;
const HIGHEST_PORT = 65535;
const SHORTEST_KEY = 16;

class ConfigError extends Error {
  constructor(message) {
    super(message);
    this.name = 'ConfigError';
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @throws {ConfigError}
 */
function readConfig(env) {
  const config = {
    appId: env.AGORA_APP_ID,
    appCertificate: env.AGORA_APP_CERTIFICATE,
    host: env.HOST || '127.0.0.1',
    port: readInteger(env, 'PORT', { usual: 3000, least: 0, most: HIGHEST_PORT }),
    apiKey: env.API_KEY || null,
    expiresIn: readInteger(env, 'TOKEN_SECONDS', { usual: ONE_HOUR, least: 1, most: ONE_DAY }),
    requestsPerMinute: readInteger(env, 'REQUESTS_PER_MINUTE', { usual: 60, least: 1, most: 1e6 }),
    // The number of proxies in front, whose X-Forwarded-For is believed.
    proxies: readInteger(env, 'PROXIES', { usual: 0, least: 0, most: 10 }),
    logLevel: env.LOG_LEVEL || 'info',
  };
  for (const name of ['AGORA_APP_ID', 'AGORA_APP_CERTIFICATE']) {
    if (!env[name]) throw new ConfigError(`${name} is not set.`);
  }
  if (config.apiKey !== null && config.apiKey.length < SHORTEST_KEY) {
    throw new ConfigError(`API_KEY must have ${SHORTEST_KEY} characters at least.`);
  }
  if (config.apiKey === null && !LOOPBACK.includes(config.host)) {
    throw new ConfigError(
      'API_KEY is not set. Without it anyone can get tokens, so HOST must be 127.0.0.1.',
    );
  }
  return config;
}

function readInteger(env, name, { usual, least, most }) {
  if (!env[name]) return usual;
  const value = Number(env[name]);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
}

module.exports = { ConfigError, readConfig };
