'use strict';

const { CommandError } = require('./exit-codes');

const MOST_BYTES = 4 * 1024 * 1024;

/** Tokens from the arguments; `-`, or a missing one, is read from the standard input. */
async function readTokens(positionals, count) {
  if (positionals.length > count) {
    throw new CommandError(
      `Expected ${count} TOKEN at most, found ${positionals.length} arguments.`,
    );
  }
  if (positionals.length < count - 1) {
    throw new CommandError(`Expected ${count} arguments TOKEN, found ${positionals.length}.`);
  }
  const given = [...positionals];
  if (given.length < count) given.push('-');
  if (given.filter((token) => token === '-').length > 1) {
    throw new CommandError('Only one TOKEN can come from the standard input.');
  }

  const tokens = [];
  for (const token of given) tokens.push((token === '-' ? await readInput() : token).trim());
  return tokens;
}

async function readInput() {
  if (process.stdin.isTTY) {
    throw new CommandError('No TOKEN: pass it as an argument or on the standard input.');
  }
  const chunks = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new CommandError('The standard input is too long for a token.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

module.exports = { readTokens };
