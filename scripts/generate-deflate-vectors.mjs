// Writes the vectors of crates/agora-token-core/tests/deflate.rs: contents, and what zlib.deflateSync
// makes of them. Run it with Node.js; Bun and Deno have a zlib of their own.
//
//   node scripts/generate-deflate-vectors.mjs
//
// Contents of tokens are written out. All others are described by a recipe, which the test follows
// too: see `recipes` here and `content` there. Their outputs are only kept as digests.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const TARGET = new URL('../crates/agora-token-core/tests/data/deflate.json', import.meta.url);

/** The generator of Numerical Recipes: simple enough to be written twice. */
class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** The 16 high bits of the next state, reduced to less than `bound`. */
  below(bound) {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return (this.state >>> 16) % bound;
  }
}

const bytes = (length, byte) => Uint8Array.from({ length }, (_, index) => byte(index));

/** Each recipe makes a content from its length, its parameter and random numbers. */
const recipes = {
  /** Bytes of an alphabet of `size` letters. */
  alphabet: (length, size, random) => bytes(length, () => 40 + random.below(size)),
  /** Runs of up to `longest` equal bytes. */
  runs(length, longest, random) {
    const content = [];
    while (content.length < length) {
      const byte = random.below(256);
      for (let rest = 1 + random.below(longest); rest > 0; rest--) content.push(byte);
    }
    return Uint8Array.from(content.slice(0, length));
  },
  /** Random bytes of which three in four repeat the one `distance` bytes earlier. */
  echo(length, distance, random) {
    const content = new Uint8Array(length);
    for (let index = 0; index < length; index++) {
      const fresh = random.below(256);
      const keep = random.below(4) === 0;
      content[index] = keep || index < distance ? fresh : content[index - distance];
    }
    return content;
  },
  /** Random bytes with copies of 3 to 18 of them from up to `distance` bytes earlier. */
  copies(length, distance, random) {
    const content = [];
    while (content.length < length) {
      if (content.length > distance && random.below(4) === 0) {
        const from = content.length - 1 - random.below(distance);
        const count = 3 + random.below(16);
        for (let index = 0; index < count; index++) content.push(content[from + index]);
      } else {
        content.push(random.below(256));
      }
    }
    return Uint8Array.from(content.slice(0, length));
  },
  /** Bytes of which each is about `percent` per cent as frequent as the one before. */
  skewed: (length, percent, random) =>
    bytes(length, () => {
      let byte = 0;
      while (byte < 255 && random.below(100) < percent) byte++;
      return (byte * 37) % 256;
    }),
  /** As many letters as fit, with the Fibonacci numbers as frequencies, shuffled. */
  fibonacci(length, first, random) {
    const content = [];
    for (let [letter, count, next] = [first, 1, 1]; content.length + count <= length; letter++) {
      for (let rest = count; rest > 0; rest--) content.push(letter);
      [count, next] = [next, count + next];
    }
    for (let index = content.length - 1; index > 0; index--) {
      const other = random.below(index + 1);
      [content[index], content[other]] = [content[other], content[index]];
    }
    return Uint8Array.from(content);
  },
  /** Random bytes up to `percent` per cent, then letters. */
  half: (length, percent, random) =>
    bytes(length, (index) =>
      index * 100 < length * percent ? random.below(256) : 97 + random.below(20),
    ),
  /** Length-prefixed channel names with numbers below `bound`. */
  channels(length, bound, random) {
    let content = '';
    while (content.length < length) {
      const name = `channel-${random.below(bound)}`;
      content += `\0${String.fromCharCode(name.length)}${name}`;
    }
    return Buffer.from(content.slice(0, length), 'latin1');
  },
};

