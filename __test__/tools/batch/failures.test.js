'use strict';

// What fails in a batch fails alone: the requests beside it get the tokens of their own calls.

const { buildTokens, buildTokensAsync } = require('../../..');
const { kernel } = require('../../../lib/kernel/backend');
const { callEach } = require('../../support/batch-requests');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { RealDate, frozen, frozenDate, withRandom } = require('../../support/sandbox');

const MOMENT = { nowMs: 1700000000123, draw: 0.4 };
const METHOD = 'RtcTokenBuilder.buildTokenWithUid';

afterEach(() => {
  jest.restoreAllMocks();
});

const request = (uid, certificate = CERTIFICATE, id = APP_ID) => ({
  method: METHOD,
  args: [id, certificate, 'lobby', uid, 1, 3600, 3600],
});

/** Pairs that share a certificate, and pairs that do not. */
const requests = () =>
  [1, 1, 0, 0, 1, 0, 1, 1].map((own, uid) => request(uid, own ? CERTIFICATE : OTHER_CERTIFICATE));

const expected = frozen(MOMENT, () => callEach(requests()));

/** Builds under draws that are `odd` for one request, each in its turn, and checks the others. */
function expectOthersUntouched(odd, isExpectedError) {
  for (let failing = 0; failing < expected.length; failing++) {
    let draws = 0;
    const draw = () => {
      draws += 1;
      return draws === failing + 1 ? odd() : MOMENT.draw;
    };
    const results = frozen(MOMENT, () => withRandom(draw, () => buildTokens(requests())));
    const others = results.map((result, i) => (i === failing ? expected[i] : result));
    expect(others).toEqual(expected);
    expect(results[failing].error).toSatisfy(isExpectedError);
  }
}

expect.extend({
  toSatisfy: (value, check) => ({ pass: check(value), message: () => `found ${value}` }),
});

test('a salt out of range fails its request', () => {
  for (const salt of [-1, 1e12, Infinity]) {
    expectOthersUntouched(
      () => salt,
      (error) => error.code === 'ERR_OUT_OF_RANGE',
    );
  }
});

test('a Math.random that throws fails its request', () => {
  const thrown = new Error('no luck');
  expectOthersUntouched(
    () => {
      throw thrown;
    },
    (error) => error === thrown,
  );
});

test('a request that fails when its record has ended fails alone', () => {
  const { push } = Array.prototype;
  for (let failing = 0; failing < expected.length; failing++) {
    let pushes = 0;
    jest.spyOn(Array.prototype, 'push').mockImplementation(function (...items) {
      if (items.length === 1 && typeof items[0] === 'number') {
        pushes += 1;
        if (pushes === failing + 1) throw new RangeError('the stack ends');
      }
      return push.apply(this, items);
    });
    const results = frozen(MOMENT, () => buildTokens(requests()));
    jest.restoreAllMocks();
    expect(results[failing].error.name).toBe('RangeError');
    const others = results.map((result, i) => (i === failing ? expected[i] : result));
    expect(others).toEqual(expected);
  }
});

test('missing credentials after a failure do not get those of the request before', () => {
  const odd = [null, undefined, '', 'x', 0, false];
  const list = [
    request(1),
    ...odd.flatMap((it) => [{ method: METHOD, args: [] }, request(2, it)]),
    ...odd.map((it) => request(3, CERTIFICATE, it)),
    request(4),
  ];
  let draws = 0;
  const draw = () => {
    draws += 1;
    return draws % 2 === 0 ? -1 : MOMENT.draw;
  };
  const build = (action) => {
    draws = 0;
    return frozen(MOMENT, () => withRandom(draw, () => action(list)));
  };
  const results = build(buildTokens);
  const singly = frozen(MOMENT, () => callEach(list));
  results.forEach(({ token, error }, i) => {
    if (!error) expect(token).toBe(singly[i].token);
  });
  expect(results.filter(({ token }) => token === '').length).toBeGreaterThan(odd.length);
});

