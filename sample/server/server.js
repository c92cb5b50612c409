'use strict';

// `npm start`: reads the environment, listens, and stops when it is asked to.

const { createApp } = require('./app');
const { TokenError } = require('./agora');
const { ConfigError, readConfig } = require('./config');

const SHUTDOWN_MS = 10_000;

async function main() {
  const config = readConfig(process.env);
  const app = await createApp(config);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => stop(app, signal));
  }
  await app.listen({ host: config.host, port: config.port });
}

/** Answers what has been asked, and takes no new requests. */
async function stop(app, signal) {
  app.log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  await app.close();
  app.log.info('stopped');
}

main().catch((error) => {
  const isKnown = error instanceof ConfigError || error instanceof TokenError;
  console.error(isKnown ? error.message : error);
  process.exitCode = 1;
});
