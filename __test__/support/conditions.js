'use strict';

// A clock and a seed for the draws of one case: mostly around now, with and without a fraction.
function randomConditions(random) {
  const nowMs = random.pick([
    1700000000000,
    1700000000123,
    random.int(0, 4294967295) * 1000,
    random.int(0, 4294967295) * 1000 + random.int(0, 999) * (random.chance(0.9) ? 1 : 0),
  ]);
  return { nowMs, drawSeed: random.seed() };
}

module.exports = { randomConditions };
