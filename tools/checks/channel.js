'use strict';

const { TokenError } = require('../token-error');
const { describe } = require('../decode/base64-text');
const { kindOf, quote } = require('./quote');
const { isMistakenWord } = require('./user');

const MOST_BYTES = 64;

/**
 * The characters of a channel name, as Agora documents them, and the asterisk of wildcard tokens,
 * which stands for any characters.
 */
const ILLEGAL = /[^a-zA-Z0-9 !#$%&()+\-:;<=.>?@[\]^_{}|~,*]/u;

/** @throws {TokenError} `ERR_CHANNEL` */
function checkChannel(channel, report) {
  if (typeof channel !== 'string') {
    throw new TokenError('ERR_CHANNEL', `channel must be a string; found ${kindOf(channel)}.`);
  }
  const bytes = Buffer.byteLength(channel);
  const illegal = channel.search(ILLEGAL);
  if (channel === '') {
    report('ERR_CHANNEL', "channel is empty. For every channel, a wildcard token, pass '*'.");
  } else if (isMistakenWord(channel)) {
    report('ERR_CHANNEL', `channel is ${quote(channel)}, the word for a missing value.`);
  } else if (bytes > MOST_BYTES) {
    report('ERR_CHANNEL', `channel has ${bytes} bytes; Agora takes at most ${MOST_BYTES}.`);
  } else if (illegal !== -1) {
    report(
      'ERR_CHANNEL',
      `channel has ${describe(channel, illegal)} at ${illegal}. Agora takes letters and digits of ` +
        'ASCII, the space, !#$%&()+-:;<=.>?@[]^_{}|~, and for wildcards *',
    );
  }
}

module.exports = { checkChannel };
