'use strict';

// User code that runs in the middle of a builder: the clock, the draw, the coercion of an argument, and
// what a program has put in the place of constants and methods.

const { BUILDERS, TOKEN007_BUILDERS } = require('../../support/builders');
const { differenceIn } = require('../../support/compare');
const { callPlainly, plainArgument } = require('../../support/every-builder');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { libraries } = require('../../support/libraries');
const {
  MOMENT,
  OTHER_ID,
  apart,
  expectNothingMixed,
  withHookedClock,
  withHookedRandom,
  withValue,
} = require('../../support/re-entry');

const { frozen } = require('../../support/sandbox');

const model = (library) => library.modules['src/AccessToken2'];

test('the inner calls give tokens and contents', () => {
  const outcomes = [...apart.all.values()];
  expect(outcomes).toHaveLength(BUILDERS.length + 12);
  expect(outcomes.filter((it) => it.startsWith('threw'))).toEqual([]);
  expect(new Set(outcomes.filter((it) => it.startsWith('"00'))).size).toBeGreaterThan(15);
});

test.each(BUILDERS.map((builder) => [builder.name, builder]))(
  '%s, from the clock and from the draw',
  (_name, builder) => {
    const build = (library) => callPlainly(builder, library);
    const fromClock = expectNothingMixed((hook, library) =>
      withHookedClock(hook, () => build(library)),
    );
    const fromDraw = expectNothingMixed((hook, library) =>
      withHookedRandom(hook, () => build(library)),
    );
    const isDrawn = TOKEN007_BUILDERS.includes(builder);
    expect(fromDraw > 0).toBe(isDrawn);
    expect(fromClock > 0).toBe(!builder.name.includes('DynamicKey5'));
  },
);

// A clock and a draw that go on, so that a token shows whose moment it has.
test.each(TOKEN007_BUILDERS.map((builder) => [builder.name, builder]))(
  '%s keeps its own moment and draw, though another token is built in between',
  (_name, builder) => {
    const check = ({ library, trace: newTrace }) => {
      const trace = newTrace();
      let [ticks, isInside] = [0, false];
      const inner = () => {
        if (isInside) return;
        isInside = true;
        trace.step('inside', () => callPlainly(builder, library));
        isInside = false;
      };
      const RealDate = globalThis.Date;
      class Date extends RealDate {
        constructor() {
          ticks += 1;
          super(1700000000000 + ticks * 1000);
          inner();
        }
      }
      const draw = () => {
        ticks += 1;
        const drawn = ticks / 1000;
        inner();
        return drawn;
      };
      withValue(globalThis, 'Date', { value: Date, writable: true }, () =>
        withValue(Math, 'random', { value: draw, writable: true }, () =>
          trace.step('outside', () => callPlainly(builder, library)),
        ),
      );
      return trace;
    };
    expect(differenceIn(check)).toBe('');
  },
);

