'use strict';

const readline = require('node:readline');
const { Writable } = require('node:stream');
const { CommandError, EXIT } = require('./exit-codes');

/** Questions go to the standard error, so that the standard output holds the result alone. */
function canAsk() {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/**
 * Asks a question on the terminal.
 *
 * @param {{ hidden: boolean }} options - whether the answer must not appear as it is typed
 */
function ask(question, { hidden }) {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // As a terminal, readline echoes what is typed itself, to its output.
  const reader = readline.createInterface({
    input: process.stdin,
    output: hidden ? nowhere : process.stderr,
    terminal: true,
  });
  if (hidden) process.stderr.write(question);

  return new Promise((resolve, reject) => {
    function end(settle) {
      // Only this listener: by its own, readline lets go of the terminal.
      reader.off('close', cancel);
      reader.close();
      if (hidden) process.stderr.write('\n');
      settle();
    }
    function cancel() {
      end(() => reject(new CommandError('Cancelled.', EXIT.cancelled)));
    }
    reader.on('SIGINT', cancel);
    reader.on('close', cancel);
    reader.question(hidden ? '' : question, (answer) => end(() => resolve(answer)));
  });
}

module.exports = { ask, canAsk };
