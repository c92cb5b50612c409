'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('../../../scripts/release-targets');

/** The rows of the table under a heading of a page in docs/, as arrays of cells, without its head. */
function tableUnder(page, heading) {
  const text = fs.readFileSync(path.join(ROOT, 'docs', page), 'utf8');
  const section = text.split(/^#+ /m).find((it) => it.startsWith(`${heading}\n`));
  if (!section) throw new Error(`${page} has no section ${heading}`);
  const lines = section.split('\n').filter((it) => it.startsWith('| '));
  return lines
    .filter((it) => !it.startsWith('| ---'))
    .slice(1)
    .map((it) => it.slice(2, -2).split(' | '));
}

/** What stands between the backticks of a cell. */
function code(cell) {
  return /`([^`]+)`/.exec(cell)[1];
}

module.exports = { code, tableUnder };
