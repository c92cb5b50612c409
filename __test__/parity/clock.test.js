'use strict';

const { differenceIn } = require('../support/compare');
const { callPlainly, everyBuilder, plainArgument } = require('../support/every-builder');
const { BUILDERS, TOKEN007_BUILDERS } = require('../support/builders');
const { libraries } = require('../support/libraries');
const { COMMON } = require('../support/odd-values');
const { frozen, frozenDate, withDate, withRandom } = require('../support/sandbox');

const { original, ours } = libraries();
const LIBRARIES = [
  ['the original', original],
  ['ours', ours],
];
const SECOND = 1000;
const LAST_SECOND = 4294967295;

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

function parsed(text) {
  const token = new original.modules['src/AccessToken2'].AccessToken2();
  expect(token.from_string(text)).toBe(true);
  return token;
}

function rtmToken(library) {
  return callPlainly(
    TOKEN007_BUILDERS.find(({ file }) => file === 'src/RtmTokenBuilder2'),
    library,
  );
}

const CLOCKS = [
  ['before 1970', -1],
  ['a second before 1970', -SECOND],
  ['in 1970', 0],
  ['a millisecond after', 1],
  ['with a fraction', 1000000500],
  ['today', 1700000000123],
  ['in the last second', LAST_SECOND * SECOND],
  ['in the fraction after the last second', LAST_SECOND * SECOND + 1],
  ['after the last second', (LAST_SECOND + 1) * SECOND],
  ['at the end of time', 8.64e15],
  ['invalid', NaN],
];

test.each(CLOCKS)("a clock %s gives the original's outcome in every builder", (_name, nowMs) => {
  expect(differenceIn(everyBuilder, { nowMs, drawSeed: 5 })).toBe('');
});

test.each(CLOCKS)('a clock %s does not matter to an invalid App ID', (_name, nowMs) => {
  const call = ({ library, trace: newTrace }) => {
    const trace = newTrace();
    for (const builder of TOKEN007_BUILDERS) {
      const args = builder.parameters.map((kind) =>
        kind === 'appId' ? 'invalid' : plainArgument(kind, library),
      );
      trace.step(builder.name, () => builder.call(library, args));
    }
    return trace;
  };
  expect(differenceIn(call, { nowMs, drawSeed: 5 })).toBe('');
});

