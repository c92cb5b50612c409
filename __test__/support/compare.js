'use strict';

const { observe } = require('./observe');
const { libraries } = require('./libraries');

const SHOWN_CASES = 5;
const SHOWN_CHARACTERS = 600;

// The first line in which two texts differ, or of one long line the part around the first difference.
function differingPart(want, got) {
  const [wanted, gotten] = [want.split('\n'), got.split('\n')];
  const line = wanted.findIndex((text, index) => text !== gotten[index]);
  const [expected, actual] = [wanted[line] ?? '', gotten[line] ?? ''];
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) {
    at += 1;
  }
  const from = at > SHOWN_CHARACTERS / 2 ? at - SHOWN_CHARACTERS / 2 : 0;
  return [expected, actual].map(
    (text) => (from > 0 ? '…' : '') + text.slice(from, from + SHOWN_CHARACTERS),
  );
}

// What differs between two libraries' observations of one action, as readable text, or ''.
function difference(action, conditions, pair = libraries()) {
  const expected = observe(pair.original, action, conditions);
  const actual = observe(pair.ours, action, conditions);
  const lines = [];
  for (const aspect of ['result', 'events', 'draws']) {
    const [want, got] = [String(expected[aspect]), String(actual[aspect])];
    if (want !== got) {
      const [shownWant, shownGot] = differingPart(want, got);
      lines.push(
        `  ${aspect} of the original: ${shownWant}`,
        `  ${aspect} of ours:         ${shownGot}`,
      );
    }
  }
  if (actual.printed > 0) {
    lines.push(`  ours printed ${actual.printed} line(s)`);
  }
  return lines.join('\n');
}

// Collects differences over many cases, to report the first of them together.
class Comparison {
  constructor(seed, pair = libraries()) {
    this.seed = seed;
    this.pair = pair;
    this.cases = 0;
    this.failures = [];
  }

  check(label, action, conditions) {
    this.cases += 1;
    const found = difference(action, conditions, this.pair);
    if (found !== '') {
      this.failures.push(`${label()}\n${found}`);
    }
  }

  // '' when nothing differed; a test expects exactly that.
  report() {
    if (this.failures.length === 0) {
      return '';
    }
    const shown = this.failures.slice(0, SHOWN_CASES);
    return [
      `seed ${this.seed}: ${this.failures.length} of ${this.cases} cases differ`,
      ...shown,
    ].join('\n\n');
  }
}

const ORDINARY_CONDITIONS = { nowMs: 1700000000123, drawSeed: 1 };

// For a single case: expect(differenceIn(({ library }) => …)).toBe('').
function differenceIn(action, conditions = ORDINARY_CONDITIONS) {
  return difference(action, conditions);
}

module.exports = { Comparison, ORDINARY_CONDITIONS, difference, differenceIn };
