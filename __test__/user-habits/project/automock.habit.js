'use strict';

const { RtcRole, RtcTokenBuilder } = require('agora-token');
const { issueToken } = require('./app');

// Below its users on purpose: jest moves it up.
jest.mock('agora-token');

test('jest.mock without a factory gives functions to program, and keeps constants', () => {
  RtcTokenBuilder.buildTokenWithUid.mockReturnValue('mocked');
  expect(issueToken('lobby', 7)).toBe('mocked');
  expect(RtcTokenBuilder.buildTokenWithUid.mock.calls[0].slice(2)).toEqual([
    'lobby',
    7,
    RtcRole.PUBLISHER,
    3600,
    3600,
  ]);
  expect(RtcRole.PUBLISHER).toBe(1);
});
