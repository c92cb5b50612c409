'use strict';

const fc = require('fast-check');
const { isHexId } = require('../../lib/bytes/hex-id');

const ID = '970CA35de60c44645bbae8a215061b33';
const isHexText = (value) => /^[0-9a-fA-F]{32}$/.test(value.toString());

test('an id is 32 hexadecimal digits, as a text and as bytes', () => {
  expect([ID, Buffer.from(ID)].map(isHexId)).toEqual([true, true]);
  for (const other of ['', ID.slice(1), `${ID}0`, `${ID}\n`, ` ${ID.slice(1)}`, 'g'.repeat(32)]) {
    expect([other, isHexId(other), isHexId(Buffer.from(other))]).toEqual([other, false, false]);
  }
  expect([isHexId(null), isHexId(undefined)]).toEqual([false, false]);
});

test('bytes are judged by their text', () => {
  const digits = fc.constantFrom(...Buffer.from('0123456789abcdefABCDEF'));
  const nearly = fc.oneof({ weight: 60, arbitrary: digits }, fc.integer({ min: 0, max: 255 }));
  const bytes = fc.oneof(
    fc.array(nearly, { minLength: 32, maxLength: 32 }),
    fc.array(nearly, { minLength: 30, maxLength: 34 }),
  );
  let ids = 0;
  fc.assert(
    fc.property(bytes, (values) => {
      const buffer = Buffer.from(values);
      ids += Number(isHexId(buffer));
      return isHexId(buffer) === isHexText(buffer);
    }),
    { numRuns: 1000 },
  );
  expect(ids).toBeGreaterThan(50);
});

test('a Buffer with another toString is judged by that', () => {
  const buffer = Buffer.from('short');
  buffer.toString = () => ID;
  expect(isHexId(buffer)).toBe(true);
});
