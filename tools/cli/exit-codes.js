'use strict';

/** How the command line ends. */
const EXIT = {
  ok: 0,

  /** The token is malformed, invalid or expired; the tokens differ; this installation is broken. */
  invalid: 1,

  /** The command line, an option or a credential is wrong. */
  usage: 2,

  /** The user pressed Ctrl+C at a prompt, as shells count it. */
  cancelled: 130,
};

/** What ends a command early, with its exit code, and the code that it has as JSON. */
class CommandError extends Error {
  constructor(message, exitCode = EXIT.usage) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
    this.code = exitCode === EXIT.cancelled ? 'ERR_CANCELLED' : 'ERR_COMMAND';
  }
}

module.exports = { CommandError, EXIT };
