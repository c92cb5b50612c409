'use strict';

const { BUILDERS } = require('../support/builders');
const { Comparison } = require('../support/compare');
const { oddValue } = require('../support/odd-values');
const { Random } = require('../support/random');
const { checkCall, randomArguments } = require('../support/random-calls');
const { recipe } = require('../support/recipes');
const { scale, seed } = require('../support/settings');

const CALLS = 400 * scale;

const RTM = 'src/RtmTokenBuilder2 RtmTokenBuilder buildToken';

// Ordinary arguments of which a few are odd, trailing ones may be missing and more may follow.
function oddArguments(random, builder) {
  const args = randomArguments(random, builder, random.int(1, 3));
  if (random.chance(0.1)) {
    args.length = random.int(0, args.length);
  } else if (random.chance(0.05)) {
    // The root's RTM builder takes token3's permissions as a fifth argument (docs/compatibility.md).
    const extra = builder.name === RTM ? recipe('7', () => 7) : oddValue(random);
    args.push(extra, oddValue(random));
  }
  return args;
}

test.each(BUILDERS.map((builder) => [builder.name, builder]))(
  '%s answers several odd values, missing and extra arguments as the original does',
  (_name, builder) => {
    const random = new Random(seed);
    const comparison = new Comparison(seed);
    for (let i = 0; i < CALLS; i++) {
      checkCall(comparison, random, builder, oddArguments(random, builder));
    }
    expect(comparison.cases).toBe(CALLS);
    expect(comparison.report()).toBe('');
  },
);
