'use strict';

const { APP_ID, CERTIFICATE } = require('./identifiers');
const { COERCION_LOGGERS } = require('./coercion-loggers');
const { constant, recipe } = require('./recipes');
const { RealDate } = require('./sandbox');

const NUMBERS = [
  0,
  -0,
  1,
  2,
  -1,
  1.5,
  1.9,
  -0.5,
  NaN,
  Infinity,
  -Infinity,
  5,
  101,
  600,
  1000000.5,
  32767,
  32768,
  -32768,
  -32769,
  65535,
  65536,
  2 ** 31,
  2 ** 32 - 1,
  4294967295.5,
  2 ** 32,
  2 ** 53,
  1e21,
].map(constant);

const BIGINTS = [0n, 1n, -1n, 2n, 3600n, 2n ** 64n, 12345678901234567890123456789012n].map(
  constant,
);

const NUMERIC_STRINGS = [
  '',
  '0',
  '-0',
  '1',
  '2',
  ' 1\n',
  '0x1',
  '01',
  '1e3',
  '101',
  '3600',
  ' 0x10 ',
  '-1',
  '1.5',
  '4294967296',
  'NaN',
  'Infinity',
].map(constant);

const TEXTS = [
  'abc',
  'true',
  'null',
  '__proto__',
  'constructor',
  '\0',
  'a\0b',
  '\ud800',
  'a\udc00b',
  '\ud83d\ude00',
  'ünïcödé 频道',
  '\ufeffx',
  'x'.repeat(64),
  'y'.repeat(65),
  'z'.repeat(255),
].map(constant);

// Around the 65 535 bytes that a length prefix can count. They cost the most, so they are drawn less.
const HUGE_TEXTS = [
  'a'.repeat(65535),
  'a'.repeat(65536),
  '€'.repeat(21845),
  '€'.repeat(21846),
  '\ud800'.repeat(21845),
  'k'.repeat(1024),
  'm'.repeat(16384),
].map(constant);

const OTHER_PRIMITIVES = [undefined, null, true, false, Symbol('s'), Symbol.iterator].map(constant);

const ARRAYS = [
  recipe('[]', () => []),
  recipe('[5]', () => [5]),
  recipe('[[1]]', () => [[1]]),
  recipe("['a', 'b']", () => ['a', 'b']),
  recipe("['3600']", () => ['3600']),
  recipe('[97, 98.7, -1, 300, NaN]', () => [97, 98.7, -1, 300, NaN]),
  recipe('[1, 2]', () => [1, 2]),
  recipe('Array(3)', () => new Array(3)),
  recipe('[undefined]', () => [undefined]),
  recipe('[Symbol()]', () => [Symbol('inner')]),
  recipe('[APP_ID]', () => [APP_ID]),
];

