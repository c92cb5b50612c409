'use strict';

const { decodeToken } = require('../../decode/decode-token');
const { parseCommand } = require('../arguments');
const { EXIT } = require('../exit-codes');
const { writeJson, writeLine, writeRows } = require('../output');
const { readTokens } = require('../token-input');
const { tokenRows } = require('../token-rows');

const usage = `agora-token diff TOKEN TOKEN

Shows in what two tokens differ. One of them may be - for the standard input.
Ends with 0 if they hold the same, and with 1 if they differ.

  --json  as JSON`;

async function run(args) {
  const { values, positionals } = parseCommand(args, {});
  const tokens = await readTokens(positionals, 2);
  const [left, right] = tokens.map((token) => labelled(tokenRows(decodeToken(token))));
  const labels = [...new Set([...left.keys(), ...right.keys()])];
  const differences = labels
    .map((label) => ({ label, left: left.get(label) ?? null, right: right.get(label) ?? null }))
    .filter((row) => row.left !== row.right);

  if (values.json) writeJson(differences);
  else if (differences.length === 0) writeLine('The tokens hold the same.', 'good');
  else writeRows(differences.flatMap(toRows));
  return differences.length === 0 ? EXIT.ok : EXIT.invalid;
}

function toRows({ label, left, right }) {
  return [
    [label, `- ${left ?? '(missing)'}`, 'bad'],
    ['', `+ ${right ?? '(missing)'}`, 'good'],
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

module.exports = { usage, run };
