'use strict';

// What the public functions cannot show of the kernel in JavaScript.

const zlib = require('node:zlib');
const kernel = require('../../../lib/kernel/javascript');
const { ByteBuf } = require('../../../lib/bytes/byte-buf');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');

afterEach(() => {
  jest.restoreAllMocks();
});

function signingInfo(name) {
  return new ByteBuf()
    .putString(APP_ID)
    .putUint32(1)
    .putUint32(2)
    .putUint32(3)
    .putString(name)
    .pack();
}

function records(name) {
  const info = signingInfo(name);
  return new ByteBuf().putString(CERTIFICATE).putUint32(info.length).putRaw(info).pack();
}

const seal = (name) => kernel.seal(CERTIFICATE, signingInfo(name), signingInfo(name).length, false);

describe('sealBatchAsync', () => {
  /** The copy of the records that the kernel makes. */
  function copyOf(given) {
    const { from } = Buffer;
    let copy;
    jest.spyOn(Buffer, 'from').mockImplementation((...args) => {
      const made = from(...args);
      if (args[0] === given) copy = made;
      return made;
    });
    return () => copy;
  }

  test('works on a copy, since the caller erases the records', async () => {
    const given = records('ada');
    const promise = kernel.sealBatchAsync(given, false);
    given.fill(0);
    expect(await promise).toEqual(kernel.sealBatch(records('ada'), false));
  });

  test('erases its copy', async () => {
    const given = records('ada');
    const copy = copyOf(given);
    await kernel.sealBatchAsync(given, false);
    expect(copy()).toHaveLength(given.length);
    expect(copy().every((byte) => byte === 0)).toBe(true);
  });

  test('erases its copy when it fails', async () => {
    const given = records('ada').subarray(0, 50);
    const copy = copyOf(given);
    await expect(kernel.sealBatchAsync(given, false)).rejects.toThrow();
    expect(copy().includes(0)).toBe(true);
    expect(copy().every((byte) => byte === 0)).toBe(true);
  });
});

test('a stream that failed halfway is not used again', () => {
  const make = zlib.createDeflate;
  const handles = [];
  jest.spyOn(zlib, 'createDeflate').mockImplementation((...args) => {
    const stream = make(...args);
    handles.push(stream._handle);
    return stream;
  });
  const fresh = (name) => `007${zlib.deflateSync(inflated(name)).toString('base64')}`;
  const inflated = (name) => zlib.inflateSync(Buffer.from(seal(name).slice(3), 'base64'));
  for (let i = 0; handles.length === 0; i++) seal(`user-${i}`);

  const [handle] = handles;
  const { reset } = Object.getPrototypeOf(handle);
  expect(typeof reset).toBe('function');
  handle.reset = () => {
    handle.reset = reset;
    throw new RangeError('the stack ends');
  };
  expect(() => seal('fails')).toThrow('the stack ends');
  for (const name of ['ada', 'eve', 'a'.repeat(500)]) expect(seal(name)).toBe(fresh(name));
  expect(handles).toHaveLength(2);
});
