'use strict';

// Version 005 decodes App ID and App Certificate with Node's reader of hex, which stops at the first
// pair that is none. Of characters above U+00FF it takes the low byte.

const { differenceIn } = require('../support/compare');
const { libraries } = require('../support/libraries');

const { ours } = libraries();
const ID = '970ca35de60c44645bbae8a215061b33';

const HEX_TEXTS = [
  ['whose low bytes are digits', '\u0130\u0131'],
  ['of full width', '\uff10\uff11'],
  ['whose low bytes are no digits', '\u0100\u0200'],
  ['after digits', `${ID}\u0130\u0131`],
  ['between digits', `97\u0130\u01310c`],
  ['half a pair of them', '9\u0130'],
  ['of Latin-1', '\u00e9\u00e9'],
  ['after an ASCII character that is no digit', 'x\u0130\u0131'],
  ['an emoji', '\u{1f600}30'],
  ['a lone surrogate', '\ud83030'],
  ['a lone surrogate at the end', '30\ud830'],
];

const call = (appId, certificate) => {
  return ({ library, trace: newTrace }) => {
    const module = library.modules['src/DynamicKey5'];
    const trace = newTrace();
    for (const name of ['PublicSharing', 'Recording', 'MediaChannel', 'InChannelPermission']) {
      const method = `generate${name}Key`;
      trace.step(method, () => module[method](appId, certificate, 'c', 1, 2, 3, 4, '3'));
    }
    return trace;
  };
};

test.each(HEX_TEXTS)('an App ID %s is read as the original reads it', (_name, text) => {
  expect(differenceIn(call(text, ID))).toBe('');
});

test.each(HEX_TEXTS)('an App Certificate %s is read as the original reads it', (_name, text) => {
  expect(differenceIn(call(ID, text))).toBe('');
});

test('the App ID is the low bytes', () => {
  const { generateRecordingKey } = ours.modules['src/DynamicKey5'];
  expect(generateRecordingKey('\u0130\u0131', ID, 'c', 1, 2, 3, 4)).toBe(
    generateRecordingKey('01', ID, 'c', 1, 2, 3, 4),
  );
});
