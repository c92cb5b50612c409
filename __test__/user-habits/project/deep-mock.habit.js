'use strict';

const { issueToken } = require('./app');

jest.mock('agora-token/src/RtcTokenBuilder2', () => ({
  RtcTokenBuilder: { buildTokenWithUid: () => 'from the deep path' },
  Role: { PUBLISHER: 1 },
}));

test('jest.mock of a deep path reaches the root', () => {
  expect(issueToken('lobby', 7)).toBe('from the deep path');
});
