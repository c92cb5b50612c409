'use strict';

// Where ours is meant to differ from the original, and why. Nothing else may differ.

const { libraries } = require('../support/libraries');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { inflateToken, tokenAround } = require('../support/token-content');
const { frozen } = require('../support/sandbox');
const { callPlainly } = require('../support/every-builder');
const { BUILDERS, TOKEN007_BUILDERS } = require('../support/builders');
const { withProperty } = require('../support/with-property');

const { original, ours } = libraries();
const MOMENT = { nowMs: 1700000000000, draw: 0.5 };
const MIB = 1024 * 1024;

const model = (library) => library.modules['src/AccessToken2'];

afterEach(() => {
  jest.restoreAllMocks();
  delete globalThis.originVersion;
});

// A library has no business with the globals or the output of the program that uses it.
describe('reading a 006 token', () => {
  function read(library, text) {
    const { AccessToken } = library.modules['src/AccessToken'];
    const print = jest.spyOn(console, 'log').mockImplementation(() => {});
    delete globalThis.originVersion;
    const result = new AccessToken('', '', '', '').fromString(text);
    const printed = print.mock.calls.length;
    print.mockRestore();
    return { result, printed, leaked: 'originVersion' in globalThis };
  }

  const VALID = () =>
    ours.modules['src/RtmTokenBuilder'].RtmTokenBuilder.buildToken(
      APP_ID,
      CERTIFICATE,
      'user',
      1,
      5,
    );

  test('leaks no global', () => {
    expect(read(original, VALID())).toEqual({ result: true, printed: 0, leaked: true });
    expect(read(ours, VALID())).toEqual({ result: true, printed: 0, leaked: false });
  });

  test.each([
    ['malformed', `006${APP_ID}!`],
    ['not a string', 5],
    ['missing', undefined],
  ])('prints nothing when it is %s', (_name, text) => {
    expect(read(original, text)).toMatchObject({ result: false, printed: 1 });
    expect(read(ours, text)).toEqual({ result: false, printed: 0, leaked: false });
  });
});

// In the original these write into Object.prototype, or into the functions found there.
describe('Rtm2Permissions.add with a key that every object has', () => {
  const KEYS = Object.getOwnPropertyNames(Object.prototype);
  const MARK = 'agoraTestMark';

  function marks() {
    const places = new Set([Object.prototype, ...KEYS.map((key) => ({})[key])]);
    return [...places].filter((place) => place && Object.hasOwn(Object(place), MARK));
  }

  function add(library, key) {
    const permissions = new (model(library).Rtm2Permissions)();
    permissions.add(key, MARK, ['a']);
    const touched = marks();
    for (const place of touched) {
      delete place[MARK];
    }
    return { touched: touched.length, own: Object.hasOwn(permissions.details, key) };
  }

  test.each(KEYS)('%s stays inside the permissions', (key) => {
    expect(add(original, key)).toEqual({ touched: 1, own: false });
    expect(add(ours, key)).toEqual({ touched: 0, own: true });
  });
});

// A few kilobytes can inflate to gigabytes; a real token holds a few hundred bytes.
describe('a token whose content inflates', () => {
  // A valid token with junk after its last service, up to the length asked for.
  function tokenOfLength(length) {
    const builder = TOKEN007_BUILDERS[0];
    const content = inflateToken(callPlainly(builder, original));
    return tokenAround(Buffer.concat([content, Buffer.alloc(length - content.length)]));
  }

  function read(library, length) {
    const token = new (model(library).AccessToken2)();
    return [token.from_string(tokenOfLength(length)), token.services.length];
  }

  test('to 1 MiB is read', () => {
    expect(read(original, MIB)).toEqual([true, 1]);
    expect(read(ours, MIB)).toEqual([true, 1]);
  });

  test('to more is not', () => {
    expect(read(original, MIB + 1)).toEqual([true, 1]);
    expect(read(ours, MIB + 1)).toEqual([false, 0]);
  });

  test('to a hundred times as much is not, and leaves the state of a failed parse', () => {
    const token = new (model(ours).AccessToken2)();
    expect(token.from_string(tokenOfLength(100 * MIB))).toBe(false);
    expect(token).toMatchObject({
      appId: '',
      issueTs: 0,
      expire: 0,
      salt: 0,
      services: [],
      __parsed: false,
    });
    expect(token.verifySignature(CERTIFICATE)).toBe(false);
  });
});

// A privilege that something else put on Object.prototype is packed wherever a user handles the
// objects (prototype-properties.test.js). A builder with plain arguments has no map to loop over, and
// does not pack it.
test('a builder with plain arguments packs no privilege from Object.prototype', () => {
  const build = (library) => frozen(MOMENT, () => callPlainly(TOKEN007_BUILDERS[0], library));
  const polluted = withProperty(Object.prototype, '7', { value: 9 }, () => [
    build(original),
    build(ours),
  ]);
  expect(polluted[0]).not.toBe(build(original));
  expect(polluted[1]).toBe(build(ours));
});

// The readers that unpack() returns share their methods; in the original each has its own.
test("a reader has the original's methods, on its prototype", () => {
  const reader = ({ modules }) =>
    new modules['src/AccessToken2'].ServiceFpa().unpack(Buffer.alloc(2));
  const methods = (object) => {
    const names = new Set();
    for (let at = object; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      Object.getOwnPropertyNames(at).forEach(
        (name) => typeof object[name] === 'function' && names.add(name),
      );
    }
    names.delete('constructor');
    return [...names].sort();
  };
  expect(methods(reader(ours))).toEqual(expect.arrayContaining(methods(reader(original))));
  expect(Object.keys(reader(ours))).toEqual(['buffer', 'position']);
});

test('no builder prints, in either library', () => {
  const print = jest.spyOn(console, 'log').mockImplementation(() => {});
  BUILDERS.forEach((builder) =>
    [original, ours].forEach((library) => callPlainly(builder, library)),
  );
  expect(print).not.toHaveBeenCalled();
});
