'use strict';

const { issueToken } = require('./app');

jest.mock('agora-token', () => ({
  RtcTokenBuilder: { buildTokenWithUid: jest.fn(() => 'from the factory') },
  RtcRole: { PUBLISHER: 1 },
}));

test('jest.mock with a factory replaces the package', () => {
  expect(issueToken('lobby', 7)).toBe('from the factory');
});
