'use strict';

const { BUILDERS } = require('../support/builders');
const { Comparison } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { COMMON, HUGE_TEXTS } = require('../support/odd-values');
const { ordinaryValue } = require('../support/ordinary-values');
const { Random } = require('../support/random');
const { labelAll, makeAll } = require('../support/recipes');
const { seed } = require('../support/settings');

const ODD_VALUES = [...COMMON, ...HUGE_TEXTS];

test.each(BUILDERS.map((builder) => [builder.name, builder]))(
  '%s answers every odd value in every place as the original does',
  (_name, builder) => {
    const random = new Random(seed);
    const comparison = new Comparison(seed);
    for (let place = 0; place < builder.parameters.length; place++) {
      for (const odd of ODD_VALUES) {
        const args = builder.parameters.map((kind) => ordinaryValue(random, kind));
        args[place] = odd;
        comparison.check(
          () => `${builder.name}(${labelAll(args)})`,
          (context) => builder.call(context.library, makeAll(args, context)),
          randomConditions(random),
        );
      }
    }
    expect(comparison.cases).toBe(builder.parameters.length * ODD_VALUES.length);
    expect(comparison.report()).toBe('');
  },
);
