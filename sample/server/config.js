'use strict';

// All that the server reads from its environment. Errors name variables, and never show their values.

const net = require('node:net');

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
/** Loopback as a `Host` header names it. */
const LOOPBACK_NAMES = ['127.0.0.1', '[::1]', 'localhost'];
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const ONE_HOUR = 3600;
const ONE_DAY = 24 * ONE_HOUR;
const HIGHEST_PORT = 65535;
const SHORTEST_KEY = 16;
const ADDRESS_BITS = { 4: 32, 6: 128 };

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
    appId: readRequired(env, 'AGORA_APP_ID'),
    appCertificates: readCertificates(env),
    apiKey: env.API_KEY || null,
    host: env.HOST || '127.0.0.1',
    port: readInteger(env, 'PORT', { usual: 3000, least: 0, most: HIGHEST_PORT }),
    allowedOrigins: readList(env, 'ALLOWED_ORIGINS', isOrigin, 'https://app.example.com'),
    allowWildcards: readChoice(env, 'ALLOW_WILDCARDS', 'false', ['true', 'false']) === 'true',
    expiresIn: readInteger(env, 'TOKEN_SECONDS', { usual: ONE_HOUR, least: 1, most: ONE_DAY }),
    requestsPerMinute: readInteger(env, 'REQUESTS_PER_MINUTE', { usual: 60, least: 1, most: 1e6 }),
    requestSeconds: readInteger(env, 'REQUEST_SECONDS', { usual: 10, least: 1, most: 300 }),
    proxies: readList(env, 'PROXIES', isAddressOrRange, '10.0.0.0/8'),
    redisUrl: readRedisUrl(env),
    tokenServiceRoutes:
      readChoice(env, 'TOKEN_SERVICE_ROUTES', 'false', ['true', 'false']) === 'true',
    logLevel: readChoice(env, 'LOG_LEVEL', 'info', LOG_LEVELS),
  };
  if (config.apiKey !== null && config.apiKey.length < SHORTEST_KEY) {
    throw new ConfigError(`API_KEY must have ${SHORTEST_KEY} characters at least.`);
  }
  if (config.apiKey === null && !LOOPBACK.includes(config.host)) {
    throw new ConfigError(
      'API_KEY is not set. Without it anyone can get tokens, so HOST must be 127.0.0.1.',
    );
  }
  return { ...config, allowedHosts: readAllowedHosts(env, config.apiKey) };
}

/** The names in `Host` that are answered, or `null` for any. */
function readAllowedHosts(env, apiKey) {
  const names = readList(env, 'ALLOWED_HOSTS', isHostName, 'tokens.example.com');
  if (names.length === 0 && apiKey !== null) return null;
  return [...LOOPBACK_NAMES, ...names.map((name) => name.toLowerCase())];
}

function readRequired(env, name) {
  if (env[name]) return env[name];
  throw new ConfigError(`${name} is not set.`);
}

/** The one that signs, and after it those with which tokens may still be signed. */
function readCertificates(env) {
  return readRequired(env, 'AGORA_APP_CERTIFICATE')
    .split(',')
    .map((certificate) => certificate.trim());
}

function readRedisUrl(env) {
  const url = env.REDIS_URL || null;
  if (url === null || (/^rediss?:\/\//.test(url) && URL.canParse(url))) return url;
  throw new ConfigError('REDIS_URL must be a URL such as redis://127.0.0.1:6379.');
}

function readInteger(env, name, { usual, least, most }) {
  if (!env[name]) return usual;
  const value = Number(env[name]);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
}

function readChoice(env, name, usual, choices) {
  const value = env[name] || usual;
  if (choices.includes(value)) return value;
  throw new ConfigError(`${name} must be one of ${choices.join(', ')}.`);
}

/** What is between the commas. */
function readList(env, name, isRight, example) {
  const entries = (env[name] ?? '').split(',').map((entry) => entry.trim());
  const given = entries.filter((entry) => entry !== '');
  if (given.every(isRight)) return given;
  throw new ConfigError(`${name} must be a list such as ${example}, with commas between.`);
}

function isHostName(text) {
  return /^([\w.-]+|\[[\da-f:.]+\])$/i.test(text);
}

function isOrigin(text) {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isAddressOrRange(text) {
  const [, address, bits = 1] = /^([^/]*)(?:\/(\d+))?$/.exec(text) ?? [];
  return bits >= 1 && bits <= ADDRESS_BITS[net.isIP(address)];
}

module.exports = { ConfigError, ONE_DAY, readConfig };
