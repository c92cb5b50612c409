'use strict';

const { RtmTokenBuilder } = require('agora-token');
const { issueToken } = require('./app');

jest.mock('agora-token', () => {
  const actual = jest.requireActual('agora-token');
  return { ...actual, RtcTokenBuilder: { buildTokenWithUid: () => 'partly mocked' } };
});

test('jest.mock over jest.requireActual replaces a part', () => {
  const hex = 'a'.repeat(32);
  expect(issueToken('lobby', 7)).toBe('partly mocked');
  expect(RtmTokenBuilder.buildToken(hex, hex, 'user', 60)).toMatch(/^007/);
});
