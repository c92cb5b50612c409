'use strict';

const { Comparison, differenceIn } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { fileScope } = require('../support/file-scope');
const { libraries } = require('../support/libraries');
const { oddValue } = require('../support/odd-values');
const { Random } = require('../support/random');
const { constant, recipe } = require('../support/recipes');
const { PRIVILEGE_MAPS } = require('../support/services');
const { scale, seed } = require('../support/settings');

const PROGRAMS = 300 * scale;
const { original, ours } = libraries();

// The file scopes that the original's own tests reach into.
const SCOPES = new Map(
  [original, ours].map((library) => [
    library,
    {
      writer007: fileScope(library, 'src/AccessToken2', ['ByteBuf']).ByteBuf,
      reader007: fileScope(library, 'src/AccessToken2', ['ReadByteBuf']).ReadByteBuf,
      writer006: fileScope(library, 'src/AccessToken', ['ByteBuf']).ByteBuf,
    },
  ]),
);

const PUTS = {
  putUint16: (r) => constant(r.pick([0, 1, 65535, 65536, -1, r.int(0, 65535)])),
  putUint32: (r) => constant(r.pick([0, 1, 0xffffffff, 2 ** 32, -1, 1.5, r.int(0, 0xffffffff)])),
  putInt32: (r) => constant(r.pick([0, -7, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, r.int(-1e6, 1e6)])),
  putInt16: (r) => constant(r.pick([0, -2, 32767, -32768, 32768, r.int(-999, 999)])),
  putBytes: (r) => {
    const bytes = r.bytes(r.int(0, 600));
    return recipe(`${bytes.length} bytes`, () => Buffer.from(bytes));
  },
  putString: (r) => constant(r.text(r.int(0, 600), 'abcé频')),
  putTreeMap: (r) => r.pick([...PRIVILEGE_MAPS, recipe("{ 1: 'value' }", () => ({ 1: 'value' }))]),
  putTreeMapUInt32: (r) => r.pick(PRIVILEGE_MAPS),
};

const FEWER_PUTS = ['putInt32', 'putInt16'];

// What a writer has written is compared; the capacity of the buffer behind it is its own affair.
function writerProgram(random, methods) {
  return Array.from({ length: random.int(1, 14) }, () => {
    const method = random.pick(methods);
    const odd = method !== 'putBytes' && random.chance(0.15);
    return { method, value: odd ? oddValue(random) : PUTS[method](random) };
  });
}

test.each([
  ['writer007', Object.keys(PUTS)],
  ['writer006', Object.keys(PUTS).filter((method) => !FEWER_PUTS.includes(method))],
])("the ByteBuf of %s writes, grows and fails as the original's", (scope, methods) => {
  const random = new Random(seed);
  const comparison = new Comparison(seed);
  for (let i = 0; i < PROGRAMS; i++) {
    const steps = writerProgram(random, methods);
    const run = (context) => {
      const writer = new (SCOPES.get(context.library)[scope])();
      const trace = context.trace();
      for (const { method, value } of steps) {
        trace.step(
          `${method}(${value.label})`,
          () => writer[method](value.make(context, 'value')) === writer,
        );
        trace.add('position', writer.position);
        trace.step('pack()', () => writer.pack());
      }
      return trace;
    };
    comparison.check(
      () => steps.map(({ method, value }) => `${method}(${value.label})`).join('\n'),
      run,
      randomConditions(random),
    );
  }
  expect(comparison.cases).toBe(PROGRAMS);
  expect(comparison.report()).toBe('');
});

const GETS = ['getUint16', 'getUint32', 'getInt16', 'getString', 'getTreeMapUInt32', 'pack'];

// Often small lengths first, so that strings and maps fit; often too little, so that they do not.
function readable(random) {
  const bytes = random.bytes(random.int(0, 60));
  for (let at = 0; at + 1 < bytes.length; at += random.int(2, 9)) {
    bytes.writeUInt16LE(random.int(0, 4), at);
  }
  return bytes;
}

test("ReadByteBuf reads, pads and fails as the original's", () => {
  const random = new Random(seed);
  const comparison = new Comparison(seed);
  for (let i = 0; i < PROGRAMS; i++) {
    const bytes = readable(random);
    const methods = Array.from({ length: random.int(1, 12) }, () => random.pick(GETS));
    const run = ({ library, trace: newTrace }) => {
      const reader = new (SCOPES.get(library).reader007)(Buffer.from(bytes));
      const trace = newTrace();
      for (const method of methods) {
        trace.step(method, () => reader[method]());
        trace.add('position', reader.position);
      }
      return trace;
    };
    comparison.check(() => `${methods} of ${bytes.toString('hex')}`, run, randomConditions(random));
  }
  expect(comparison.cases).toBe(PROGRAMS);
  expect(comparison.report()).toBe('');
});

test.each(GETS)("%s of an empty and of a one-byte buffer fails as the original's", (method) => {
  const outcome = ({ library, trace: newTrace }) => {
    const { reader007: Reader } = SCOPES.get(library);
    const trace = newTrace();
    trace.step('empty', () => new Reader(Buffer.alloc(0))[method]());
    trace.step('one byte', () => new Reader(Buffer.alloc(1))[method]());
    trace.step('no buffer', () => new Reader()[method]());
    return trace;
  };
  expect(differenceIn(outcome)).toBe('');
});

test('an overrun has a code of its own when the buffer is empty', () => {
  const { reader007: Reader } = SCOPES.get(ours);
  expect(() => new Reader(Buffer.alloc(0)).getUint16()).toThrow(
    expect.objectContaining({ code: 'ERR_BUFFER_OUT_OF_BOUNDS' }),
  );
  const reader = new Reader(Buffer.alloc(4));
  reader.getUint32();
  expect(() => reader.getUint16()).toThrow(expect.objectContaining({ code: 'ERR_OUT_OF_RANGE' }));
});

test('a string that is cut short is padded with zeros, and the position moves past the end', () => {
  const reader = new (SCOPES.get(ours).reader007)(Buffer.from([3, 0, 0x61]));
  expect(reader.getString()).toEqual(Buffer.from([0x61, 0, 0]));
  expect(reader.position).toBe(5);
});

test('a signed 16-bit number reads back unsigned', () => {
  expect(new (SCOPES.get(ours).reader007)(Buffer.from([0xfb, 0xff])).getInt16()).toBe(65531);
});
