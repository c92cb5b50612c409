'use strict';

// AGORA_PARITY_SEED runs the random comparisons from another seed, AGORA_PARITY_SCALE makes them
// longer: AGORA_PARITY_SEED=7 AGORA_PARITY_SCALE=20 npx jest parity
const seed = Number(process.env.AGORA_PARITY_SEED ?? 20260207);
const scale = Number(process.env.AGORA_PARITY_SCALE ?? 1);

module.exports = { seed, scale };
