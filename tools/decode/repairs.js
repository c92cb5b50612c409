'use strict';

const { quote } = require('../checks/quote');
const { describe } = require('./base64-text');

/**
 * What happens to tokens on their way, in the order in which it is to be undone. Each function takes a
 * text that is no token, and returns what was there before with what to do, or `undefined`.
 */
const REPAIRS = [
  ['json', fromJson],
  ['bearer', afterBearer],
  ['pythonBytes', insideBytes],
  ['name', afterName],
  ['surroundings', withoutSurroundings],
  ['invisible', withoutInvisible],
  ['twoTokens', firstOfTwo],
  ['htmlEntities', withoutEntities],
  ['percentEncoding', withoutPercents],
  ['jsonEscapes', withoutEscapes],
  ['urlSafe', standardAlphabet],
  ['wrapped', unwrapped],
  ['spaceForPlus', plusForSpace],
  ['padding', padded],
  ['version', withVersion],
  ['text', withinText],
];

const BEGINS_AS_TOKEN = /^00[3-7]/;
const MOST_DEPTH = 5;

function fromJson(text) {
  if (!/^\s*[{[]/.test(text)) return undefined;
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const found = findToken(value, '', MOST_DEPTH);
  return found && { text: found.text, remedy: `It is JSON: pass its field ${quote(found.path)}.` };
}

/** The first text in a value that begins as a token does, and the names that lead to it. */
function findToken(value, path, depth) {
  if (typeof value === 'string') {
    return BEGINS_AS_TOKEN.test(value) ? { text: value, path } : undefined;
  }
  if (typeof value !== 'object' || value === null || depth === 0) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = findToken(inner, path === '' ? name : `${path}.${name}`, depth - 1);
    if (found) return found;
  }
  return undefined;
}

function afterBearer(text) {
  const found = /^\s*(?:authorization\s*:\s*)?bearer[\s:]*/i.exec(text);
  if (found === null) return undefined;
  return {
    text: text.slice(found[0].length),
    remedy: '"Bearer" stands before the token: pass what follows it.',
  };
}

function insideBytes(text) {
  const found = /^b(["'])(00[3-7].*)\1$/.exec(text);
  if (found === null) return undefined;
  return { text: found[2], remedy: "It is Python's text of bytes: decode them before." };
}

/** `token=…` of a query or a settings file, `token: …` of a log. */
function afterName(text) {
  if (BEGINS_AS_TOKEN.test(text)) return undefined;
  const found = /(?:^|[^\w-])([\w-]{1,40}["'`]?\s{0,4}[=:])\s{0,4}["'`]?(?=00[3-7])/.exec(text);
  if (found === null) return undefined;
  const after = text.slice(found.index + found[0].length);
  return {
    text: /^[^&#"'`,;]*/.exec(after)[0],
    remedy: `${quote(found[1])} stands before the token: pass its value alone.`,
  };
}

const BEFORE = /^[\s\p{Cf}"'`“”„‘’«»(<[{]+/u;
const BEHIND = /[\s\p{Cf}"'`“”„‘’«»)>\]};,.]$/u;

const ENTITY_BEHIND = /&#?\w{2,6};$/;
const MOST_ENTITY = 9;

/** Quotes, white space, invisible characters and punctuation. */
function withoutSurroundings(text) {
  const start = BEFORE.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > start && BEHIND.test(text.slice(end - 1, end))) {
    if (ENTITY_BEHIND.test(text.slice(Math.max(0, end - MOST_ENTITY), end))) break;
    end -= 1;
  }
  // Dots are what a shortened token ends with.
  if (/^(?:\.\.|…)/.test(text.slice(end))) return undefined;
  const [place, where] = start > 0 ? [0, 'before'] : [end, 'behind'];
  if (place === text.length) return undefined;
  return {
    text: text.slice(start, end),
    remedy: `${capital(describe(text, place))} stands ${where} the token: remove it.`,
  };
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function withoutInvisible(text) {
  const place = text.search(/\p{Cf}/u);
  if (place === -1) return undefined;
  return {
    text: text.replace(/\p{Cf}/gu, ''),
    remedy: `It has the invisible character ${describe(text, place)} at ${place}: remove it.`,
  };
}

function firstOfTwo(text, isToken) {
  const separated = /^(00[3-7][A-Za-z0-9+/]+(?:={1,2}|(?=[\s,;|])))[\s,;|]*(?=00[3-7])/.exec(text);
  const next = text.indexOf('007eJ', 4);
  const first = separated?.[1] ?? (next === -1 ? '' : text.slice(0, next));
  if (!isToken(first)) return undefined;
  return { text: first, remedy: 'Another token follows the first: pass one of them.' };
}

const ENTITIES = {
  amp: '&',
  plus: '+',
  sol: '/',
  equals: '=',
  '#43': '+',
  '#47': '/',
  '#61': '=',
  '#x2b': '+',
  '#x2f': '/',
  '#x3d': '=',
};

function withoutEntities(text) {
  const undone = text.replace(
    /&(#?\w{2,6});/g,
    (entity, name) => ENTITIES[name.toLowerCase()] ?? entity,
  );
  return { text: undone, remedy: 'It was escaped for HTML: take the text, not the markup.' };
}

function withoutPercents(text) {
  if (!/%(?:2[05bf]|3d|0[ad])/i.test(text)) return undefined;
  const undone = text.replace(/%(2[05bf]|3d|0[ad])/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return { text: undone, remedy: 'It is percent-encoded: decode it with decodeURIComponent.' };
}

const ESCAPED = { n: '\n', r: '\r', t: '\t' };

function withoutEscapes(text) {
  const undone = text.replace(/\\(?:u00(2b|2f|3d)|([nrt/"'\\]))/gi, (_, hex, character) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPED[character] ?? character),
  );
  return { text: undone, remedy: 'It has the escapes of a JSON text: parse it with JSON.parse.' };
}

function standardAlphabet(text, isToken) {
  if (!/^00[3-7][\w-]+=*$/.test(text) || !/[-_]/.test(text)) return undefined;
  const undone = text.replaceAll('-', '+').replaceAll('_', '/');
  return {
    text: padded(undone, isToken)?.text ?? undone,
    remedy: "It has the URL-safe alphabet: replace '-' by '+' and '_' by '/'.",
  };
}

function unwrapped(text) {
  if (!BEGINS_AS_TOKEN.test(text) || !/[\r\n]/.test(text)) return undefined;
  return { text: text.replace(/\s+/g, ''), remedy: 'It was wrapped: join its lines.' };
}

function plusForSpace(text, isToken) {
  if (!/^00[3-7][A-Za-z0-9+/= ]+$/.test(text) || !text.includes(' ')) return undefined;
  const joined = text.replaceAll(' ', '');
  if (isToken(joined)) return { text: joined, remedy: 'It has spaces in it: remove them.' };
  return {
    text: text.replaceAll(' ', '+'),
    remedy: "A '+' became a space, as in a query: encode the token with encodeURIComponent.",
  };
}

function padded(text, isToken) {
  const found = ['=', '=='].map((padding) => text + padding).find(isToken);
  return (
    found && { text: found, remedy: `It lost the '=' at its end: add ${countOf(text, found)}.` }
  );
}

function countOf(text, found) {
  return found.length - text.length === 1 ? 'one' : 'two';
}

function withVersion(text, isToken) {
  const found = `007${text}`;
  if (!text.startsWith('eJ') || !isToken(found)) return undefined;
  return { text: found, remedy: 'It lost the 007 at its beginning.' };
}

function withinText(text, isToken) {
  const found = /(?:^|[^A-Za-z0-9+/])(00[3-7][A-Za-z0-9+/]{40,}={0,2})/.exec(text)?.[1];
  const place = found === undefined ? text.indexOf('007eJ') : text.indexOf(found);
  const token = found ?? /^[A-Za-z0-9+/]+={0,2}/.exec(text.slice(place))?.[0];
  if (place === -1 || !isToken(token)) return undefined;
  return { text: token, remedy: `The token stands at ${place} of a longer text: pass it alone.` };
}

module.exports = { REPAIRS };
