'use strict';

const { Redis } = require('ioredis');

const CONNECT_MS = 1000;

/**
 * Where the requests of each client are counted: in Redis, for all replicas together, or in memory.
 * While Redis does not answer nobody is refused, since a limit must not take the server down; the log
 * tells of it.
 */
async function createLimitStore(app, redisUrl) {
  if (redisUrl === null) return {};

  const redis = new Redis(redisUrl, {
    connectTimeout: CONNECT_MS,
    commandTimeout: CONNECT_MS,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: true,
  });
  let isAway = false;
  redis.on('ready', () => {
    if (isAway) app.log.info('Redis answers again');
    isAway = false;
  });
  redis.on('error', ({ code }) => {
    // It is tried again and again, and once is enough to know.
    if (!isAway) app.log.error({ code }, 'Redis does not answer: requests are not limited');
    isAway = true;
  });
  app.addHook('onClose', async () => redis.disconnect());
  // What comes before it is connected would not be counted. It goes on trying, whatever comes of this.
  await redis.connect().catch(() => {});
  return { redis, nameSpace: 'agora-token-server:', skipOnError: true };
}

module.exports = { createLimitStore };
