'use strict';

// What the public classes cannot show of the writer: its memory.

const { ByteBuf, FixedByteBuf } = require('../../lib/bytes/byte-buf');

/** A writer whose memory has only so many bytes left. */
function withRoom(length) {
  return new ByteBuf(Buffer.alloc(length));
}

const PUTS = [
  ['a u16', (writer) => writer.putUint16(0x1234), 2],
  ['a u32', (writer) => writer.putUint32(0x12345678), 4],
  ['an i16', (writer) => writer.putInt16(-2), 2],
  ['an i32', (writer) => writer.putInt32(-2), 4],
  ['bytes', (writer) => writer.putBytes(Buffer.from('abc')), 5],
  ['raw bytes', (writer) => writer.putRaw(Buffer.from('abc')), 3],
  ['a short text', (writer) => writer.putString('abc'), 5],
  ['a text of three bytes a character', (writer) => writer.putString('频'.repeat(70)), 212],
  ['a long text', (writer) => writer.putString('x'.repeat(300)), 302],
  ['a uid of one digit', (writer) => writer.putUid(7), 3],
  ['a uid of ten digits', (writer) => writer.putUid(4294967295), 12],
  ['a map', (writer) => writer.putOrdinaryMap({ 1: 2, 3: 4 }), 14],
  ['what another has written', (writer) => writer.putWritten(new ByteBuf().putUint32(5)), 4],
  ['much of it', (writer) => writer.putWritten(new ByteBuf().putString('y'.repeat(300))), 302],
];

test.each(PUTS)('%s is the same, however little room there is', (_name, put, length) => {
  const expected = put(withRoom(1000)).pack();
  expect(expected).toHaveLength(length);
  for (let room = 0; room <= length; room++) {
    const writer = withRoom(room);
    put(writer);
    expect(writer.pack()).toEqual(expected);
    expect(writer.position).toBe(length);
  }
});

test.each(PUTS)('%s does not touch what lies behind it', (_name, put, length) => {
  const writer = new ByteBuf(Buffer.alloc(length + 1000, 0xaa));
  put(writer);
  put(writer);
  const once = put(withRoom(1000)).pack();
  expect(writer.pack()).toEqual(Buffer.concat([once, once]));
});

test('what was written stays when the memory grows', () => {
  const writer = withRoom(3);
  for (let i = 0; i < 200; i++) writer.putUint16(i);
  expect(writer.pack()).toEqual(Buffer.from(Uint16Array.from({ length: 200 }, (_, i) => i).buffer));
});

test('memory that was outgrown keeps nothing, as a batch holds certificates', () => {
  const memory = Buffer.alloc(60);
  const writer = new ByteBuf(memory).putString('a certificate').putString('another one');
  expect(memory.includes('certificate')).toBe(true);
  writer.putString('x'.repeat(100));
  expect(writer.buffer).not.toBe(memory);
  expect(memory.every((byte) => byte === 0)).toBe(true);
  expect(writer.pack().includes('a certificate')).toBe(true);
});

test('pack is a copy, and view is not', () => {
  const writer = new ByteBuf().putUint16(1);
  const [packed, view] = [writer.pack(), writer.view()];
  writer.position = 0;
  writer.putUint16(2);
  expect(packed).toEqual(Buffer.from([1, 0]));
  expect(view).toEqual(Buffer.from([2, 0]));
});

test('a write that fails leaves the position where it was', () => {
  const writer = new ByteBuf().putUint16(1);
  for (const put of ['putUint16', 'putUint32', 'putInt16', 'putInt32']) {
    expect(() => writer[put](2 ** 40)).toThrow(expect.objectContaining({ name: 'RangeError' }));
    expect(writer.position).toBe(2);
  }
});

test('the writer of 006 and 005 has 1024 zeroed bytes, and no more', () => {
  const writer = new FixedByteBuf();
  expect(writer.buffer).toEqual(Buffer.alloc(1024));
  writer.putString('x'.repeat(1021));
  expect(writer.position).toBe(1023);
  expect(() => writer.putUint16(1)).toThrow(expect.objectContaining({ name: 'RangeError' }));
  // Bytes are cut instead, and the next write throws.
  writer.putRaw(Buffer.from('yz'));
  expect(writer.buffer.subarray(1023)).toEqual(Buffer.from('y'));
  expect(() => writer.putUint16(1)).toThrow(expect.objectContaining({ name: 'RangeError' }));
});
