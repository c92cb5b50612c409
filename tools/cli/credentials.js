'use strict';

const fs = require('node:fs');
const { CommandError } = require('./exit-codes');
const { ask, canAsk } = require('./prompt');

const VARIABLES = { appId: 'AGORA_APP_ID', appCertificate: 'AGORA_APP_CERTIFICATE' };
const NAMES = { appId: 'App ID', appCertificate: 'App Certificate' };
const DEFAULT_FILE = '.env';

/**
 * Credentials from the environment, then from a `.env` file, then from a prompt. Never from an
 * argument.
 *
 * @param {{ required: string[], optional?: string[], envFile?: string }} wanted
 */
async function readCredentials({ required, optional = [], envFile }) {
  const fromFile = readEnvFile(envFile);
  const found = {};
  for (const name of [...required, ...optional]) {
    const value = process.env[VARIABLES[name]] || fromFile[VARIABLES[name]];
    if (value) found[name] = value;
  }
  for (const name of required) {
    found[name] ??= await askFor(name);
  }
  return found;
}

async function askFor(name) {
  if (!canAsk()) {
    throw new CommandError(
      `No ${NAMES[name]}: set ${VARIABLES[name]} in the environment or in a ${DEFAULT_FILE} file, ` +
        'or run this on a terminal to be asked for it.',
    );
  }
  return (await ask(`${NAMES[name]}: `, { hidden: name === 'appCertificate' })).trim();
}

/** Only the two variables are read from the file, and nothing else of it. */
function readEnvFile(file) {
  let text;
  try {
    text = fs.readFileSync(file ?? DEFAULT_FILE, 'utf8');
  } catch (error) {
    if (file === undefined) return {};
    throw new CommandError(`Cannot read the file of --dotenv: ${error.code}.`);
  }
  return parseEnv(text, Object.values(VARIABLES));
}

/** The values of some variables: `NAME=value`, with `export`, quotes and comments as usual. */
function parseEnv(text, names) {
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, quoted, quotedValue, plain] =
      /^\s*(?:export\s+)?([A-Z_]+)\s*=\s*(?:(["'`])(.*?)\2|([^#]*?))\s*(?:#.*)?$/.exec(line) ?? [];
    if (names.includes(name)) values[name] = quoted ? quotedValue : plain;
  }
  return values;
}

module.exports = { parseEnv, readCredentials };
