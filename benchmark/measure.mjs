// Measures two functions in turn, so that a machine whose speed drifts treats both alike.

import { measure } from 'mitata';

const ROUNDS = 5;
const ROUND_NS = 200e6;

/** Enough calls that collecting their garbage is in the figure, as on a server. */
const SAMPLE_NS = 10e6;

/** Calls of the other function leave garbage too, which is collected while these run. */
const UNCOUNTED_NS = 50e6;

/** Median nanoseconds a call of each function; of several rounds the middle one. */
export async function inTurn(functions) {
  const calls = functions.map(callsASample);
  const medians = functions.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, run] of functions.entries()) {
      runFor(UNCOUNTED_NS, run);
      const sample = () => {
        for (let call = 0; call < calls[i]; call++) run();
      };
      const { p50 } = await measure(sample, { min_cpu_time: ROUND_NS, min_samples: 1 });
      medians[i].push(p50 / calls[i]);
    }
  }
  return medians.map(median);
}

/** How many calls take as long as a sample, once they have been optimised. */
function callsASample(run) {
  runFor(SAMPLE_NS * 10, run);
  return Math.ceil(runFor(SAMPLE_NS, run));
}

/** Calls a function for some time; returns how often. */
function runFor(ns, run) {
  const end = process.hrtime.bigint() + BigInt(ns);
  let calls = 0;
  while (process.hrtime.bigint() < end) {
    run();
    calls++;
  }
  return calls;
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

/** The middle one. */
export function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[numbers.length >> 1];
}
