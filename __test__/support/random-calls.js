'use strict';

const { randomConditions } = require('./conditions');
const { oddValue } = require('./odd-values');
const { ordinaryValue } = require('./ordinary-values');
const { labelAll, makeAll } = require('./recipes');

/** Ordinary arguments of a builder, of which some, perhaps the same one again, are made odd. */
function randomArguments(random, { parameters }, odd = 0) {
  const args = parameters.map((kind) => ordinaryValue(random, kind));
  for (let left = odd; left > 0; left--) {
    args[random.int(0, args.length - 1)] = oddValue(random);
  }
  return args;
}

/** Compares one call of a builder under random conditions. */
function checkCall(comparison, random, builder, args) {
  comparison.check(
    () => `${builder.name}(${labelAll(args)})`,
    (context) => builder.call(context.library, makeAll(args, context)),
    randomConditions(random),
  );
}

module.exports = { checkCall, randomArguments };
