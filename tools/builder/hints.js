'use strict';

const { TokenError } = require('../token-error');

/**
 * What happens to a value that the formats take, but that cannot be meant: an error if `strict`,
 * else a warning. Warnings go to `onWarning`, by default to the process, which prints them once.
 */
function createHints(strict, onWarning = emitWarning) {
  const warn = (code, message) => onWarning({ code, message });
  const report = (code, message) => {
    if (strict) throw new TokenError(code, message);
    warn(code, message);
  };
  return { report, warn };
}

function emitWarning({ code, message }) {
  process.emitWarning(message, { type: 'TokenWarning', code });
}

module.exports = { createHints };
