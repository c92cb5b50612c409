'use strict';

// Preloaded (node -r) into a process that runs a sample: the clock stands still and every draw is the
// same, so that two runs can be compared.

const RealDate = Date;
const NOW = Number(process.env.AGORA_FROZEN_MS ?? 1700000000123);

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [NOW] : args));
  }

  static now() {
    return NOW;
  }
};
Math.random = () => 0.6180339887;
