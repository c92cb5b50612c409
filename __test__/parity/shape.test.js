'use strict';

const { LOAD_DRAW, MODULES, libraries } = require('../support/libraries');
const { shapeOf } = require('../support/shape-of');

// What our root exports beyond the original's.
const OUR_EXPORTS = [
  'RtmPermission',
  'backend',
  'backendInfo',
  'buildTokens',
  'buildTokensAsync',
  'createTokenBuilder',
  'decodeToken',
  'TokenError',
  'uidOf',
  'verifyToken',
];

const { original, ours } = libraries();

function exportsOf(library, file) {
  return library.modules[file];
}

const EXPORTS = MODULES.flatMap((file) =>
  Object.keys(exportsOf(original, file)).map((key) => [file, key]),
);

describe.each(MODULES)('%s', (file) => {
  test('exports what the original exports, in the same order', () => {
    const keys = Object.keys(exportsOf(ours, file));
    const extra = file === 'index' ? OUR_EXPORTS : [];
    expect(keys.filter((key) => !extra.includes(key))).toEqual(
      Object.keys(exportsOf(original, file)),
    );
  });

  test('exports properties with the flags of the original', () => {
    const flags = (library) =>
      Object.keys(exportsOf(original, file)).map((key) => {
        const { writable, enumerable, configurable } =
          Object.getOwnPropertyDescriptor(exportsOf(library, file), key) ?? {};
        return { key, writable, enumerable, configurable };
      });
    expect(flags(ours)).toEqual(flags(original));
  });

  test('exports an object of the same kind', () => {
    const kind = (library) => [
      typeof exportsOf(library, file),
      Object.prototype.toString.call(exportsOf(library, file)),
      Object.getPrototypeOf(exportsOf(library, file)).constructor.name,
      Object.isExtensible(exportsOf(library, file)),
    ];
    expect(kind(ours)).toEqual(kind(original));
  });
});

test('there are exports to compare', () => {
  expect(EXPORTS).toHaveLength(59);
});

test.each(EXPORTS)('%s %s has the shape of the original', (file, key) => {
  expect(shapeOf(exportsOf(ours, file)[key])).toEqual(shapeOf(exportsOf(original, file)[key]));
});

// The root and a deep path must give one class, or a spy set on one is not seen through the other.
test.each([
  ['RtcTokenBuilder', 'src/RtcTokenBuilder2', 'RtcTokenBuilder'],
  ['RtcRole', 'src/RtcTokenBuilder2', 'Role'],
  ['RtmTokenBuilder', 'src/RtmTokenBuilder2', 'RtmTokenBuilder'],
  ['Rtm2Permissions', 'src/AccessToken2', 'Rtm2Permissions'],
  ['ApaasTokenBuilder', 'src/ApaasTokenBuilder', 'ApaasTokenBuilder'],
  ['ChatTokenBuilder', 'src/ChatTokenBuilder', 'ChatTokenBuilder'],
  ['ConvoAITokenBuilder', 'src/ConvoAITokenBuilder', 'ConvoAITokenBuilder'],
  ['EducationTokenBuilder', 'src/EducationTokenBuilder', 'EducationTokenBuilder'],
  ['FpaTokenBuilder', 'src/FpaTokenBuilder', 'FpaTokenBuilder'],
  ['SttTokenBuilder', 'src/SttTokenBuilder', 'SttTokenBuilder'],
])('the root %s is the one of %s', (rootKey, file, key) => {
  for (const library of [original, ours]) {
    expect(exportsOf(library, 'index')[rootKey]).toBe(exportsOf(library, file)[key]);
  }
});

const SERVICES = Object.keys(exportsOf(original, 'src/AccessToken2')).filter((key) =>
  /^Service/.test(key),
);

test.each(SERVICES)("a new %s has the original's fields and prototypes", (name) => {
  const make = (library) => {
    const Class = exportsOf(library, 'src/AccessToken2')[name];
    return shapeOf(new Class('first', 'second', 3), name);
  };
  expect(make(ours)).toEqual(make(original));
});

test('kServices maps the same types to the exported classes, in the same order', () => {
  const entries = ({ modules }) => {
    const exported = modules['src/AccessToken2'];
    return Object.entries(exported.AccessToken2.kServices).map(([type, Class]) => [
      type,
      Object.keys(exported).find((key) => exported[key] === Class),
    ]);
  };
  expect(entries(ours)).toEqual(entries(original));
  expect(entries(ours)).toHaveLength(10);
});

test("a new 006 AccessToken has the original's fields and own methods", () => {
  const make = (library) => {
    const { AccessToken } = exportsOf(library, 'src/AccessToken');
    return shapeOf(new AccessToken('id', 'certificate', 'channel', 7)).filter(
      (line) => !/^\.ts = /.test(line),
    );
  };
  expect(make(ours)).toEqual(make(original));
});

test('the 006 salt is the draw at loading, of 32 bits', () => {
  for (const library of [original, ours]) {
    const { AccessToken } = exportsOf(library, 'src/AccessToken');
    expect(new AccessToken('id', 'certificate', 'channel', 7).salt).toBe(
      Math.floor(LOAD_DRAW * 0xffffffff),
    );
  }
});

// Function.prototype.toString aside, a class of the original cannot be told from one of ours.
test.each(EXPORTS.filter(([file, key]) => typeof exportsOf(original, file)[key] === 'function'))(
  '%s %s answers new and a plain call as the original does',
  (file, key) => {
    const outcome = (library) => {
      const exported = exportsOf(library, file)[key];
      const attempt = (action) => {
        try {
          return typeof action();
        } catch (error) {
          return `${error.constructor.name}: ${error.message}`;
        }
      };
      const isClass = /^class\b/.test(Function.prototype.toString.call(exported));
      return [attempt(() => new exported()), isClass ? attempt(() => exported()) : 'a function'];
    };
    expect(outcome(ours)).toEqual(outcome(original));
  },
);
