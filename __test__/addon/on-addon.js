'use strict';

// What the tests of the addon's own classes and functions share. The JavaScript kernel has no such
// classes, so that there the tests are skipped.

const { addon } = require('../../lib/kernel/backend');
const { libraries } = require('../support/libraries');
const { drawForSalt, frozen } = require('../support/sandbox');

const NO_ADDON = 'needs the addon, and the JavaScript kernel runs without it';

/** `describe`, of what only the addon has. */
function describeOnAddon(name, define) {
  if (addon) describe(name, define);
  else describe.skip(`${name} (${NO_ADDON})`, define);
}

const ISSUE_TS = 1700000000;
const SALT = 40000000;

/** What a function returns, or the name and the code of what it throws. */
function outcome(call) {
  try {
    return call();
  } catch (error) {
    // Not its class: the addon's errors are those of the realm outside of jest's.
    return { name: error.name, code: error.code };
  }
}

/** What the original builds at a second and with a salt. */
function original(file, builderName, method, args, { issueTs = ISSUE_TS, salt = SALT } = {}) {
  const builder = libraries().original.modules[file][builderName];
  const conditions = { nowMs: issueTs * 1000, draw: drawForSalt(salt) };
  return outcome(() => frozen(conditions, () => builder[method](...args)));
}

/** The second of issue and the salt that a Token007 holds. */
function momentOf(token) {
  const { AccessToken2 } = libraries().original.modules['src/AccessToken2'];
  const parsed = new AccessToken2();
  if (!parsed.from_string(token)) throw new Error(`the original does not parse ${token}`);
  return { issueTs: parsed.issueTs, salt: parsed.salt };
}

module.exports = { ISSUE_TS, SALT, addon, describeOnAddon, momentOf, original, outcome };
