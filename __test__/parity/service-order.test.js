'use strict';

const { Comparison } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { Random } = require('../support/random');
const { labelAll, constant, recipe } = require('../support/recipes');
const { exportsOf } = require('../support/services');
const { scale, seed } = require('../support/settings');

const ORDERS = 600 * scale;

const ORDINARY_TYPES = [1, 2, 3, 5, 8, 8, 10].map(constant);
const ODD_TYPES = [
  ...[NaN, undefined, null, '1', '2', 'x', true, -1, 2.5, Infinity, 2n, 2n, 3n].map(constant),
  constant(Symbol('type')),
  recipe('{ valueOf → 2 }', () => ({ valueOf: () => 2 })),
  recipe('{ valueOf → 4n }', () => ({ valueOf: () => 4n })),
  recipe('[7]', () => [7]),
];

// Services that only tell a type and pack to their number, so that a token shows their order.
function order(context, types) {
  const { AccessToken2 } = exportsOf(context.library);
  const token = new AccessToken2(APP_ID, CERTIFICATE, 1, 2);
  types.forEach((type, index) => {
    const told = type.make(context);
    token.add_service({
      index,
      service_type() {
        context.log(`type of ${index}`);
        return told;
      },
      pack() {
        context.log(`pack ${index}`);
        return Buffer.from([index]);
      },
    });
  });
  const trace = context.trace();
  trace.step('for packing', () => token.__services_for_packing().map(({ index }) => index));
  trace.step('build', () => token.build());
  trace.step('services of type 2', () => token.getServices(2).map(({ index }) => index));
  return trace;
}

test.each([
  ['ordinary', 0, 20, seed],
  ['odd', 0.3, 6, seed + 1],
  ['only odd', 1, 4, seed + 2],
])('services of %s types are ordered as in the original', (_name, oddness, most, start) => {
  const random = new Random(start);
  const comparison = new Comparison(start);
  for (let i = 0; i < ORDERS; i++) {
    const types = Array.from({ length: random.int(0, most) }, () =>
      random.pick(random.chance(oddness) ? ODD_TYPES : ORDINARY_TYPES),
    );
    comparison.check(
      () => labelAll(types),
      (context) => order(context, types),
      randomConditions(random),
    );
  }
  expect(comparison.cases).toBe(ORDERS);
  expect(comparison.report()).toBe('');
});
