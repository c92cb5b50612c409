'use strict';

const { quote } = require('../checks/quote');

/** A longer word is no typing error of a name of ours. */
const MOST_CHARACTERS = 30;

/** ` Did you mean X?` for the known word that is nearest to one that is not; `''` if none is near. */
function didYouMean(word, known) {
  if (word.length > MOST_CHARACTERS) return '';
  const [best] = known
    .map((each) => ({ each, steps: distance(word.toLowerCase(), each.toLowerCase()) }))
    .sort((left, right) => left.steps - right.steps);
  if (best === undefined || best.steps > Math.max(1, Math.floor(word.length / 3))) return '';
  return ` Did you mean ${quote(best.each).slice(1, -1)}?`;
}

/** How many characters are to be added, dropped, changed or swapped with the next. */
function distance(from, to) {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const steps = [
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + (same ? 0 : 1),
      ];
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        steps.push((rows[row - 2]?.[column - 2] ?? Number.POSITIVE_INFINITY) + 1);
      }
      rows[row][column] = Math.min(...steps);
    }
  }
  return rows[from.length][to.length];
}

module.exports = { didYouMean };
