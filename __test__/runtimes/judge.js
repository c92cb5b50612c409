'use strict';

const { inflateSync } = require('node:zlib');

/** What a Token007 holds, whichever way it was compressed. */
function contentOf(token) {
  if (!token.startsWith('007')) return token;
  return inflateSync(Buffer.from(token.slice('007'.length), 'base64')).toString('hex');
}

/**
 * Compares what the program printed with what it printed for the original on Node. The JavaScript
 * kernel compresses with the runtime's own zlib, so away from Node only contents must agree.
 */
function judge({ actual, expected, kernel, isNode }) {
  if (actual.backend !== kernel) return failed(`backend is ${actual.backend}`);
  if (actual.worker !== `${kernel} 007`) return failed(`in a worker: ${actual.worker}`);
  const labels = Object.keys(expected.tokens);
  if (Object.keys(actual.tokens).join() !== labels.join()) return failed('other tokens');
  const different = labels.filter((it) => actual.tokens[it] !== expected.tokens[it]);
  if (different.length === 0) return { verdict: 'identical', detail: `${labels.length} tokens` };
  const mustBeIdentical = kernel === 'native' || isNode;
  const wrong = different.filter(
    (it) => mustBeIdentical || contentOf(actual.tokens[it]) !== contentOf(expected.tokens[it]),
  );
  if (wrong.length > 0) return failed(`${wrong.length} tokens differ: ${wrong.slice(0, 5)}`);
  const same = labels.length - different.length;
  return { verdict: 'same content', detail: `${same} of ${labels.length} tokens are identical` };
}

function failed(detail) {
  return { verdict: 'FAILED', detail };
}

module.exports = { judge };
