import { RtmTokenBuilder } from 'agora-token';
import { expect, test, vi } from 'vitest';
import { answer } from '../answer.mjs';

vi.mock('agora-token', async (importOriginal) => ({
  ...(await importOriginal()),
  RtcTokenBuilder: { buildTokenWithUid: () => 'partly mocked' },
}));

test('vi.mock over importOriginal replaces a part', () => {
  const hex = 'a'.repeat(32);
  expect(answer().token).toBe('partly mocked');
  expect(RtmTokenBuilder.buildToken(hex, hex, 'user', 60)).toMatch(/^007/);
});
