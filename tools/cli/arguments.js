'use strict';

const { parseArgs } = require('node:util');
const { quote } = require('../checks/quote');
const { CommandError } = require('./exit-codes');

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };

/**
 * Reads the options and positional arguments of a command. No message repeats a value: it may be a
 * secret that was passed by mistake.
 *
 * @param {string[]} args
 * @param {Record<string, object>} options - as `parseArgs` takes them
 */
function parseCommand(args, options) {
  try {
    return parseArgs({ args, options: { ...COMMON, ...options }, allowPositionals: true });
  } catch (error) {
    throw new CommandError(explain(error, args));
  }
}

function explain(error, args) {
  const option = /'(?:-\w, )?(-{1,2}[\w-]+)/.exec(error.message)?.[1] ?? 'option';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    if (args.some((arg) => /^--?.*(cert|secret)/i.test(arg))) {
      return (
        'The App Certificate is not taken as an argument, which would stay in the history of your ' +
        'shell. Set AGORA_APP_CERTIFICATE, or write it to a .env file, or wait for the prompt.'
      );
    }
    return `Unknown option ${quote(option)}.`;
  }
  return `The option ${quote(option)} is used wrongly: it ${
    /does not take/.test(error.message) ? 'takes no value' : 'needs a value'
  }.`;
}

/** Turns `NAME=VALUE` texts into pairs. */
function parsePairs(option, texts = []) {
  return texts.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new CommandError(`--${option} takes NAME=VALUE.`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

module.exports = { parseCommand, parsePairs };