// Not from Node's pool: a pooled Buffer enumerates its `offset`, which no two calls share.
function bufferOf(bytes) {
  const buffer = Buffer.alloc(bytes.length);
  buffer.set(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  return buffer;
}

const BYTES = [
  recipe("Buffer 'bytes'", () => bufferOf('bytes')),
  recipe('empty Buffer', () => Buffer.alloc(0)),
  recipe('Buffer with NUL', () => bufferOf([0, 1, 255])),
  recipe('Uint8Array', () => new Uint8Array([104, 105])),
  recipe('empty Uint8Array', () => new Uint8Array()),
  recipe('Uint16Array', () => new Uint16Array([104, 360])),
  recipe('Float64Array', () => new Float64Array([1.5, 300])),
  recipe('DataView', () => new DataView(new ArrayBuffer(4))),
  recipe('ArrayBuffer', () => new Uint8Array([7, 8, 9]).buffer),
  recipe('SharedArrayBuffer', () => new SharedArrayBuffer(2)),
];

const BOXES = [
  recipe("new String('boxed')", () => new String('boxed')),
  recipe("new String('')", () => new String('')),
  recipe('new Number(7)', () => new Number(7)),
  recipe('new Number(0)', () => new Number(0)),
  recipe('new Boolean(false)', () => new Boolean(false)),
  recipe('Object(1n)', () => Object(1n)),
  recipe("Object(Symbol('b'))", () => Object(Symbol('b'))),
  recipe('Date', () => new RealDate(123456789000)),
  recipe('invalid Date', () => new RealDate(NaN)),
];

const OBJECTS = [
  recipe('{}', () => ({})),
  recipe('Object.create(null)', () => Object.create(null)),
  recipe("{ toString → 'abc' }", () => ({ toString: () => 'abc' })),
  recipe("{ toString → '1' }", () => ({ toString: () => '1' })),
  recipe("{ valueOf → 'xyz' }", () => ({ valueOf: () => 'xyz' })),
  recipe('{ valueOf → 1 }', () => ({ valueOf: () => 1 })),
  recipe('{ valueOf → 3600n }', () => ({ valueOf: () => 3600n })),
  recipe('{ valueOf → -1 }', () => ({ valueOf: () => -1 })),
  recipe("{ toPrimitive → hint === 'number' ? 7 : 'prim' }", () => ({
    [Symbol.toPrimitive]: (hint) => (hint === 'number' ? 7 : 'prim'),
  })),
  recipe('{ toPrimitive → {} }', () => ({ [Symbol.toPrimitive]: () => ({}) })),
  recipe('{ toString throws }', () => ({
    toString() {
      throw new RangeError('from toString');
    },
  })),
  recipe('{ valueOf throws a string }', () => ({
    valueOf() {
      throw 'from valueOf';
    },
  })),
  recipe('{ toString → object }', () => ({ toString: () => ({}), valueOf: () => ({}) })),
  recipe('{ length: 0 }', () => ({ length: 0 })),
  recipe('{ length: 2, 0: 65, 1: 66 }', () => ({ length: 2, 0: 65, 1: 66 })),
  recipe('{ length: -1 }', () => ({ length: -1 })),
  recipe("{ type: 'Buffer', data: [1, 2] }", () => ({ type: 'Buffer', data: [1, 2] })),
  recipe(
    'function',
    () =>
      function named(a) {
        return a;
      },
  ),
  recipe('class', () => class Named {}),
  recipe('Map', () => new Map([[0, 1]])),
  recipe('Set', () => new Set(['x'])),
  recipe('RegExp', () => /x/),
  recipe('Error', () => new TypeError('an argument')),
];

const IDENTIFIERS = [
  constant(APP_ID.toLowerCase()),
  constant(CERTIFICATE.toUpperCase()),
  constant(`${APP_ID}\n`),
  constant(` ${APP_ID}`),
  constant(APP_ID.slice(1)),
  constant(`${APP_ID}0`),
  constant(`g${APP_ID.slice(1)}`),
  constant(`\uff11${APP_ID.slice(1)}`),
  recipe('new String(APP_ID)', () => new String(APP_ID)),
  recipe('Buffer.from(APP_ID)', () => bufferOf(APP_ID)),
  recipe('Uint8Array of APP_ID', () => Uint8Array.from(Buffer.from(APP_ID))),
  recipe('{ toString → APP_ID }', () => ({ toString: () => APP_ID })),
  recipe('{ valueOf → APP_ID }', () => ({ valueOf: () => APP_ID })),
  recipe('{ toString and valueOf → APP_ID }', () => ({
    toString: () => APP_ID,
    valueOf: () => APP_ID,
  })),
  recipe('{ toString → Symbol }', () => ({ toString: () => Symbol('id') })),
  recipe('an identifier that changes', () => {
    const answers = [APP_ID, CERTIFICATE, APP_ID.slice(1)];
    return { toString: () => answers.shift() ?? '', valueOf: () => answers.shift() ?? '' };
  }),
];

const COMMON = [
  ...NUMBERS,
  ...BIGINTS,
  ...NUMERIC_STRINGS,
  ...TEXTS,
  ...OTHER_PRIMITIVES,
  ...ARRAYS,
  ...BYTES,
  ...BOXES,
  ...OBJECTS,
  ...IDENTIFIERS,
  ...COERCION_LOGGERS,
];

function oddValue(random) {
  if (random.chance(0.005)) {
    return random.pick(HUGE_TEXTS);
  }
  // Loggers say most about an argument, so they come more often than their number would give.
  return random.pick(random.chance(0.15) ? COERCION_LOGGERS : COMMON);
}

module.exports = { COMMON, HUGE_TEXTS, oddValue };
