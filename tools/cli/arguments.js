'use strict';

const { parseArgs } = require('node:util');
const { quote } = require('../checks/quote');
const { COMMANDS, optionsOf } = require('./catalogue');
const { CommandError } = require('./exit-codes');
const { worded } = require('./help');
const { didYouMean } = require('./suggest');

/**
 * Reads the options and positional arguments of a command, and checks what its entry in the catalogue
 * says of them. No message repeats a value: it may be a secret that was passed by mistake.
 *
 * @param {string} name - the command
 * @param {string[]} args - what stands behind it
 * @returns {{ values: object, positionals: string[], service?: string }}
 */
function parseCommand(name, args) {
  const command = COMMANDS[name];
  const { values, positionals } = parse(allOptions(command), args);
  if (!command.services) {
    checkTogether(name, command, values);
    return { values, positionals };
  }
  const service = checkService(command.services, positionals);
  const title = `${name} ${service}`;
  const known = optionsOf(command, service);
  for (const option of Object.keys(values)) {
    if (known[option]) continue;
    const its = Object.keys(known).map((each) => `--${each}`);
    throw new CommandError(`${title} has no option --${option}. It has ${its.join(', ')}.`);
  }
  checkTogether(title, command.services[service], values);
  return { values, positionals, service };
}

/** Which service is meant; options of others are not known before. */
function checkService(services, positionals) {
  const [service, ...rest] = positionals;
  const names = Object.keys(services);
  if (service !== undefined && rest.length === 0 && names.includes(service)) return service;
  const hint = service === undefined ? '' : didYouMean(service, names);
  throw new CommandError(`Name one service to build for: ${names.join(', ')}.${hint}`);
}

function allOptions(command) {
  const ofServices = Object.values(command.services ?? {}).map(({ options }) => options);
  return Object.assign({}, ...ofServices, optionsOf(command));
}

function parse(options, args) {
  const described = Object.entries(options).map(([option, { value, short, multiple }]) => [
    option,
    { type: value ? 'string' : 'boolean', ...(short && { short }), ...(multiple && { multiple }) },
  ]);
  try {
    return parseArgs({ args, options: Object.fromEntries(described), allowPositionals: true });
  } catch (error) {
    throw new CommandError(explain(error, args, options));
  }
}

function explain(error, args, options) {
  const option = /'(?:-\w, )?(-{1,2}[\w-]+)/.exec(error.message)?.[1] ?? 'option';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    if (args.some((arg) => /^--?.*(cert|secret)/i.test(arg))) {
      return (
        'The App Certificate is not taken as an argument, which would stay in the history of your ' +
        'shell. Set AGORA_APP_CERTIFICATE, or write it to a .env file, or wait for the prompt.'
      );
    }
    const known = Object.keys(options).map((each) => `--${each}`);
    return `Unknown option ${quote(option)}.${didYouMean(option, known)}`;
  }
  return `The option ${quote(option)} is used wrongly: it ${
    /does not take/.test(error.message) ? 'takes no value' : 'needs a value'
  }.`;
}

/** Which options are missing, and which do not go together. */
function checkTogether(title, { needs = [], excludes = [], together = [] }, values) {
  const has = (option) => values[option] !== undefined;
  for (const [left, right] of excludes) {
    if (has(left) && has(right)) {
      throw new CommandError(`Pass either --${left} or --${right}, not both.`);
    }
  }
  const missing = needs.filter((group) => !group.some(has));
  if (missing.length > 0) throw new CommandError(`${title} needs ${worded(missing)}.`);
  const lone = together.find((option) => !has(option));
  if (lone !== undefined && together.some(has)) {
    throw new CommandError(`--${together.find(has)} needs --${lone}.`);
  }
}

/** Turns `NAME=VALUE` texts into pairs. */
function parsePairs(option, texts = []) {
  return texts.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new CommandError(`--${option} takes NAME=VALUE.`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

/** A whole number of digits. */
function parseNumber(option, text, hint = '') {
  if (!/^[0-9]+$/.test(text)) throw new CommandError(`--${option} takes a number.${hint}`);
  return Number(text);
}

module.exports = { parseCommand, parseNumber, parsePairs };
