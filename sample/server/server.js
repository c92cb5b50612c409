'use strict';

// `npm start`: reads .env and the environment, listens, and stops when it is asked to.

const { createApp } = require('./app');
const { TokenError } = require('./agora');
const { ConfigError, readConfig } = require('./config');

/** Shorter than the 10 seconds after which Docker kills. */
const STOP_MS = 5_000;

async function main() {
  loadEnvFile();
  const config = readConfig(process.env);
  const app = await createApp(config);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => stop(app, signal));
  }
  await app.listen({ host: config.host, port: config.port });
}

/** Reads `.env` of the folder that it is started in, if there is one; the environment comes first. */
function loadEnvFile() {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (error.code !== 'ENOENT') throw new ConfigError('.env cannot be read.');
  }
}

/** Answers what has arrived, takes nothing new, and leaves clients behind that are too slow. */
async function stop(app, signal) {
  app.log.info({ signal }, 'stopping');
  setTimeout(() => {
    app.log.info('stopped, and cut off slow clients');
    process.exit(0);
  }, STOP_MS).unref();
  await app.close();
  app.log.info('stopped');
}

main().catch((error) => {
  const isKnown = error instanceof ConfigError || error instanceof TokenError;
  console.error(isKnown ? error.message : error);
  process.exitCode = 1;
});
