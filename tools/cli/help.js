'use strict';

const { COMMANDS, optionsOf } = require('./catalogue');

/** What `--help` shows: of everything, of a command, or of a service of `build`. */
function helpOf(name, service) {
  if (name === undefined) return helpOfAll();
  const command = COMMANDS[name];
  const its = command.services?.[service];
  const title = `agora-token ${name} ${its ? service : command.takes}`.trim();
  const about = its ? `Builds a token for ${its.does}.` : command.about;
  const options = optionsOf(command, service);
  return [
    title,
    about,
    ...(its ? [needsOf(its)] : []),
    ...(command.services && !its ? [table(describe(command.services))] : []),
    table(Object.entries(options).map(([option, its_]) => [written(option, its_), its_.text])),
    `Examples:\n${indent((its ?? command).examples)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function helpOfAll() {
  return [
    'agora-token COMMAND',
    table(describe(COMMANDS)),
    table([
      ['help COMMAND', 'also --help behind a command'],
      ['--version', 'show the version'],
    ]),
    `Examples:\n${indent([
      'agora-token decode TOKEN',
      'agora-token verify TOKEN --channel lobby --uid 42',
      'agora-token build rtc --channel lobby --uid 42 --role publisher',
    ])}`,
    'Ends with 0; with 1 if a token is malformed, invalid or expired; with 2 if the command is wrong.',
  ].join('\n\n');
}

function describe(entries) {
  return Object.entries(entries).map(([name, { takes, does }]) => [
    `${name} ${takes ?? ''}`.trim(),
    does,
  ]);
}

function needsOf({ needs = [], together = [] }) {
  const lines = [];
  if (needs.length > 0) lines.push(`Needs ${worded(needs)}.`);
  if (together.length > 0) {
    lines.push(`${together.map(dashed).join(' and ')} belong together.`);
  }
  return lines.join('\n');
}

/** Options of which each group needs one: `--channel, and --uid or --account`. */
function worded(groups) {
  return groups.map((group) => group.map(dashed).join(' or ')).join(', and ');
}

function dashed(option) {
  return `--${option}`;
}

function written(option, { value, short }) {
  return `${short ? `-${short}, ` : ''}--${option}${value ? ` ${value}` : ''}`;
}

/** Two columns; a text beside a long first one begins on a line of its own. */
function table(rows) {
  const width = Math.min(26, Math.max(...rows.map(([left]) => left.length)));
  return rows
    .map(([left, right]) =>
      left.length > width
        ? `  ${left}\n  ${''.padEnd(width)}  ${right}`
        : `  ${left.padEnd(width)}  ${right}`,
    )
    .join('\n');
}

function indent(lines) {
  return lines.map((line) => `  ${line}`).join('\n');
}

module.exports = { helpOf, worded };
