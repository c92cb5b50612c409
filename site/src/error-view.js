'use strict';

const { TOKEN_CODES } = require('../../tools/token-error');
const { button, element } = require('./dom');

const CLIENT_ERRORS = { 109: '109 (token expired)', 110: '110 (invalid token)' };
const CHARACTERS_AROUND = 24;

/**
 * Why a text cannot be read as a token: where, what a client says, and what to do.
 *
 * @param {Error} error
 * @param {string} text
 * @param {{ remedy: string } | undefined} damage - what happened to it on its way, if that can be told
 * @param {(() => void) | null} repair - shows the token that could be restored
 */
function errorView({ code, message, offset }, text, damage, repair) {
  const { clientError, hint } = TOKEN_CODES[code];
  return element(
    'section.card',
    { 'aria-labelledby': 'error-title' },
    element(
      'div.title',
      {},
      element('h2', { id: 'error-title' }, 'This is not a whole token'),
      element('code.faint', {}, code),
    ),
    element('p.bad-text', {}, message),
    excerpt(text, offset),
    element('p.remedy', {}, damage?.remedy ?? hint),
    clientError
      ? element('p.faint', {}, `A client of Agora reports ${CLIENT_ERRORS[clientError]}.`)
      : null,
    repair === null
      ? null
      : element(
          'div.buttons',
          {},
          button('Show the restored token', () => repair()),
        ),
  );
}

/** The characters around the place that is wrong. */
function excerpt(text, offset) {
  if (offset === undefined) return null;
  const start = Math.max(0, offset - CHARACTERS_AROUND);
  const before = text.slice(start, offset);
  const at = String.fromCodePoint(text.codePointAt(offset) ?? 0x2588);
  const after = text.slice(offset + at.length, offset + at.length + CHARACTERS_AROUND);
  return element(
    'p.excerpt',
    {},
    element('code', {}, start > 0 ? '…' : '', before, element('mark', {}, visible(at)), after),
    element('span.faint', {}, `character ${offset}`),
  );
}

function visible(character) {
  return /^[\s\p{C}]$/u.test(character) ? '␣' : character;
}

module.exports = { errorView };
