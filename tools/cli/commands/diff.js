'use strict';

const { decodeToken } = require('../../decode/decode-token');
const { parseCommand } = require('../arguments');
const { EXIT } = require('../exit-codes');
const { writeJson, writeLine, writeRows } = require('../output');
const { readTokens } = require('../token-input');
const { TokenError } = require('../../token-error');
const { tokenRows } = require('../token-rows');

const ORDINALS = ['first', 'second'];

async function run(args) {
  const { values, positionals } = parseCommand('diff', args);
  const tokens = await readTokens(positionals, 2);
  const [left, right] = tokens.map((token, index) => labelled(tokenRows(decode(token, index))));
  const labels = [...new Set([...left.keys(), ...right.keys()])];
  const differences = labels
    .map((label) => ({ label, left: left.get(label) ?? null, right: right.get(label) ?? null }))
    .filter((row) => row.left !== row.right);

  if (values.json) writeJson(differences);
  else if (differences.length === 0) writeLine('The tokens hold the same.', 'good');
  else writeRows(differences.flatMap(toRows));
  return differences.length === 0 ? EXIT.ok : EXIT.invalid;
}

/** An error says which of the tokens is meant: `token` is 1 or 2. */
function decode(token, index) {
  try {
    return decodeToken(token);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const { code, message, offset } = error;
    const named = new TokenError(code, `The ${ORDINALS[index]} token: ${message}`, offset);
    throw Object.assign(named, { token: index + 1 });
  }
}

function toRows({ label, left, right }) {
  return [
    [label, `- ${left ?? '(missing)'}`],
    ['', `+ ${right ?? '(missing)'}`, 'title'],
  ];
}

/** Rows by a label of their own: those of a service begin with its name and its number. */
function labelled(rows) {
  const texts = new Map();
  const seen = new Map();
  let prefix = '';
  for (const [label, value] of rows) {
    const text = String(value);
    if (label === 'service') {
      const [name] = text.split(' ');
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      prefix = count === 1 ? `${name} ` : `${name} ${count} `;
      texts.set(`${prefix}service`, text);
    } else {
      texts.set(label.startsWith('  ') ? prefix + label.trim() : label, text);
    }
  }
  return texts;
}

module.exports = { run };
