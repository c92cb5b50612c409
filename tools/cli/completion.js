'use strict';

const { COMMANDS, optionsOf } = require('./catalogue');

/**
 * What may stand in the place of the last word, which is begun.
 *
 * @param {string[]} words - what is typed behind `agora-token`; shells that split at `=` give it as a
 *   word of its own
 */
function candidates(words) {
  const typed = words.filter((word) => word !== '=');
  const begun = words.at(-1) === '=' ? '' : (typed.pop() ?? '');
  return possible(typed, begun).filter((each) => each.startsWith(begun) && each !== begun);
}

function possible(typed, begun) {
  const [name, ...rest] = typed;
  if (name === undefined) return [...Object.keys(COMMANDS), 'help', '--help', '--version'];
  if (name === 'help') return namesBehindHelp(rest);
  if (!Object.hasOwn(COMMANDS, name)) return [];

  const command = COMMANDS[name];
  const service = rest.find((word) => Object.hasOwn(command.services ?? {}, word));
  const options = optionsOf(command, service);
  const before = options[/^--(.+)/.exec(rest.at(-1) ?? '')?.[1]];
  if (before?.value) return before.choices ?? [];
  if (begun.startsWith('-')) return optionsLeft(options, rest);
  if (command.services && service === undefined) return Object.keys(command.services);
  if (command.choices) return rest.length === 0 ? command.choices : [];
  return begun === '' ? optionsLeft(options, rest) : [];
}

function namesBehindHelp(rest) {
  if (rest.length === 0) return Object.keys(COMMANDS);
  return rest.length === 1 ? Object.keys(COMMANDS[rest[0]]?.services ?? {}) : [];
}

/** Options that have not been given, but for those that may be repeated. */
function optionsLeft(options, rest) {
  return Object.entries(options)
    .filter(([option, { multiple }]) => multiple || !rest.includes(`--${option}`))
    .map(([option]) => `--${option}`);
}

module.exports = { candidates };