/** [recipe, parameter, first length, last length, step] */
const PLAN = [
  ['alphabet', 2, 0, 600, 1],
  ['alphabet', 16, 0, 600, 1],
  ['alphabet', 256, 0, 600, 1],
  ['runs', 9, 0, 600, 1],
  ['echo', 7, 0, 600, 1],
  ['half', 60, 0, 600, 1],
  ['channels', 1000, 0, 600, 1],
  ...[1, 3, 4, 64, 90, 128, 200].map((size) => ['alphabet', size, 50, 2000, 150]),
  ...[2, 40, 300, 2000].map((longest) => ['runs', longest, 100, 8000, 790]),
  ...[1, 2, 3, 4, 31, 128, 1000, 4095, 4096, 4097, 9000].map((distance) => [
    'echo',
    distance,
    9100,
    12000,
    950,
  ]),
  ...[8, 100, 4090, 4100, 8000].map((distance) => ['copies', distance, 1000, 16383, 2197]),
  ...[30, 50, 62, 75, 90, 97].map((percent) => ['skewed', percent, 20, 16383, 1487]),
  ...[0, 97, 200].map((first) => ['fibonacci', first, 10, 16383, 1488]),
  ...[20, 40, 50, 70, 80, 90].map((percent) => ['half', percent, 80, 330, 5]),
  ...[10, 1000, 65536].map((bound) => ['channels', bound, 4000, 16000, 2000]),
  ['alphabet', 2, 16380, 16383, 1],
  ['alphabet', 120, 16380, 16383, 1],
  ['alphabet', 256, 16380, 16383, 1],
  ['copies', 5000, 16380, 16383, 1],
];

const sha256 = (data) => createHash('sha256').update(data).digest('hex');

const seedOf = (length, parameter) => length * 31 + parameter;

const generated = PLAN.map(([recipe, parameter, first, last, step]) => {
  const digests = [];
  for (let length = first; length <= last; length += step) {
    const content = recipes[recipe](length, parameter, new Random(seedOf(length, parameter)));
    digests.push(sha256(deflateSync(content)).slice(0, 8));
  }
  return { recipe, parameter, first, step, digests: digests.join(' ') };
});

/** A content as in a Token007: signature, App ID, times, salt, services with their privileges. */
function token(random) {
  const u16 = (value) => [value & 255, value >> 8];
  const u32 = (value) => [...u16(value & 65535), ...u16(value >>> 16)];
  const string = (text) => [...u16(text.length), ...Buffer.from(text, 'latin1')];
  const hex = (length) => Array.from({ length }, () => random.below(16).toString(16)).join('');
  const pick = (choices) => choices[random.below(choices.length)];

  const expire = pick([600, 3600, 7200, 86400]);
  const channel = pick([hex(32), 'lobby', `room-${random.below(10000)}`, hex(24), 'classroom_7']);
  const user = pick([String(random.below(65536) * 40503), 'alice@example.com', hex(16), '']);
  const services = {
    1: () => [...string(channel), ...string(user)],
    2: () => string(user),
    5: () => string(user),
    7: () => [...string(channel), ...string(user), ...u16(1 + random.below(3))],
  };
  const types = pick([[1], [1], [1], [1, 2], [2], [5], [7, 2, 5]]);
  return Uint8Array.from([
    ...u16(32),
    ...bytes(32, () => random.below(256)),
    ...string(hex(32)),
    ...u32(1_700_000_000 + random.below(65536) * 1000),
    ...u32(expire),
    ...u32(1 + random.below(65536) * 1525),
    ...u16(types.length),
    ...types.flatMap((type) => {
      const count = type === 1 ? pick([1, 4]) : 1;
      const privileges = Array.from({ length: count }, (_, index) => [
        ...u16(index + 1),
        ...u32(expire),
      ]);
      return [...u16(type), ...u16(count), ...privileges.flat(), ...services[type]()];
    }),
  ]);
}

const named = {
  empty: [],
  'one byte': [0],
  'two bytes': [255, 0],
  'three equal bytes': [7, 7, 7],
  'four equal bytes': [7, 7, 7, 7],
  'five equal bytes': [7, 7, 7, 7, 7],
  'longest match': new Array(259).fill(65),
  'longest match and one': new Array(260).fill(65),
  'all bytes': bytes(256, (index) => index),
  'all bytes, twice': bytes(512, (index) => index),
};

const hex = (data) => Buffer.from(data).toString('hex');
const literal = (name, content) => ({
  name,
  content: hex(content),
  output: hex(deflateSync(Uint8Array.from(content))),
});

const vectors = {
  literal: [
    ...Object.entries(named).map(([name, content]) => literal(name, content)),
    ...Array.from({ length: 150 }, (_, index) =>
      literal(`token ${index}`, token(new Random(index))),
    ),
  ],
  generated,
};

const lines = (items) => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
writeFileSync(
  TARGET,
  `{\n  "literal": [\n${lines(vectors.literal)}\n  ],\n  "generated": [\n${lines(generated)}\n  ]\n}\n`,
);
