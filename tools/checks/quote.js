'use strict';

const MOST_CHARACTERS = 64;

/** What would move a terminal's cursor or turn the direction of text: control and format characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** A text with every invisible character as its code point, so that it is safe on a terminal. */
function visible(text) {
  return text.replace(INVISIBLE, (character) => {
    const point = character.codePointAt(0).toString(16).toUpperCase();
    return `\\u{${point}}`;
  });
}

/** A value in double quotes, cut to 64 characters. */
function quote(value) {
  const text = String(value);
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return `"${visible(shown)}"`;
}

/** What kind of value was found, for messages that must not show the value. */
function kindOf(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (Number.isNaN(value)) return 'NaN';
  const type = typeof value;
  if (type === 'undefined') return 'undefined';
  return type === 'object' ? 'an object' : `a ${type}`;
}

/** A value in quotes if it is of one of these types, which may be shown, else what kind it is. */
function quoteOrKind(value, shown = ['string']) {
  return shown.includes(typeof value) ? quote(value) : kindOf(value);
}

module.exports = { kindOf, quote, quoteOrKind, visible };
