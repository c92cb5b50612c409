'use strict';

// A seeded generator (mulberry32), so that a failure can be run again from the seed it prints.
class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  // A float in [0, 1).
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  }

  // An integer from low to high, both included.
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(items) {
    return items[this.int(0, items.length - 1)];
  }

  seed() {
    return this.int(0, 0xffffffff);
  }

  bytes(length) {
    const out = Buffer.alloc(length);
    for (let i = 0; i < length; i++) {
      out[i] = this.int(0, 255);
    }
    return out;
  }

  hex(length) {
    return this.text(length, '0123456789abcdefABCDEF');
  }

  // `length` characters of the alphabet, which may hold characters outside the basic plane.
  text(length, alphabet) {
    const characters = Array.from(alphabet);
    let out = '';
    for (let i = 0; i < length; i++) {
      out += this.pick(characters);
    }
    return out;
  }
}

module.exports = { Random };
