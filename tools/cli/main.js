'use strict';

const { version } = require('../../package.json');
const { TokenError } = require('../token-error');
const { quote } = require('../checks/quote');
const { CommandError, EXIT } = require('./exit-codes');
const { writeJson, writeLine } = require('./output');

const usage = `agora-token COMMAND

  decode [TOKEN]     show what is in a token
  verify [TOKEN]     check a token, and say what is wrong with it
  build SERVICE      build a token
  diff TOKEN TOKEN   show in what two tokens differ
  doctor             show which kernel builds the tokens here

  --help             also behind a command
  --version

Ends with 0; with 1 if a token is malformed, invalid or expired; with 2 if the command is wrong.`;

/** Loaded when they are run: `doctor` must work where the kernel does not load. */
const COMMANDS = {
  decode: () => require('./commands/decode'),
  verify: () => require('./commands/verify'),
  build: () => require('./commands/build'),
  diff: () => require('./commands/diff'),
  doctor: () => require('./commands/doctor'),
};

/** Runs a command line, and returns the exit code. */
async function main([name, ...args]) {
  // The reader of a pipe may leave early, which is no error.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  if (name === '--help' || name === '-h' || name === 'help') return show(usage);
  if (name === '--version') return show(version);
  if (name === undefined) return fail(usage);
  if (!Object.hasOwn(COMMANDS, name)) {
    return fail(`There is no command ${quote(name)}. Try agora-token --help.`);
  }
  try {
    const command = COMMANDS[name]();
    if (args.includes('--help') || args.includes('-h')) return show(command.usage);
    return await command.run(args);
  } catch (error) {
    return explain(error, args.includes('--json'));
  }
}

/** A token that cannot be read is a result; everything else that is known is a wrong command. */
function explain(error, asJson) {
  if (error instanceof CommandError) return fail(error.message, error.exitCode);
  if (!(error instanceof TokenError)) return fail(`Unexpected: ${error.message}`, EXIT.invalid);

  const { code, message, offset } = error;
  const exitCode = code.startsWith('ERR_TOKEN_') ? EXIT.invalid : EXIT.usage;
  if (!asJson) return fail(`${code}: ${message}`, exitCode);
  writeJson({ error: { code, message, offset } });
  return exitCode;
}

function show(text) {
  writeLine(text);
  return EXIT.ok;
}

function fail(text, exitCode = EXIT.usage) {
  writeLine(text, 'bad', process.stderr);
  return exitCode;
}

module.exports = { main };
