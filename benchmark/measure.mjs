// Measures two functions in turn, so that a machine whose speed drifts treats both alike.

import { measure } from 'mitata';

const ROUNDS = 5;
const ROUND_NS = 100e6;

/** Calls a sample: enough that their garbage collection is in the figure, as on a server. */
const CALLS = 100;

/**
 * Median nanoseconds a call of each function; of several rounds the middle one.
 *
 * @param calls - calls a sample; 1 for a function that does much work
 */
export async function inTurn(functions, calls = CALLS) {
  const medians = functions.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, run] of functions.entries()) {
      const sample = () => {
        for (let call = 0; call < calls; call++) run();
      };
      const { p50 } = await measure(sample, { min_cpu_time: ROUND_NS });
      medians[i].push(p50 / calls);
    }
  }
  return medians.map(median);
}

/** Median nanoseconds of an asynchronous function, one call after another. */
export async function ofAsync(run, calls = 15) {
  await run();
  const times = [];
  for (let i = 0; i < calls; i++) {
    const start = process.hrtime.bigint();
    await run();
    times.push(Number(process.hrtime.bigint() - start));
  }
  return median(times);
}

function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[numbers.length >> 1];
}
