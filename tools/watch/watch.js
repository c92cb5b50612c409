'use strict';

const node = require('../../lib/kernel/node-modules');
const { TokenError } = require('../token-error');
const { credentials } = require('./arguments');
const { callSiteOf } = require('./call-site');
const { METHODS } = require('./methods');

/**
 * `AGORA_TOKEN_CHECK`: builders that check their arguments before they build. docs/checks.md says what a
 * user sees.
 */

const MODES = ['warn', 'throw', 'channel'];
const CHANNEL = 'agora-token:check';

/** Enough for every place of a program; code that is made while it runs has no end of them. */
const MOST_SITES = 1000;

/** Digits of an App Certificate, or of most of one, wherever they were passed. */
const SECRET = /[0-9a-f]{16,}/gi;
const SHORTEST_SECRET = 8;

/** Which warnings were given, and which events were told: each once for a call site. */
const warned = new Set();
const told = new Set();

/** The channel of events, kept so that it stays the one to which others subscribe. */
let channel;

/** Whether a method runs that another one may call: the call was checked. */
let isInside = false;

let hasComplained = false;

/**
 * Puts a check before the methods of builders, in their place.
 *
 * @param {Record<string, Function>} builders - by their names
 * @param {string} mode - what AGORA_TOKEN_CHECK says
 */
function watch(builders, mode) {
  if (!MODES.includes(mode)) {
    if (!hasComplained) complain(mode);
    hasComplained = true;
    return;
  }
  channel ??= node.diagnosticsChannel?.channel(CHANNEL);
  for (const [builderName, builder] of Object.entries(builders)) {
    for (const [name, parameters] of Object.entries(METHODS[builderName] ?? {})) {
      const descriptor = Object.getOwnPropertyDescriptor(builder, name);
      const value = checking(`${builderName}.${name}`, descriptor.value, parameters, mode);
      Object.defineProperty(builder, name, { ...descriptor, value });
    }
  }
}

function complain(mode) {
  process.emitWarning(
    `AGORA_TOKEN_CHECK must be ${MODES.join(', ')} or empty; found '${mode}'. Nothing is checked.`,
    { type: 'TokenWarning', code: 'ERR_OPTION' },
  );
}

/** A method with the name and length of another one, which checks the arguments and calls that. */
function checking(method, original, parameters, mode) {
  const { [original.name]: wrapper } = {
    [original.name](...args) {
      const isUnheard = mode === 'channel' && !channel?.hasSubscribers;
      if (isInside || isUnheard) return Reflect.apply(original, this, args);
      tellOf(findProblems(parameters, args), { method, mode, args, wrapper });
      isInside = true;
      try {
        return Reflect.apply(original, this, args);
      } finally {
        isInside = false;
      }
    },
  };
  return Object.defineProperty(wrapper, 'length', { value: original.length, configurable: true });
}

/** What is wrong with the arguments: errors, and warnings where there is no error. */
function findProblems(parameters, [appId, appCertificate, ...args]) {
  const problems = problemsOf('credentials', () => credentials(appId, appCertificate));
  for (const [at, [name, check]] of Object.entries(parameters).entries()) {
    problems.push(...problemsOf(name, (hints) => check(name, args[at], hints)));
  }
  return problems;
}

function problemsOf(parameter, check) {
  const errors = [];
  const warnings = [];
  try {
    check({
      report: (code, message) => errors.push({ parameter, code, message, isError: true }),
      warn: (code, message) => warnings.push({ parameter, code, message, isError: false }),
    });
  } catch (error) {
    // Whatever else it is, it must not keep a token from being built.
    if (!(error instanceof TokenError)) return [];
    const { code, message } = error;
    errors.push({ parameter, code, message, isError: true });
  }
  return errors.length > 0 ? errors : warnings;
}

function tellOf(problems, { method, mode, args, wrapper }) {
  if (problems.length === 0) return;
  const callSite = callSiteOf(wrapper);
  for (const { parameter, code, message, isError } of problems) {
    const text = withoutSecrets(`${method}: ${message}`, args[1]);
    const event = { code, message: text, method, callSite };
    const key = [callSite, method, parameter, code].join('\n');
    publish(key, event);
    if (mode === 'throw' && isError) throw errorOf(event, wrapper);
    if (mode !== 'channel') warnOnce(key, event);
  }
}

function publish(key, event) {
  if (channel?.hasSubscribers && isNew(told, key)) channel.publish(event);
}

function warnOnce(key, { code, message, callSite }) {
  if (!isNew(warned, key)) return;
  process.emitWarning(message, {
    type: 'TokenWarning',
    code,
    detail: callSite && `at ${callSite}`,
  });
}

function isNew(seen, key) {
  if (seen.has(key) || seen.size >= MOST_SITES) return false;
  seen.add(key);
  return true;
}

/** An error whose stack begins where the builder was called. */
function errorOf({ code, message }, wrapper) {
  const error = new TokenError(code, message);
  Error.captureStackTrace(error, wrapper);
  return error;
}

/** The text without the certificate, were it passed in another's place or misspelt. */
function withoutSecrets(text, appCertificate) {
  const isSecret = typeof appCertificate === 'string' && appCertificate.length >= SHORTEST_SECRET;
  const shown = isSecret ? text.replaceAll(appCertificate, '…') : text;
  return shown.replace(SECRET, '…');
}

module.exports = { watch };
