'use strict';

const vectors = require('./vectors/token3.json');
const { withUndefined } = require('../support/vectors');
const { drawForSalt, frozen } = require('../support/sandbox');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { inflateToken } = require('../support/token-content');
const { RtmPermission, RtmTokenBuilder } = require('../../src/token3/RtmTokenBuilder3');
const { AccessToken3 } = require('../../src/token3/AccessToken3');

const MOMENT = { nowMs: 1700000000123, draw: drawForSalt(42) };

afterEach(() => {
  jest.restoreAllMocks();
});

function buildVector({ now_ms: nowMs, salt, args }) {
  return frozen({ nowMs, draw: drawForSalt(salt) }, () =>
    RtmTokenBuilder.buildToken(...withUndefined(args)),
  );
}

test('there are vectors of tokens and of errors', () => {
  expect(vectors.filter(({ token }) => token !== undefined).length).toBeGreaterThan(10);
  expect(vectors.filter(({ throws }) => throws !== undefined).length).toBeGreaterThan(3);
});

describe('vectors', () => {
  test.each(vectors.map((vector) => [vector.name, vector]))('%s', (_name, vector) => {
    const print = jest.spyOn(console, 'log').mockImplementation(() => {});
    let error;
    let token;
    try {
      token = buildVector(vector);
    } catch (thrown) {
      error = thrown;
    }
    expect({ token, throws: error?.name, code: error?.code }).toEqual({
      token: vector.token,
      throws: vector.throws,
      code: vector.code,
    });
    expect(print.mock.calls.map(([value]) => value.name)).toEqual(vector.logged ?? []);
  });
});

describe('RtmPermission', () => {
  test('names the resources and permissions', () => {
    expect(RtmPermission).toEqual({
      resourceKeys: {
        kMessageChannels: 0,
        kStreamChannels: 1,
        kGroupChannels: 2,
        kGroupServers: 3,
        kUser: 4,
      },
      permissionKeys: { kRead: 0, kWrite: 1 },
    });
  });

  test('is on the root too', () => {
    expect(require('../..').RtmPermission).toBe(RtmPermission);
  });
});

describe('_genPermissions', () => {
  const kept = { 0: { 0: ['a'] } };

  test.each([
    ['a JSON string', '{"0":{"0":["a"]}}', kept],
    ['an object', kept, kept],
    ['an empty object', {}, {}],
    ['an empty array', [], {}],
    ['JSON of an empty object', '{}', {}],
    ['JSON of a number', '5', {}],
    ['undefined', undefined, {}],
    ['a number', 7, {}],
    ['a boolean', true, {}],
    ['a function', () => kept, {}],
    ['a Symbol', Symbol('p'), {}],
    ['an unknown resource', { 5: { 0: ['a'] }, 0: { 0: ['a'] } }, kept],
    ['an unknown permission', { 0: { 0: ['a'], 2: ['b'] } }, kept],
    ['items that are not strings', { 0: { 0: ['a', 1, null, {}, new String('b')] } }, kept],
    ['a value that is not an array', { 0: { 0: ['a'], 1: 'b' }, 1: { 0: {} } }, kept],
    ['only empty arrays', { 2: { 0: [], 1: [] } }, { 2: {} }],
    ['only items that are dropped', { 2: { 0: [1, 2] } }, { 2: {} }],
    ['an empty string item', { 0: { 0: [''] } }, { 0: { 0: [''] } }],
  ])('of %s', (_name, given, normal) => {
    expect(RtmTokenBuilder._genPermissions(given)).toEqual(normal);
  });

  test('keeps the order of keys, whatever was given', () => {
    const text = JSON.stringify(
      RtmTokenBuilder._genPermissions({ 4: { 1: ['w'], 0: ['r'] }, 1: { 0: ['s'] } }),
    );
    expect(text).toBe('{"1":{"0":["s"]},"4":{"0":["r"],"1":["w"]}}');
  });

  test('of null throws a TypeError', () => {
    expect(() => RtmTokenBuilder._genPermissions(null)).toThrow(TypeError);
  });

  test('of JSON null throws a TypeError', () => {
    expect(() => RtmTokenBuilder._genPermissions('null')).toThrow(TypeError);
  });

  test('of text that is not JSON prints the error and is empty', () => {
    const print = jest.spyOn(console, 'log').mockImplementation(() => {});
    expect(RtmTokenBuilder._genPermissions('{not json')).toEqual({});
    expect(print.mock.calls).toEqual([[expect.any(SyntaxError)]]);
  });
});

