'use strict';

const original = require('original');
const ours = require('agora-token');
const { issueToken } = require('./app');

const HEX = 'a'.repeat(32);

// jest runs tests in a realm of their own. An error that Node's Buffer throws comes from outside it,
// so there instanceof does not hold, with either package; the name, code and message are right.
const FROM_NODE = {
  'channel undefined': (library) =>
    library.RtcTokenBuilder.buildTokenWithUid(HEX, HEX, undefined, 7, 1, 60),
  'channel 5': (library) => library.RtcTokenBuilder.buildTokenWithUid(HEX, HEX, 5, 7, 1, 60),
  'negative expiry': (library) =>
    library.RtcTokenBuilder.buildTokenWithUid(HEX, HEX, 'lobby', 7, 1, -1),
  'numeric RTM user': (library) => library.RtmTokenBuilder.buildToken(HEX, HEX, 5, 60),
};

function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function seenByTests(error) {
  const { name, code, message } = error;
  const classes = [TypeError, RangeError, Error].map((it) => error instanceof it);
  return { name, code, message, classes };
}

test('toThrow(TypeError) holds for a user id that cannot be converted', () => {
  expect(() => issueToken('lobby', Symbol('user'))).toThrow(TypeError);
});

test('toThrow with a message or an object with a code holds', () => {
  expect(() => issueToken(undefined, 7)).toThrow('must be of type string');
  expect(() => issueToken(undefined, 7)).toThrow(
    expect.objectContaining({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' }),
  );
  expect(() => issueToken('lobby', 7, -1)).toThrow(/out of range/);
});

test('whatever a test can ask of an error has the answer that the original gives', () => {
  for (const [label, call] of Object.entries(FROM_NODE)) {
    const [theirs, its] = [original, ours].map((library) => thrownBy(() => call(library)));
    expect([label, seenByTests(its)]).toEqual([label, seenByTests(theirs)]);
  }
});
