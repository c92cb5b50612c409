// Measures two functions in turn, so that a machine whose speed drifts treats both alike.

import { measure } from 'mitata';

const ROUNDS = 5;
const ROUND_NS = 100e6;

/** Median nanoseconds a call of each function; of several rounds the middle one. */
export async function inTurn(functions) {
  const medians = functions.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, run] of functions.entries()) {
      const { p50 } = await measure(run, { min_cpu_time: ROUND_NS });
      medians[i].push(p50);
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
