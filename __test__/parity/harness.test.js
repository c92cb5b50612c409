'use strict';

// The comparisons are only worth something if they notice. Here the "ours" of the comparison is the
// original itself, as it is or broken in one way.

const vm = require('node:vm');
const { Comparison, difference, ORDINARY_CONDITIONS } = require('../support/compare');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { ORIGINAL, load } = require('../support/libraries');

const original = load('original', ORIGINAL);

function loadAgain() {
  let again;
  jest.isolateModules(() => {
    again = load('again', ORIGINAL);
  });
  return again;
}

// A second copy of the original whose RTM builder is replaced.
function brokenBy(buildToken) {
  const broken = loadAgain();
  const { RtmTokenBuilder } = broken.modules['src/RtmTokenBuilder2'];
  const intact = RtmTokenBuilder.buildToken;
  RtmTokenBuilder.buildToken = (...args) =>
    buildToken((...given) => intact.apply(RtmTokenBuilder, given), args, broken);
  return broken;
}

function rtmCall(makeArgs) {
  return (context) =>
    context.library.modules['src/RtmTokenBuilder2'].RtmTokenBuilder.buildToken(
      ...makeArgs(context),
    );
}

const ordinary = rtmCall(() => [APP_ID, CERTIFICATE, 'user', 600]);
const failing = rtmCall(() => [APP_ID, CERTIFICATE, 5, 600]);
const loggingExpire = rtmCall(({ log }) => [
  APP_ID,
  CERTIFICATE,
  'user',
  {
    valueOf() {
      log('valueOf');
      return 600;
    },
  },
]);

function compareWith(ours, action) {
  return difference(action, ORDINARY_CONDITIONS, { original, ours });
}

function rethrow(build, args, change) {
  try {
    return build(...args);
  } catch (error) {
    throw change(error);
  }
}

test.each([
  ['an ordinary call', ordinary],
  ['a failing call', failing],
  ['a call that logs its coercions', loggingExpire],
])('two copies of the original agree on %s', (_name, action) => {
  expect(compareWith(loadAgain(), action)).toBe('');
});

test('two copies of the original are two copies', () => {
  expect(loadAgain().modules['src/AccessToken2']).not.toBe(original.modules['src/AccessToken2']);
});

const FAKE_ERRORS = {
  'another error class': (error) =>
    Object.assign(new RangeError(error.message), { code: error.code }),
  'another message': (error) => Object.assign(error, { message: `${error.message}.` }),
  'a missing code': (error) => new TypeError(error.message),
  'a plain object thrown': (error) => ({ ...error, message: error.message }),
};

test.each(Object.entries(FAKE_ERRORS))('%s is noticed', (_name, change) => {
  const broken = brokenBy((build, args) => rethrow(build, args, change));
  expect(compareWith(broken, failing)).toMatch(/result of the original: threw TypeError/);
  expect(compareWith(broken, ordinary)).toBe('');
});

test('an error of another realm is noticed', () => {
  const broken = brokenBy(() => vm.runInNewContext("throw new TypeError('x')"));
  const sane = brokenBy(() => {
    throw new TypeError('x');
  });
  expect(difference(ordinary, ORDINARY_CONDITIONS, { original: sane, ours: broken })).toMatch(
    /instanceof \[\]/,
  );
});

const FAKE_CALLS = {
  'one changed letter': (build, args) =>
    build(...args).replace(/.$/, (letter) => (letter === '=' ? 'A' : '=')),
  'a String object': (build, args) => new String(build(...args)),
  'bytes for a string': (build, args) => Buffer.from(build(...args)),
  'a second draw': (build, args) => {
    Math.random();
    return build(...args);
  },
  'a clock read from Date.now()': (_build, args, library) => {
    const { AccessToken2, ServiceRtm } = library.modules['src/AccessToken2'];
    const token = new AccessToken2(args[0], args[1], Math.floor(Date.now() / 1000), args[3]);
    const service = new ServiceRtm(args[2]);
    service.add_privilege(1, args[3]);
    token.add_service(service);
    return token.build();
  },
  'a second reading of the clock': (build, args) => {
    new Date();
    return build(...args);
  },
  'a printed line': (build, args) => {
    console.log('token');
    return build(...args);
  },
};

test.each(Object.entries(FAKE_CALLS))('%s is noticed', (_name, call) => {
  expect(compareWith(brokenBy(call), ordinary)).not.toBe('');
});

test('a coercion too many is noticed', () => {
  const broken = brokenBy((build, [id, certificate, user, expire]) => {
    Number(expire);
    return build(id, certificate, user, expire);
  });
  expect(compareWith(broken, loggingExpire)).toMatch(
    /events of ours: +draw|events of ours: +valueOf/,
  );
});

const SHAPES = [
  ['the order of properties', () => ({ a: 1, b: 2 }), () => ({ b: 2, a: 1 })],
  ['a hidden property', () => ({ a: 1 }), () => Object.defineProperty({ a: 1 }, 'b', { value: 2 })],
  ['a symbol property', () => ({ a: 1 }), () => ({ a: 1, [Symbol('b')]: 2 })],
  ['a frozen property', () => ({ a: 1 }), () => Object.freeze({ a: 1 })],
  [
    'an accessor',
    () => ({ a: 1 }),
    () => ({
      get a() {
        return 1;
      },
    }),
  ],
  ['a Buffer and a Uint8Array', () => Buffer.from('a'), () => Uint8Array.from([97])],
  ['a number and its text', () => 1, () => '1'],
  ['zero and minus zero', () => 0, () => -0],
  ['an own class', () => new (class A {})(), () => new (class B {})()],
  ['a parent class', () => new (class A {})(), () => new (class A extends Array {})()],
  ['a missing prototype', () => ({}), () => Object.create(null)],
  ['undefined and nothing', () => ({ a: undefined }), () => ({})],
  [
    'the last byte of much',
    () => Buffer.alloc(5000),
    () => Buffer.concat([Buffer.alloc(4999), Buffer.from([1])]),
  ],
  ['the last letter of much', () => 'a'.repeat(5000), () => `${'a'.repeat(4999)}b`],
  [
    'a shared and an equal object',
    () => {
      const x = {};
      return [x, x];
    },
    () => [{}, {}],
  ],
];

test.each(SHAPES)('a difference in %s is noticed', (_name, ofOriginal, ofOurs) => {
  const action = ({ library }) => (library === original ? ofOriginal() : ofOurs());
  expect(compareWith(loadAgain(), action)).not.toBe('');
  expect(compareWith(loadAgain(), ofOriginal)).toBe('');
});

test('a report names the seed, the call and both outcomes', () => {
  const comparison = new Comparison(77, { original, ours: brokenBy(() => 'nonsense') });
  comparison.check(() => "buildToken('an argument')", ordinary, ORDINARY_CONDITIONS);
  const report = comparison.report();
  expect(report).toMatch(/seed 77: 1 of 1 cases differ/);
  expect(report).toMatch(/buildToken\('an argument'\)/);
  expect(report).toMatch(/result of the original: returned "007/);
  expect(report).toMatch(/result of ours: +returned "nonsense"/);
});
