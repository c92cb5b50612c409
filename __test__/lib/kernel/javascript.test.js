'use strict';

// What the public functions cannot show of the kernel in JavaScript.

const zlib = require('node:zlib');
const kernel = require('../../../lib/kernel/javascript');
const { ByteBuf } = require('../../../lib/bytes/byte-buf');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { withValue } = require('../../support/re-entry');

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

const sealWith =
  ({ seal }) =>
  (name) =>
    seal(CERTIFICATE, signingInfo(name), signingInfo(name).length, false);

/** One that has built no token. */
function freshKernel() {
  let fresh;
  jest.isolateModules(() => {
    fresh = require('../../../lib/kernel/javascript');
  });
  return fresh;
}

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

test('records that are cut are refused, as the addon refuses them', () => {
  const whole = Buffer.concat([records('ada'), records('eve')]);
  expect(kernel.sealBatch(whole, false).length).toBeGreaterThan(0);
  const ends = [0, records('ada').length, whole.length];
  for (let length = 0; length <= whole.length; length++) {
    const build = () => kernel.sealBatch(whole.subarray(0, length), false);
    if (ends.includes(length)) expect(build).not.toThrow();
    else expect(build).toThrow(expect.objectContaining({ name: 'RangeError' }));
  }
});

test('a stream that failed halfway is not used again', () => {
  const handles = [];
  const make = zlib.createDeflate;
  const value = (...args) => {
    const stream = make(...args);
    handles.push(stream._handle);
    return stream;
  };
  const contentOf = (token) => zlib.inflateSync(Buffer.from(token.slice(3), 'base64'));
  withValue(zlib, 'createDeflate', { value, enumerable: true }, () => {
    const seal = sealWith(freshKernel());
    // The first tokens go without a stream that stays.
    for (let i = 0; i < 100 && handles.length === 0; i++) seal(`user-${i}`);
    expect(handles).toHaveLength(1);

    const [handle] = handles;
    const { reset } = handle;
    handle.reset = () => {
      handle.reset = reset;
      throw new RangeError('the stack ends');
    };
    expect(() => seal('fails')).toThrow('the stack ends');
    for (const name of ['ada', 'eve', 'a'.repeat(500)]) {
      const token = seal(name);
      expect(token).toBe(`007${zlib.deflateSync(contentOf(token)).toString('base64')}`);
    }
    expect(handles).toHaveLength(2);
  });
});
