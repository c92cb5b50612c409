'use strict';

const { environment } = require('../kernel/backend');

/** How calls of builders are checked, by `AGORA_TOKEN_CHECK`; `undefined` if they are not. */
const mode = environment('AGORA_TOKEN_CHECK') || undefined;

/**
 * Lets the methods of builders check their arguments, if that is asked for. It is asked for once, when
 * the builders load, so that there is nothing to ask at a call: without the variable the builders stay
 * as they are, and nothing is loaded.
 *
 * @param {Record<string, Function>} builders - by their names
 */
function watchIfAsked(builders) {
  if (mode !== undefined) require('../../tools/watch/watch').watch(builders, mode);
}

module.exports = { isWatching: mode !== undefined, watchIfAsked };
