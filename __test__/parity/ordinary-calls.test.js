'use strict';

const { BUILDERS } = require('../support/builders');
const { Comparison } = require('../support/compare');
const { Random } = require('../support/random');
const { checkCall, randomArguments } = require('../support/random-calls');
const { scale, seed } = require('../support/settings');

const CALLS = 250 * scale;

describe.each(BUILDERS.map((builder) => [builder.name, builder]))('%s', (_name, builder) => {
  test("gives the original's token for every ordinary call", () => {
    const random = new Random(seed);
    const comparison = new Comparison(seed);
    for (let i = 0; i < CALLS; i++) {
      checkCall(comparison, random, builder, randomArguments(random, builder));
    }
    expect(comparison.cases).toBe(CALLS);
    expect(comparison.report()).toBe('');
  });
});