describe('a request is read once', () => {
  /** A request whose properties change each time that they are read. */
  function changing(values) {
    const counts = { method: 0, args: 0 };
    return {
      get method() {
        counts.method += 1;
        return counts.method === 1 ? METHOD : 'RtmTokenBuilder.buildToken';
      },
      get args() {
        return values[counts.args++] ?? [];
      },
    };
  }

  const { args } = request(1);
  const other = request(2).args;
  const [{ token }] = frozen(MOMENT, () => callEach([request(1)]));

  test.each([
    ['accessors', () => changing([args, other, other])],
    [
      'an iterator',
      () => {
        let reads = 0;
        return {
          method: METHOD,
          args: { [Symbol.iterator]: () => (reads++ === 0 ? args : other)[Symbol.iterator]() },
        };
      },
    ],
    [
      'a proxy',
      () => {
        const reads = {};
        const get = (target, key) => {
          reads[key] = (reads[key] ?? 0) + 1;
          const isAgain = typeof key === 'string' && /^\d+$/.test(key) && reads[key] > 1;
          return isAgain ? other[key] : Reflect.get(target, key);
        };
        return { method: METHOD, args: new Proxy([...args], { get }) };
      },
    ],
    [
      'an accessor of an argument',
      () => {
        const list = [...args];
        let reads = 0;
        Object.defineProperty(list, 3, { get: () => [1, 2, 2, 2][reads++] });
        return { method: METHOD, args: list };
      },
    ],
    [
      'an accessor of an argument that the method has to convert',
      () => {
        const list = [...args];
        let reads = 0;
        const one = { toString: () => '1' };
        Object.defineProperty(list, 3, { get: () => [one, 2, 2, 2][reads++] });
        return { method: METHOD, args: list };
      },
    ],
  ])('though it has %s', async (_name, make) => {
    const build = (list) => frozen(MOMENT, () => buildTokens(list));
    expect(build([request(7), make(), request(8)])[1]).toEqual({ token });
    globalThis.Date = frozenDate(MOMENT.nowMs);
    const [, result] = await withRandom(
      () => MOMENT.draw,
      () => buildTokensAsync([request(7), make()]),
    ).finally(() => {
      globalThis.Date = RealDate;
    });
    expect(result).toEqual({ token });
  });
});

describe('results that do not agree with the requests', () => {
  const oneLess = (packed) => packed.subarray(0, packed.length - 4 - packed.readUInt32LE(0));
  const DAMAGES = [
    ['one is missing', oneLess],
    ['none came', () => Buffer.alloc(0)],
    ['one is too many', (packed) => Buffer.concat([packed, Buffer.alloc(4)])],
    ['the last is cut', (packed) => packed.subarray(0, packed.length - 1)],
    ['the last has more', (packed) => Buffer.concat([packed, Buffer.from('x')])],
    [
      'a length is too long',
      (packed) => {
        const damaged = Buffer.from(packed);
        damaged.writeUInt32LE(damaged.readUInt32LE(0) + 1, 0);
        return damaged;
      },
    ],
  ];

  test.each(DAMAGES)('end the whole call: %s', async (_name, damage) => {
    const intact = kernel.sealBatch;
    jest.spyOn(kernel, 'sealBatch').mockImplementation((list) => damage(intact(list, false)));
    jest
      .spyOn(kernel, 'sealBatchAsync')
      .mockImplementation(async (list) => damage(intact(list, false)));
    expect(() => buildTokens(requests())).toThrow();
    await expect(buildTokensAsync(requests())).rejects.toThrow();
  });

  test('while those that agree are taken', () => {
    const intact = kernel.sealBatch;
    jest.spyOn(kernel, 'sealBatch').mockImplementation((list) => Buffer.from(intact(list, false)));
    expect(frozen(MOMENT, () => buildTokens(requests()))).toEqual(expected);
  });
});

test('certificates are erased when the kernel throws', async () => {
  for (const key of ['sealBatch', 'sealBatchAsync']) {
    let seen;
    jest.spyOn(kernel, key).mockImplementation((records) => {
      expect(records.includes(CERTIFICATE)).toBe(true);
      seen = records;
      throw new Error('out of order');
    });
    const build = key === 'sealBatch' ? buildTokens : buildTokensAsync;
    await expect((async () => build(requests()))()).rejects.toThrow('out of order');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((byte) => byte === 0)).toBe(true);
  }
});

test('the certificate of a request that fails is erased too', async () => {
  for (const key of ['sealBatch', 'sealBatchAsync']) {
    let memory;
    const intact = kernel[key];
    const spy = jest.spyOn(kernel, key).mockImplementation((records, isFixed) => {
      memory = Buffer.from(records.buffer);
      return intact(records, isFixed);
    });
    const draws = [0.1, 0.2, 1e9];
    const build = key === 'sealBatch' ? buildTokens : buildTokensAsync;
    // A salt that no token can hold fails after the certificate was written.
    const results = await withRandom(
      () => draws.shift(),
      () => build([request(1), request(2), request(3, OTHER_CERTIFICATE)]),
    );
    spy.mockRestore();
    expect(draws).toEqual([]);
    expect(results[2].error.name).toBe('RangeError');
    for (const certificate of [CERTIFICATE, OTHER_CERTIFICATE]) {
      expect(memory.includes(certificate)).toBe(false);
    }
  }
});