// An argument that calls back when it is converted, or when a byte of it is read.
const COERCIONS = {
  toString: (hook, plain) => ({
    toString() {
      hook();
      return plain;
    },
  }),
  valueOf: (hook, plain) => ({
    valueOf() {
      hook();
      return plain;
    },
  }),
  toPrimitive: (hook, plain) => ({
    [Symbol.toPrimitive]() {
      hook();
      return plain;
    },
  }),
  'a getter of a byte': (hook) => ({
    length: 2,
    get 0() {
      hook();
      return 97;
    },
    get 1() {
      hook();
      return 98;
    },
  }),
  'a proxy': (hook, plain) =>
    new Proxy(Object(plain), {
      get(target, key) {
        hook();
        const value = target[key];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
};

// There user code runs while the original keeps its token in a static property, which an inner call
// replaces: see the last test.
const SHARES_ITS_KEY = (builder, kind) => builder.file === 'src/RtcTokenBuilder' && kind === 'role';

const reachedBy = Object.fromEntries(Object.keys(COERCIONS).map((name) => [name, 0]));

describe.each(Object.entries(COERCIONS))('from an argument with %s', (name, make) => {
  test.each(BUILDERS.map((builder) => [builder.name, builder]))('%s', (_builder, builder) => {
    const reached = builder.parameters.map((kind, index) => {
      if (SHARES_ITS_KEY(builder, kind)) return 0;
      return expectNothingMixed((hook, library) => {
        const args = builder.parameters.map((it) => plainArgument(it, library));
        args[index] = make(hook, args[index]);
        const given = builder.call(library, args);
        return given.result ?? given;
      }, 1);
    });
    reachedBy[name] += Math.max(...reached);
  });

  test('reached user code', () => {
    expect(reachedBy[name]).toBeGreaterThan(BUILDERS.length / 2);
  });
});

// [what is patched, (library) => [object, key]]
const METHODS = [
  ...['build', 'add_service', '__signing', '__build_check', '__services_for_packing'].map((key) => [
    `AccessToken2.prototype.${key}`,
    (library) => [model(library).AccessToken2.prototype, key],
  ]),
  ...['pack', '__pack_type', '__pack_privileges', 'service_type', 'add_privilege'].map((key) => [
    `Service.prototype.${key}`,
    (library) => [model(library).Service.prototype, key],
  ]),
  ...['ServiceRtc', 'ServiceRtm', 'ServiceChat', 'ServiceApaas', 'ServiceFpa', 'ServiceRtm2'].map(
    (name) => [`${name}.prototype.pack`, (library) => [model(library)[name].prototype, 'pack']],
  ),
];

// So that the hook is reached in each builder.
const EVERY_TIME = Infinity;

function buildEach(library) {
  return TOKEN007_BUILDERS.map((builder) => callPlainly(builder, library));
}

test.each(METHODS)('from %s, before and after it', (_name, where) => {
  for (const order of ['before', 'after']) {
    const reached = expectNothingMixed((hook, library) => {
      const [object, key] = where(library);
      const intact = object[key];
      const value = function (...args) {
        if (order === 'before') hook();
        const result = intact.apply(this, args);
        if (order === 'after') hook();
        return result;
      };
      return withValue(object, key, { value, writable: true }, () => buildEach(library));
    }, EVERY_TIME);
    expect(reached).toBeGreaterThan(0);
  }
});

const CONSTANTS = [
  ['Role.PUBLISHER', (library) => [library.modules['src/RtcTokenBuilder2'].Role, 'PUBLISHER']],
  ...[
    ['ServiceRtc', 'kPrivilegeJoinChannel'],
    ['ServiceRtc', 'kPrivilegePublishDataStream'],
    ['ServiceRtm', 'kPrivilegeLogin'],
    ['ServiceChat', 'kPrivilegeUser'],
    ['ServiceApaas', 'PRIVILEGE_APP'],
    ['ServiceFpa', 'kPrivilegeLogin'],
  ].map(([name, key]) => [`${name}.${key}`, (library) => [model(library)[name], key]]),
];

test.each(CONSTANTS)('from an accessor in the place of %s', (_name, where) => {
  const reached = expectNothingMixed((hook, library) => {
    const [object, key] = where(library);
    const value = object[key];
    const get = () => {
      hook();
      return value;
    };
    return withValue(object, key, { get }, () => buildEach(library));
  }, EVERY_TIME);
  expect(reached).toBeGreaterThan(0);
});

// The original keeps the token that it builds in a static property while the role is compared. An inner
// call replaces it, and the outer one returns the inner one's token. See docs/compatibility.md.
test('a builder of 006 returns its own token, though its role builds another one', () => {
  const { original, ours } = libraries();
  const build = (library, role) => {
    const { RtcTokenBuilder } = library.modules['src/RtcTokenBuilder'];
    return RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, 'outer', 1, role, 1700003600);
  };
  const withInner = (library) => {
    const { RtcTokenBuilder } = library.modules['src/RtcTokenBuilder'];
    let inner;
    const role = {
      valueOf() {
        inner = RtcTokenBuilder.buildTokenWithUid(OTHER_ID, CERTIFICATE, 'inner', 2, 2, 1700000001);
        return 1;
      },
    };
    return frozen(MOMENT, () => ({ outer: build(library, role), alone: build(library, 1), inner }));
  };
  const { outer, alone, inner } = withInner(ours);
  expect(outer).toBe(alone);
  expect(inner).toContain(OTHER_ID);
  expect(withInner(original).outer).toContain(OTHER_ID);
});
