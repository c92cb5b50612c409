import { expect, test, vi } from 'vitest';
import { answer } from '../answer.mjs';

vi.mock('agora-token', () => ({
  backend: 'mocked',
  RtcRole: { PUBLISHER: 1 },
  RtcTokenBuilder: { buildTokenWithUid: () => 'from the factory' },
}));

test('vi.mock with a factory replaces the package', () => {
  expect(answer()).toEqual({ backend: 'mocked', token: 'from the factory' });
});
