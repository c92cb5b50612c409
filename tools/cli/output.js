'use strict';

const { inspect } = require('node:util');
const { visible } = require('../checks/quote');

/** Writes to the terminal; colours only where one is that wants them (`NO_COLOR` is respected). */

const STYLES = {
  good: 'green',
  bad: 'red',
  label: 'cyan',
  faint: 'gray',
  title: 'bold',
  warning: 'yellow',
};

function paint(stream, style, text) {
  if (!stream.isTTY || !stream.hasColors()) return text;
  const [open, close] = inspect.colors[STYLES[style]];
  return `\x1b[${open}m${text}\x1b[${close}m`;
}

/** Rows of label, text, style, and the part of the text that has the style, all if left out. Texts come from tokens, so control characters are made visible. */
function writeRows(rows, stream = process.stdout) {
  const width = Math.max(0, ...rows.map(([label]) => label.length)) + 2;
  for (const [label, text, style, part] of rows) {
    const shown = visible(String(text));
    const painted = style ? shown.replace(part ?? shown, (it) => paint(stream, style, it)) : shown;
    stream.write(`${paint(stream, 'label', visible(label).padEnd(width))}${painted}`.trimEnd());
    stream.write('\n');
  }
}

function writeLine(text, style, stream = process.stdout) {
  stream.write(`${style ? paint(stream, style, text) : text}\n`);
}

/** Why a command failed. Only the code has a colour: the text is to be read. */
function writeFailure(code, message) {
  const text = visible(message);
  writeLine(
    code === undefined ? text : `${paint(process.stderr, 'bad', code)}: ${text}`,
    undefined,
    process.stderr,
  );
}

function writeJson(value) {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

module.exports = { writeFailure, writeJson, writeLine, writeRows };
