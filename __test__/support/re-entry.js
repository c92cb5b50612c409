'use strict';

const { BUILDERS } = require('./builders');
const { describe } = require('./describe');
const { plainArgument } = require('./every-builder');
const { CERTIFICATE, OTHER_CERTIFICATE } = require('./identifiers');
const { libraries } = require('./libraries');
const { frozen } = require('./sandbox');

// Code of a user that runs in the middle of a call, and calls back. Clock and draw stand still, so
// that a call gives the same whenever it is made: in the middle of another one, or apart.

const MOMENT = { nowMs: 1700000000123, draw: 0.5 };
const OTHER_ID = 'fedcba9876543210FEDCBA9876543210';

/** How often an action's hook does its work, unless a test says so: a proxy calls it a hundred times. */
const MOST_HOOKS = 2;

/** What is called in the middle of the original, which must not take all the time. */
const OF_ORIGINAL = /RtcTokenBuilder2 \w+ buildTokenWithUid$|^build\(\)$|^from_string of a short/;

const { original, ours } = libraries();

function innerArgument(kind, library) {
  const others = {
    appId: OTHER_ID,
    certificate: OTHER_CERTIFICATE,
    'certificate-like': OTHER_CERTIFICATE,
    channel: 'inner-channel',
    account: 'inner-account',
    uid: 77,
    expire: 111,
    timestamp: 1700000111,
  };
  return others[kind] ?? plainArgument(kind, library);
}

const attempt = (action) => {
  try {
    return describe(action());
  } catch (error) {
    return `threw ${describe(error)}`;
  }
};

/** A token of the object model with services of each kind of field, and one that packs itself. */
function modelToken({ modules }, id, certificate, name) {
  const model = modules['src/AccessToken2'];
  class Own extends model.Service {
    pack() {
      return Buffer.concat([super.pack(), Buffer.from(name)]);
    }
  }
  const permissions = new model.Rtm2Permissions();
  permissions.add(0, 1, [`${name}-1`, `${name}-2`]);
  const token = new model.AccessToken2(id, certificate, 0, 600);
  const services = [
    new model.ServiceRtm2(name, permissions),
    new model.ServiceRtc(name, 9),
    new model.ServiceRtm(name),
    new model.ServiceApaas('room', name, 3),
    new model.ServiceChat(name),
    new Own(99),
  ];
  for (const service of services) {
    service.add_privilege(1, 60);
    token.add_service(service);
  }
  return token;
}

// Many names, so that the content does not fit the memory that short ones are read into.
function longToken({ modules }, name) {
  const model = modules['src/AccessToken2'];
  const permissions = new model.Rtm2Permissions();
  permissions.add(
    0,
    0,
    Array.from({ length: 400 }, (_, i) => `${name}-channel-${i}`),
  );
  const token = new model.AccessToken2(OTHER_ID, OTHER_CERTIFICATE, 0, 600);
  token.add_service(new model.ServiceRtm2(name, permissions));
  return token;
}

/** Reads a token and checks its signature with the right certificate and with another one. */
function readAndVerify({ modules }, text) {
  const token = new modules['src/AccessToken2'].AccessToken2();
  const isRead = token.from_string(text);
  return {
    isRead,
    token,
    verifies: [OTHER_CERTIFICATE, CERTIFICATE].map((it) => token.verifySignature(it)),
  };
}

function read006({ modules }, text) {
  const token = new modules['src/AccessToken'].AccessToken(OTHER_ID, OTHER_CERTIFICATE, 'c', 5);
  const isRead = token.fromString(text);
  return { isRead, appID: token.appID, messages: token.messages };
}

const tokens = frozen(MOMENT, () => {
  const short = modelToken(original, OTHER_ID, OTHER_CERTIFICATE, 'read').build();
  const rtm006 = original.modules['src/RtmTokenBuilder'].RtmTokenBuilder;
  return {
    short,
    long: longToken(original, 'long').build(),
    // The other alphabet of base64, which the addon leaves to Node's reader.
    lenient: short.replaceAll('+', '-').replaceAll('/', '_'),
    cut: short.slice(0, 90),
    legacy: rtm006.buildToken(OTHER_ID, OTHER_CERTIFICATE, 'ada', 1, 1700000999),
  };
});

/** What exists in both libraries: [name, call]. */
function commonCalls(library) {
  return [
    ...BUILDERS.map((builder) => [
      builder.name,
      () => {
        const args = builder.parameters.map((kind) => innerArgument(kind, library));
        const given = builder.call(library, args);
        return given.result ?? given;
      },
    ]),
    ['build()', () => modelToken(library, OTHER_ID, OTHER_CERTIFICATE, 'built').build()],
    ['long build()', () => longToken(library, 'built').build()],
    ...['short', 'long', 'lenient', 'cut'].map((name) => [
      `from_string of a ${name} token`,
      () => readAndVerify(library, tokens[name]),
    ]),
    ['fromString', () => read006(library, tokens.legacy)],
  ];
}

