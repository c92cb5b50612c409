// Whether the time of verifySignature tells how much of a signature is right: measures signatures that
// are wrong in the first byte, in the last one, in all, and in none, in turns. Reports the means and,
// against the first, Welch's t (an attacker needs |t| well above 4.5). Asserts nothing: a busy machine
// moves these numbers.
//
//   AGORA_TOKEN_BACKEND=native node __test__/reliability/programs/timing.mjs [--rounds 200000]

import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { backend } = require('../../..');
const { AccessToken2 } = require('../../../src/AccessToken2');
const { CERTIFICATE } = require('../../support/identifiers');
const { buildNumbered } = require('../support/numbered-tokens');

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200000' } } });
const rounds = Number(values.rounds);
/** What the collector or another program interrupts says nothing about the comparison. */
const KEPT_PART = 0.9;

const token = new AccessToken2();
token.from_string(buildNumbered(1));
const right = Buffer.from(token.__signature);
const wrongAt = (...places) => {
  const signature = Buffer.from(right);
  for (const place of places) signature[place] ^= 0x55;
  return signature;
};
const classes = {
  'the first byte wrong': wrongAt(0),
  'the last byte wrong': wrongAt(31),
  'every byte wrong': wrongAt(...right.keys()),
  'all right': right,
  'the first byte wrong, again': wrongAt(0),
};

// Drawn, laid out and stored before and apart from the measuring, whose code is then the same for all:
// a generator or a list of results that differs by class shows as a difference of some nanoseconds.
const names = Object.keys(classes);
const order = randomBytes(rounds).map((byte) => byte % names.length);
const signatures = Buffer.concat(Array.from(order, (index) => classes[names[index]]));
const elapsed = new Float64Array(rounds);
for (let round = 0; round < rounds; round++) {
  signatures.copy(token.__signature, 0, round * right.length, (round + 1) * right.length);
  const start = process.hrtime.bigint();
  token.verifySignature(CERTIFICATE);
  elapsed[round] = Number(process.hrtime.bigint() - start);
}
const times = Object.fromEntries(
  names.map((name, index) => [name, Array.from(elapsed.filter((_, at) => order[at] === index))]),
);

function summarize(all) {
  const kept = all.slice(all.length >> 2).sort((left, right) => left - right);
  kept.length = Math.floor(kept.length * KEPT_PART);
  const mean = kept.reduce((sum, time) => sum + time, 0) / kept.length;
  const variance = kept.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (kept.length - 1);
  return { mean, error: variance / kept.length };
}

const first = summarize(times[names[0]]);
const rows = names.map((name) => {
  const { mean, error } = summarize(times[name]);
  const t = (mean - first.mean) / Math.sqrt(error + first.error);
  return { name, count: times[name].length, meanNs: Math.round(mean), t: Number(t.toFixed(1)) };
});
console.log(backend);
console.table(rows);
