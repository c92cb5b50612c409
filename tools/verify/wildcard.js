'use strict';

const WILDCARD = '*';

/**
 * Whether the channel or the user of a token fits a text. An empty one fits any, and in a wildcard
 * token an asterisk stands for any characters: `class-*` fits `class-1`.
 *
 * Takes time linear in both lengths, since both may be somebody else's: each part between two
 * asterisks is searched behind the one before it, and no character of the text is read again. The
 * first place will do for each, as it leaves the most for the parts that follow.
 */
function fits(pattern, text) {
  if (pattern === '' || pattern === text) return true;
  const parts = pattern.split(WILDCARD);
  if (parts.length === 1) return false;

  const head = parts.shift();
  const tail = parts.pop();
  let from = head.length;
  const end = text.length - tail.length;
  if (from > end || !isAt(text, head, 0) || !isAt(text, tail, end)) return false;
  for (const part of parts) {
    from = endOf(part, text, from, end);
    if (from === -1) return false;
  }
  return true;
}

function isAt(text, part, at) {
  for (let i = 0; i < part.length; i++) {
    if (text.charCodeAt(at + i) !== part.charCodeAt(i)) return false;
  }
  return true;
}

/** Where the first occurrence of a part ends, between two places of a text; -1 if there is none. */
function endOf(part, text, from, end) {
  const borders = bordersOf(part);
  let matched = 0;
  let at = from;
  while (matched < part.length) {
    if (at === end) return -1;
    matched = extend(part, borders, matched, text.charCodeAt(at));
    at += 1;
  }
  return at;
}

/**
 * For each prefix of a part the length of its longest border: what both begins and ends it. When a
 * character does not go on with a prefix, it may go on with the border (Knuth, Morris and Pratt).
 */
function bordersOf(part) {
  const borders = new Uint32Array(part.length + 1);
  for (let i = 1; i < part.length; i++) {
    borders[i + 1] = extend(part, borders, borders[i], part.charCodeAt(i));
  }
  return borders;
}

/** How many characters of a part are matched after one more of the text. */
function extend(part, borders, matched, unit) {
  let length = matched;
  while (length > 0 && part.charCodeAt(length) !== unit) length = borders[length];
  return part.charCodeAt(length) === unit ? length + 1 : 0;
}

module.exports = { fits };
