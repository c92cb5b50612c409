'use strict';

const { Comparison } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { TOKEN007_BUILDERS } = require('../support/builders');
const { libraries } = require('../support/libraries');
const { ordinaryValue } = require('../support/ordinary-values');
const { Random } = require('../support/random');
const { makeAll } = require('../support/recipes');
const { scale, seed } = require('../support/settings');
const { randomProgram, runProgram } = require('../support/token-program');

const { original } = libraries();
const PROGRAMS = 350 * scale;
const STEPS = 24;

// Tokens of the original, one a builder, for the programs to parse.
function originalTokens(random) {
  return TOKEN007_BUILDERS.map((builder) => {
    const args = builder.parameters.map((kind) => ordinaryValue(random, kind));
    return builder.call(original, makeAll(args, { library: original, log: () => {} }));
  });
}

test.each([
  ['ordinary', 0, seed],
  ['partly odd', 0.1, seed + 1],
  ['mostly odd', 0.5, seed + 2],
])(
  "AccessToken2 and its services go through %s programs as the original's do",
  (_name, oddness, start) => {
    const random = new Random(start);
    const comparison = new Comparison(start);
    const texts = originalTokens(random);
    for (let i = 0; i < PROGRAMS; i++) {
      const steps = randomProgram(random, STEPS, oddness);
      comparison.check(
        () => `program ${i}:\n${steps.map(({ label }) => label).join('\n')}`,
        (context) => runProgram(steps, context, texts),
        randomConditions(random),
      );
    }
    expect(comparison.cases).toBe(PROGRAMS);
    expect(comparison.report()).toBe('');
  },
);
