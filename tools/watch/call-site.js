'use strict';

const MOST_FRAMES = 20;

/** Where this package lies: what it calls itself is no place of the user's. `''` in a bundle. */
const OWN_FOLDER = /^(.*[\\/])tools[\\/]/.exec(ownFile())?.[1] ?? '';

/** Node's own modules are not required here, as bundlers for browsers are led to this file. */
function ownFile() {
  return typeof __filename === 'string' ? __filename : '';
}

/**
 * Where the package was called from: the innermost line of the stack that is not its own, such as
 * `makeToken (/app/token.js:12:34)`; `''` where that cannot be told.
 *
 * @param {Function} entry - the function of ours that was called
 */
function callSiteOf(entry) {
  const lines = stackOf(entry)
    .split('\n')
    .filter((line) => /^\s*at /.test(line));
  const isOwn = (line) => OWN_FOLDER !== '' && line.includes(OWN_FOLDER);
  const site = lines.find((line) => !isOwn(line)) ?? lines[0] ?? '';
  return site.replace(/^\s*at /, '');
}

/** A program may have frozen `Error`, or format its stacks by a function that fails. */
function stackOf(entry) {
  const { stackTraceLimit } = Error;
  Reflect.set(Error, 'stackTraceLimit', MOST_FRAMES);
  try {
    const holder = {};
    Error.captureStackTrace(holder, entry);
    return String(holder.stack);
  } catch {
    return '';
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit);
  }
}

module.exports = { callSiteOf };
