'use strict';

// The root's RTM builder takes permissions as its fifth argument, as it does in the version of the
// package that has token3. With npm's version a fifth argument is without effect.

const original = require('agora-token-reference');
const { RtmTokenBuilder, buildTokens } = require('../..');
const token3 = require('../../src/token3/RtmTokenBuilder3');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { loadedBy } = require('../support/loaded-by');
const { frozen } = require('../support/sandbox');

const MOMENT = { nowMs: 1700000000123, draw: 0.5 };
const permissions = { 0: { 0: ['news', 'room-*'], 1: ['chat'] }, 4: { 0: ['*'] } };

function build(builder, ...rest) {
  return frozen(MOMENT, () => builder.buildToken(APP_ID, CERTIFICATE, 'ada', 600, ...rest));
}

const withoutPermissions = build(original.RtmTokenBuilder);

const TAKEN = [
  ['an object', permissions],
  ['JSON', JSON.stringify(permissions)],
  ['JSON with white space', ` ${JSON.stringify(permissions, null, 2)}\n`],
  ['an empty object', {}],
  ['an empty array', []],
  ['JSON of an empty object', '{}'],
  ['an object of unknown keys', { users: { read: ['news'] } }],
  ['an object without a prototype', Object.assign(Object.create(null), permissions)],
];

test.each(TAKEN)('%s builds the token of token3', (_name, given) => {
  const token = build(RtmTokenBuilder, given);
  expect(token).toBe(build(token3.RtmTokenBuilder, given));
  expect(token).not.toBe(withoutPermissions);
});

const IGNORED = [
  ['undefined', undefined],
  ['null', null],
  ['a point in time, as for the builder of 006', 1700003600],
  ['such a point as text', '1700003600'],
  ['NaN', NaN],
  ['true', true],
  ['a BigInt', 5n],
  ['a Symbol', Symbol('permissions')],
  ['a function', () => permissions],
  ['text that is not JSON', '{not json'],
  ['empty text', ''],
  ['JSON of null', 'null'],
  ['JSON of a text', '"news"'],
];

test.each(IGNORED)('%s is ignored, as the original ignores it', (_name, given) => {
  const print = jest.spyOn(console, 'log').mockImplementation(() => {});
  expect(build(RtmTokenBuilder, given)).toBe(build(original.RtmTokenBuilder, given));
  expect(build(RtmTokenBuilder, given)).toBe(withoutPermissions);
  expect(print).not.toHaveBeenCalled();
  print.mockRestore();
});

test.each(TAKEN.concat(IGNORED))('a batch takes %s like the method', (_name, given) => {
  const request = {
    method: 'RtmTokenBuilder.buildToken',
    args: [APP_ID, CERTIFICATE, 'ada', 600, given],
  };
  const [{ token }] = frozen(MOMENT, () => buildTokens([request]));
  expect(token).toBe(build(RtmTokenBuilder, given));
});

test('errors are those of token3', () => {
  const call = (builder) => () => builder.buildToken(APP_ID, CERTIFICATE, 5, 600, permissions);
  expect(call(token3.RtmTokenBuilder)).toThrow(
    expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }),
  );
  expect(call(RtmTokenBuilder)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }));
});

test('the module of token3 is loaded with the first permissions', () => {
  const call = (rest) =>
    `require('.').RtmTokenBuilder.buildToken('${APP_ID}', '${CERTIFICATE}', 'ada', 60${rest})`;
  const ofToken3 = ({ files }) => files.filter((file) => file.startsWith('src/token3/'));
  expect(ofToken3(loadedBy(call('')))).toEqual([]);
  expect(ofToken3(loadedBy(call(', 1700003600')))).toEqual([]);
  expect(ofToken3(loadedBy(call(", '{}'")))).toEqual([
    'src/token3/RtmTokenBuilder3.js',
    'src/token3/AccessToken3.js',
  ]);
});
