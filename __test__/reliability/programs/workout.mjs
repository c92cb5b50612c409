// Calls everything that the addon exports, in a plain process without a test runner, so that it can
// run under AddressSanitizer or valgrind: builders with ordinary and with odd arguments, texts of
// every length around the limits of the scratch space, tampered tokens, batches, worker threads. All
// results are compared with the original's.
//
//   node __test__/reliability/programs/workout.mjs [--scale 1] [--no-threads]

import assert from 'node:assert';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const support = (name) => require(`../../support/${name}`);
const { backend, buildTokens, buildTokensAsync } = require('../../..');
const { assault } = require('../support/assault');
const { buildOnThreads } = require('../support/workers');
const { BUILDERS } = support('builders');
const { callEach, twinRequests } = support('batch-requests');
const { Comparison } = support('compare');
const { randomConditions } = support('conditions');
const { callPlainly, plainArgument } = support('every-builder');
const { oddValue } = support('odd-values');
const { ordinaryValue } = support('ordinary-values');
const { Random } = support('random');
const { makeAll } = support('recipes');

const { values } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, 'no-threads': { type: 'boolean' } },
});
const scale = Number(values.scale);
const random = new Random(20260207);
const counts = {};

function compareBuilders() {
  const comparison = new Comparison(20260207);
  for (let turn = 0; turn < 60 * scale; turn++) {
    for (const builder of BUILDERS) {
      const recipes = builder.parameters.map((kind) => ordinaryValue(random, kind));
      if (turn % 3 === 0) recipes[random.int(0, recipes.length - 1)] = oddValue(random);
      const call = (context) => builder.call(context.library, makeAll(recipes, context));
      comparison.check(() => builder.name, call, randomConditions(random));
    }
  }
  assert.strictEqual(comparison.report(), '');
  counts.builderCalls = comparison.cases;
}

/** Texts as long as the stack buffers hold, and a little less and more, in one to four bytes each. */
function compareLengths() {
  const comparison = new Comparison(20260207);
  const lengths = [0, 1, 31, 32, 33, 36, 37, 1023, 1024, 1025, 4095, 4097, 16_400, 65_535, 65_536];
  for (let length = 120; length <= 520; length++) lengths.push(length);
  for (const length of lengths) {
    for (const character of ['a', 'é', '€', '😀', '\ud800']) {
      const text = character.repeat(length);
      const builder = random.pick(BUILDERS);
      const at = random.int(0, builder.parameters.length - 1);
      const call = ({ library }) => {
        const args = builder.parameters.map((kind) => plainArgument(kind, library));
        args[at] = text;
        return builder.call(library, args);
      };
      comparison.check(() => `${builder.name}, ${length}`, call, randomConditions(random));
    }
  }
  assert.strictEqual(comparison.report(), '');
  counts.lengths = comparison.cases;
}

async function attack() {
  const { tokens, differences } = await assault(400 * scale, 11);
  assert.deepStrictEqual(differences, []);
  counts.tamperedTokens = tokens;
}

async function buildBatches() {
  const { withDate, frozenDate, RealDate, withRandom } = support('sandbox');
  assert.ok(RealDate);
  const [requests, twins] = twinRequests(random, 600 * scale, 0.1);
  const frozen = (action) =>
    withDate(frozenDate(1700000000000), () => withRandom(() => 0.4, action));
  assert.deepStrictEqual(
    frozen(() => buildTokens(requests)),
    frozen(() => callEach(twins)),
  );
  const plain = requests.slice(0, 300);
  assert.strictEqual((await buildTokensAsync(plain)).length, plain.length);
  counts.batchRequests = requests.length + plain.length;
}

compareBuilders();
compareLengths();
await attack();
await buildBatches();
if (!values['no-threads']) {
  counts.onThreads = (await buildOnThreads({ threads: 3, total: 1500, share: 150 })).checked;
}
assert.ok(callPlainly(BUILDERS[0], support('libraries').libraries().ours));
console.log(JSON.stringify({ backend, ...counts }));