/** What this package adds. */
function ownCalls({ modules: { index } }) {
  const requests = ['one', 'two', 'three'].map((channel, i) => ({
    method: 'RtcTokenBuilder.buildTokenWithUid',
    args: [OTHER_ID, i === 1 ? CERTIFICATE : OTHER_CERTIFICATE, channel, i + 1, 1, 50, 50],
  }));
  const permissions = { 0: { 0: ['inner'] } };
  const options = { appId: OTHER_ID, appCertificate: OTHER_CERTIFICATE, salt: 5 };
  return [
    ['buildTokens', () => index.buildTokens(requests)],
    [
      'token3',
      () => index.RtmTokenBuilder.buildToken(OTHER_ID, OTHER_CERTIFICATE, 'u', 1, permissions),
    ],
    [
      'createTokenBuilder',
      () => index.createTokenBuilder(options).rtc({ channel: 'inner', uid: 5, role: 1 }),
    ],
    ['decodeToken', () => JSON.stringify(index.decodeToken(tokens.short))],
    ['verifyToken', () => JSON.stringify(index.verifyToken(tokens.short, OTHER_CERTIFICATE))],
  ];
}

/**
 * Runs an action that gets a hook. Whenever user code calls the hook, and it does not do so already,
 * every function is called; each should give the same every time.
 *
 * @returns what the action gave, what each of the inner calls gave, and how often they were made
 */
function reenter(library, action, calls, mostHooks) {
  const inner = new Map(calls.map(([name]) => [name, new Set()]));
  let isInside = false;
  let reached = 0;
  const hook = () => {
    if (isInside || reached === mostHooks) return;
    isInside = true;
    reached += 1;
    for (const [name, call] of calls) inner.get(name).add(attempt(call));
    isInside = false;
  };
  const outer = frozen(MOMENT, () => attempt(() => action(hook, library)));
  return { outer, inner, reached };
}

function callEach(calls) {
  return frozen(MOMENT, () => new Map(calls.map(([name, call]) => [name, attempt(call)])));
}

const common = commonCalls(original).filter(([name]) => OF_ORIGINAL.test(name));
const all = [...commonCalls(ours), ...ownCalls(ours)];
const apart = { common: callEach(common), all: callEach(all) };

/** The inner calls that gave something else than apart. */
function mixedUp({ inner, reached }, alone) {
  if (reached === 0) return [];
  return [...inner].filter(([name, given]) => given.size !== 1 || !given.has(alone.get(name)));
}

/**
 * Expects that neither the action nor what its hook calls gives anything else than apart, and that the
 * original gives the same.
 *
 * @param action - `(hook, library) => …`
 * @returns how often the hook was reached
 */
function expectNothingMixed(action, mostHooks = MOST_HOOKS) {
  const mixed = expectNothingMixedInOurs(action, mostHooks);
  const expected = reenter(original, action, common, mostHooks);
  expect(mixed.outer).toBe(expected.outer);
  expect(mixedUp(expected, apart.common)).toEqual([]);
  return mixed.reached;
}

/** The same of what only this package has. */
function expectNothingMixedInOurs(action, mostHooks = MOST_HOOKS) {
  const alone = frozen(MOMENT, () => attempt(() => action(() => {}, ours)));
  const mixed = reenter(ours, action, all, mostHooks);
  expect(mixed.outer).toBe(alone);
  expect(mixedUp(mixed, apart.all)).toEqual([]);
  return mixed;
}

/** Puts a value in the place of a property while an action runs. */
function withValue(object, key, descriptor, action) {
  const before = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { configurable: true, ...descriptor });
  try {
    return action();
  } finally {
    if (before) Object.defineProperty(object, key, before);
    else delete object[key];
  }
}

/** A function that calls the hook before and after what it stands for. */
function hooked(hook, intact) {
  return function (...args) {
    hook();
    const result = intact.apply(this, args);
    hook();
    return result;
  };
}

/** Replaces a property by an accessor of the same value that calls the hook. */
function hookAccess(object, key, hook, onSet = () => {}) {
  let value = object[key];
  Object.defineProperty(object, key, {
    get: () => {
      hook();
      return value;
    },
    set: (given) => {
      value = given;
      onSet(key, given);
      hook();
    },
    enumerable: true,
    configurable: true,
  });
}

/** A clock that calls the hook. */
function withHookedClock(hook, action) {
  const Before = globalThis.Date;
  class Date extends Before {
    constructor(...args) {
      if (args.length === 0) hook();
      super(...args);
    }
  }
  return withValue(globalThis, 'Date', { value: Date, writable: true }, action);
}

/** A draw that calls the hook. */
function withHookedRandom(hook, action) {
  const before = Math.random;
  const draw = () => {
    hook();
    return before();
  };
  return withValue(Math, 'random', { value: draw, writable: true }, action);
}

module.exports = {
  MOMENT,
  OTHER_ID,
  apart,
  attempt,
  expectNothingMixed,
  expectNothingMixedInOurs,
  hookAccess,
  hooked,
  innerCalls: all,
  longToken,
  modelToken,
  tokens,
  withHookedClock,
  withHookedRandom,
  withValue,
};