describe('_objToMap', () => {
  test('gives nested maps with numeric keys', () => {
    const map = RtmTokenBuilder._objToMap({ 0: { 1: ['a'] }, 4: { 0: ['b', 'c'] } });
    expect(map).toEqual(
      new Map([
        [0, new Map([[1, ['a']]])],
        [4, new Map([[0, ['b', 'c']]])],
      ]),
    );
  });

  test('leaves arrays and scalars as they are', () => {
    const array = [1, { 2: 3 }];
    const map = RtmTokenBuilder._objToMap({ 0: array, 1: 'text', 2: 5, 3: null });
    expect(map).toEqual(
      new Map([
        [0, array],
        [1, 'text'],
        [2, 5],
        [3, null],
      ]),
    );
    expect(map.get(0)).toBe(array);
  });

  test('of an empty object is an empty map', () => {
    expect(RtmTokenBuilder._objToMap({})).toEqual(new Map());
  });
});

describe('RtmTokenBuilder.fromString', () => {
  const token = () =>
    frozen(MOMENT, () =>
      RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, 'user', 600, { 0: { 0: ['a'] } }),
    );

  test('returns undefined for a token, and prints nothing', () => {
    const print = jest.spyOn(console, 'log').mockImplementation(() => {});
    expect(RtmTokenBuilder.fromString(token())).toBeUndefined();
    expect(print).not.toHaveBeenCalled();
  });

  test('returns false for another version', () => {
    expect(RtmTokenBuilder.fromString('006abc')).toBe(false);
  });

  test.each(['007', '007junk', '007eJw='])('throws for %j', (text) => {
    expect(() => RtmTokenBuilder.fromString(text)).toThrow();
  });

  test('throws a RangeError for content that is cut short', () => {
    const { tokenAround } = require('../support/token-content');
    const content = inflateToken(token());
    expect(() => RtmTokenBuilder.fromString(tokenAround(content.subarray(0, 70)))).toThrow(
      expect.objectContaining({ name: 'RangeError' }),
    );
  });
});

test("own names are in the original's order", () => {
  const names = Object.getOwnPropertyNames(RtmTokenBuilder);
  expect(names.slice(names.indexOf('prototype') + 1)).toEqual([
    'buildToken',
    'fromString',
    '_objToMap',
    '_genPermissions',
  ]);
  expect(Object.keys(require('../../src/token3/RtmTokenBuilder3'))).toEqual([
    'RtmTokenBuilder',
    'RtmPermission',
  ]);
});

describe('the statics call each other by the name of the class', () => {
  const permissions = { 0: { 0: ['a'] } };
  const build = (call) => frozen(MOMENT, () => call(APP_ID, CERTIFICATE, 'user', 600, permissions));
  const expected = build((...args) => RtmTokenBuilder.buildToken(...args));

  test.each([
    ['detached', undefined],
    ['on another object', {}],
    ['on null', null],
  ])('so that they work %s', (_name, receiver) => {
    const { buildToken, fromString, _genPermissions, _objToMap } = RtmTokenBuilder;
    expect(build((...args) => buildToken.apply(receiver, args))).toBe(expected);
    expect(fromString.call(receiver, expected)).toBeUndefined();
    expect(_objToMap.call(receiver, _genPermissions.call(receiver, permissions))).toEqual(
      new Map([[0, new Map([[0, ['a']]])]]),
    );
  });

  test('so that a subclass is not asked', () => {
    class Own extends RtmTokenBuilder {
      static _genPermissions() {
        throw new Error('asked');
      }

      static _objToMap() {
        throw new Error('asked');
      }
    }
    expect(build((...args) => Own.buildToken(...args))).toBe(expected);
  });

  test('so that they can be spied on', () => {
    const generate = jest
      .spyOn(RtmTokenBuilder, '_genPermissions')
      .mockReturnValue({ 3: { 1: ['spied'] } });
    const convert = jest.spyOn(RtmTokenBuilder, '_objToMap');
    const token = frozen(MOMENT, () =>
      RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, 'user', 600, 'anything'),
    );
    expect(generate).toHaveBeenCalledWith('anything');
    expect(convert).toHaveBeenCalled();
    const parsed = new AccessToken3();
    parsed.from_string(token);
    expect(parsed.services[8].__permissions).toEqual(new Map([[3, new Map([[1, ['spied']]])]]));
  });
});
