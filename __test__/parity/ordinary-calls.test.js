'use strict';

const { BUILDERS } = require('../support/builders');
const { Comparison } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { ordinaryValue } = require('../support/ordinary-values');
const { Random } = require('../support/random');
const { labelAll, makeAll } = require('../support/recipes');
const { scale, seed } = require('../support/settings');

const CALLS = 250 * scale;

describe.each(BUILDERS.map((builder) => [builder.name, builder]))('%s', (_name, builder) => {
  test("gives the original's token for every ordinary call", () => {
    const random = new Random(seed);
    const comparison = new Comparison(seed);
    for (let i = 0; i < CALLS; i++) {
      const args = builder.parameters.map((kind) => ordinaryValue(random, kind));
      comparison.check(
        () => `${builder.name}(${labelAll(args)})`,
        (context) => builder.call(context.library, makeAll(args, context)),
        randomConditions(random),
      );
    }
    expect(comparison.cases).toBe(CALLS);
    expect(comparison.report()).toBe('');
  });
});
