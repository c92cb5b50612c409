'use strict';

const WILDCARD = '*';

/**
 * Whether the channel or the user of a token fits a text. An empty one fits any, and in a wildcard
 * token an asterisk stands for any characters: `class-*` fits `class-1`.
 */
function fits(pattern, text) {
  if (pattern === '' || pattern === text) return true;
  const parts = pattern.split(WILDCARD);
  if (parts.length === 1) return false;

  const first = parts.shift();
  const last = parts.pop();
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return from <= end;
}

module.exports = { fits };
