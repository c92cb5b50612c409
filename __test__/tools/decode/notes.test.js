'use strict';

// What the command line and the inspector say of a token besides its fields.

const { createTokenBuilder, decodeToken } = require('../../..');
const { notesOf } = require('../../../tools/decode/notes');
const { timeLeft } = require('../../../tools/decode/time-left');
const dynamicKey = require('../../../src/DynamicKey5');
const { RtcTokenBuilder } = require('../../../src/RtcTokenBuilder');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { service, token007 } = require('../../support/raw-tokens');

const NOW = 1700000000;
const builder = createTokenBuilder({
  appId: APP_ID,
  appCertificate: CERTIFICATE,
  now: NOW,
  onWarning: () => {},
});
const rtm = (expiresIn) => builder.rtm({ userId: 'ada', expiresIn });
const key004 = `004${'4f1b9a7c0d'.repeat(4)}${APP_ID}14464554720383bbe51446455471`;

test('there is nothing to say of a usual token', () => {
  expect(notesOf(decodeToken(rtm('24h')))).toEqual([]);
});

test.each([
  [
    '005',
    dynamicKey.generateMediaChannelKey(APP_ID, CERTIFICATE, 'c', NOW, 7, 42, 0),
    /005.*Token007/,
  ],
  ['006', RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, 'c', 42, 1, NOW), /006.*Token007/],
  ['004', key004, /retired.*004.*Token007.*RtcTokenBuilder/],
  ['a long duration', rtm(90_061), /It is for 1 day 1 hour; Agora takes a token for 24 hours/],
  ['no service', token007({ issueTs: NOW, services: [] }), /no service/],
  [
    'an unknown service',
    token007({ issueTs: NOW, services: [service(99, [], Buffer.from('abc'))] }),
    /no service of type 99, and \d+ bytes behind it were not read/,
  ],
])('%s', (_name, token, note) => {
  expect(notesOf(decodeToken(token))).toEqual([expect.stringMatching(note)]);
});

test.each([
  ['', /App ID is empty/],
  ['xyz', /App ID is empty/],
  ['abcd', /App ID is not 32 hexadecimal digits/],
])('005 of the App ID %j', (appId, note) => {
  const key = dynamicKey.generateMediaChannelKey(appId, CERTIFICATE, 'c', NOW, 7, 42, 0);
  expect(notesOf(decodeToken(key))).toContainEqual(expect.stringMatching(note));
});

test('bytes behind the last service', () => {
  const token = decodeToken(rtm('1h'));
  expect(notesOf({ ...token, unreadBytes: 5 })).toEqual(['5 bytes follow the last service.']);
});

test.each([
  [1, 'in 1 second'],
  [0.2, 'in 1 second'],
  [59, 'in 59 seconds'],
  [60, 'in 1 minute'],
  [3599, 'in 59 minutes 59 seconds'],
  [3600, 'in 1 hour'],
  [3605, 'in 1 hour'],
  [7260, 'in 2 hours 1 minute'],
  [86_400, 'in 1 day'],
  [3 * 86_400 + 3600, 'in 3 days 1 hour'],
  [0, 'expired 0 seconds ago'],
  [-0.5, 'expired 0 seconds ago'],
  [-61, 'expired 1 minute 1 second ago'],
  [-400 * 86_400, 'expired 400 days ago'],
])('%d seconds from now: %s', (seconds, words) => {
  expect(timeLeft(NOW + seconds, NOW)).toBe(words);
});
