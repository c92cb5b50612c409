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
 * @returns {{ appId?: string, appCertificates?: string[] }} a certificate variable may hold several,
 *   separated by commas, while they are replaced: the first signs
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
  const { appId, appCertificate } = found;
  return { appId, appCertificates: appCertificate?.split(',').map((each) => each.trim()) };
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
  for (const line of text.split('\n')) {
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(0, at)).trim().split(/\s+/);
    const variable = name.length === 2 && name[0] === 'export' ? name[1] : name.join(' ');
    if (names.includes(variable)) values[variable] = unquoted(line.slice(at + 1).trim());
  }
  return values;
}

/** A value without its quotes, or without the comment behind it. */
function unquoted(text) {
  const end = /^["'`]/.test(text) ? text.indexOf(text[0], 1) : -1;
  if (end !== -1) return text.slice(1, end);
  const comment = text.indexOf('#');
  return (comment === -1 ? text : text.slice(0, comment)).trim();
}

module.exports = { parseEnv, readCredentials };