test.each([-1, (LAST_SECOND + 1) * SECOND])(
  'a clock at %i ms throws the RangeError of the write',
  (nowMs) => {
    expect(() => frozen({ nowMs, draw: 0.5 }, () => rtmToken(ours))).toThrow(
      expect.objectContaining({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE' }),
    );
  },
);

test('an invalid date gives the issue time 0', () => {
  expect(parsed(frozen({ nowMs: NaN, draw: 0.5 }, () => rtmToken(ours))).issueTs).toBe(0);
});

test.each(LIBRARIES)(
  'new AccessToken2() of %s keeps the fraction of a second',
  (_name, library) => {
    const { AccessToken2 } = library.modules['src/AccessToken2'];
    expect(frozen({ nowMs: 1000000500, draw: 0 }, () => new AccessToken2().issueTs)).toBe(
      1000000.5,
    );
  },
);

test.each(COMMON.map((odd) => [odd.label, odd]))(
  'the issue time %s is taken as the original takes it',
  (_label, odd) => {
    const build = (context) => {
      const { AccessToken2, ServiceFpa } = context.library.modules['src/AccessToken2'];
      const token = new AccessToken2(
        plainArgument('appId'),
        plainArgument('certificate'),
        odd.make(context, 'issueTs'),
        600,
      );
      token.add_service(new ServiceFpa());
      return [token.issueTs, token.build()];
    };
    expect(differenceIn(build)).toBe('');
  },
);

test.each(LIBRARIES)('stubbing Date.now alone does not move %s', (_name, library) => {
  const before = Math.floor(Date.now() / SECOND);
  jest.spyOn(Date, 'now').mockReturnValue(1000);
  expect(parsed(rtmToken(library)).issueTs).toBeGreaterThanOrEqual(before);
});

test.each(LIBRARIES)("jest's fake timers move %s", (_name, library) => {
  jest.useFakeTimers({ now: 1111111000 });
  expect(parsed(rtmToken(library)).issueTs).toBe(1111111);
  jest.advanceTimersByTime(5500);
  expect(parsed(rtmToken(library)).issueTs).toBe(1111116);
  jest.setSystemTime(new Date('2030-01-01T00:00:00Z'));
  expect(parsed(rtmToken(library)).issueTs).toBe(1893456000);
});

test("under jest's fake timers every builder gives the original's token", () => {
  jest.useFakeTimers({ now: 1234567890123 });
  const everyToken = (library) =>
    withRandom(
      () => 0.25,
      () => BUILDERS.map((builder) => JSON.stringify(callPlainly(builder, library))),
    );
  expect(everyToken(ours)).toEqual(everyToken(original));
});

test.each(LIBRARIES)('a stubbed Date.prototype.getTime moves %s', (_name, library) => {
  jest.spyOn(Date.prototype, 'getTime').mockReturnValue(777000);
  expect(parsed(rtmToken(library)).issueTs).toBe(777);
});

test.each(LIBRARIES)('the real clock is back in %s after a fake one', (_name, library) => {
  expect(parsed(withDate(frozenDate(1000), () => rtmToken(library))).issueTs).toBe(1);
  expect(parsed(rtmToken(library)).issueTs).toBeGreaterThan(1700000000);
});

// Home-made clocks: a Date that is a mere function, and what its getTime may return.
test.each([
  ['a number', () => 5000],
  ['a fraction', () => 5000.7],
  ['a numeric string', () => '5000'],
  ['text', () => 'soon'],
  ['undefined', () => undefined],
  ['null', () => null],
  ['a BigInt', () => 5000n],
  ['an object', () => ({ valueOf: () => 6000 })],
  [
    'an error',
    () => {
      throw new SyntaxError('no time');
    },
  ],
])('a Date whose getTime gives %s does the same', (_name, getTime) => {
  const call = (context) => {
    const FakeDate = () => ({ getTime, valueOf: getTime });
    return withDate(FakeDate, () => everyBuilder(context));
  };
  expect(differenceIn(call)).toBe('');
});

// 006 converts a date to a number, which Date.prototype has two methods for.
test.each(
  LIBRARIES.flatMap(([name, library]) => [
    [name, library, 'valueOf'],
    [name, library, Symbol.toPrimitive],
  ]),
)('in %s a stubbed method of Date.prototype moves 006 (%#)', (_name, library, key) => {
  const { AccessToken } = library.modules['src/AccessToken'];
  const real = Object.getOwnPropertyDescriptor(Date.prototype, key);
  Object.defineProperty(Date.prototype, key, { ...real, value: () => 777000 });
  try {
    expect(new AccessToken('a', 'b', 'c', 1).ts).toBe(777 + 86400);
  } finally {
    Object.defineProperty(Date.prototype, key, real);
  }
  expect(new AccessToken('a', 'b', 'c', 1).ts).toBeGreaterThan(1700000000);
});

describe('loaded under another clock', () => {
  function loadOurs() {
    let loaded;
    jest.isolateModules(() => {
      loaded = {
        ...require('../..'),
        ...require('../../src/AccessToken2'),
        ...require('../../src/AccessToken'),
      };
    });
    return loaded;
  }

  test('it follows the clock of the moment, and then the real one', () => {
    jest.useFakeTimers({ now: 5000 });
    const { AccessToken, AccessToken2 } = loadOurs();
    expect(new AccessToken2().issueTs).toBe(5);
    expect(new AccessToken('a', 'b', 'c', 1).ts).toBe(5 + 86400);
    jest.useRealTimers();
    expect(new AccessToken2().issueTs).toBeGreaterThan(1700000000);
    expect(new AccessToken('a', 'b', 'c', 1).ts).toBeGreaterThan(1700000000);
  });

  test('stubs of that moment are followed until they are gone', () => {
    const stubs = ['getTime', 'valueOf'].map((name) =>
      jest.spyOn(Date.prototype, name).mockReturnValue(5000),
    );
    const { AccessToken2 } = loadOurs();
    expect(new AccessToken2().issueTs).toBe(5);
    for (const stub of stubs) stub.mockRestore();
    expect(new AccessToken2().issueTs).toBeGreaterThan(1700000000);
  });

  test('a Date.now that was stubbed then is not taken for the clock', () => {
    const stub = jest.spyOn(Date, 'now').mockReturnValue(5000);
    const { AccessToken, AccessToken2 } = loadOurs();
    expect(new AccessToken2().issueTs).toBeGreaterThan(1700000000);
    expect(new AccessToken('a', 'b', 'c', 1).ts).toBeGreaterThan(1700000000);
    stub.mockRestore();
  });
});
