'use strict';

const { version } = require('../../package.json');
const { TokenError } = require('../token-error');
const { quote } = require('../checks/quote');
const { COMMANDS } = require('./catalogue');
const { CommandError, EXIT } = require('./exit-codes');
const { helpOf } = require('./help');
const { inOptions } = require('./messages');
const { writeFailure, writeJson, writeLine } = require('./output');
const { didYouMean } = require('./suggest');

/** Loaded when they are run: `doctor` must work where the kernel does not load. */
const RUNNERS = {
  decode: () => require('./commands/decode'),
  verify: () => require('./commands/verify'),
  build: () => require('./commands/build'),
  diff: () => require('./commands/diff'),
  doctor: () => require('./commands/doctor'),
  completion: () => require('./commands/completion'),
};

/** Runs a command line, and returns the exit code. */
async function main([name, ...args]) {
  // The reader of a pipe may leave early, which is no error.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    return await dispatch(name, args);
  } catch (error) {
    return explain(error, name === '--json' || args.includes('--json'));
  }
}

function dispatch(name, args) {
  if (name === '--version') return show('version', version, args);
  if (name === '--help' || name === '-h' || name === 'help') return showHelp(args);
  if (name === undefined) {
    writeLine(helpOf(), undefined, process.stderr);
    return EXIT.usage;
  }
  checkCommand(name);
  if (wantsHelp(args)) return showHelp([name, ...args]);
  return RUNNERS[name]().run(args);
}

/** What a shell hands over to be completed is not meant. */
function wantsHelp(args) {
  return args[0] !== '--words' && (args.includes('--help') || args.includes('-h'));
}

/** `help`, `help build` and `help build rtc`. */
function showHelp(args) {
  const [name, service] = args.filter((arg) => !arg.startsWith('-'));
  if (name !== undefined) checkCommand(name);
  return show('help', helpOf(name, name && serviceOf(name, service)), args);
}

function serviceOf(name, service) {
  return Object.hasOwn(COMMANDS[name].services ?? {}, service ?? '') ? service : undefined;
}

function checkCommand(name) {
  if (Object.hasOwn(COMMANDS, name)) return;
  const hint = didYouMean(name, [...Object.keys(COMMANDS), 'help']);
  throw new CommandError(`There is no command ${quote(name)}.${hint} Try agora-token --help.`);
}

/** A token that cannot be read is a result; everything else that is known is a wrong command. */
function explain(error, asJson) {
  const { code, message, exitCode, details } = describe(error);
  if (asJson) writeJson({ error: { code, message, ...details } });
  else writeFailure(error instanceof CommandError ? undefined : code, message);
  return exitCode;
}

function describe(error) {
  if (error instanceof CommandError) return error;
  if (!(error instanceof TokenError)) {
    return { code: 'ERR_UNEXPECTED', message: error.message, exitCode: EXIT.invalid };
  }
  const { code, message, offset, token } = error;
  const exitCode = code.startsWith('ERR_TOKEN_') ? EXIT.invalid : EXIT.usage;
  return { code, message: inOptions(message), exitCode, details: { offset, token } };
}

function show(what, text, args) {
  if (args.includes('--json')) writeJson({ [what]: text });
  else writeLine(text);
  return EXIT.ok;
}

module.exports = { main };
