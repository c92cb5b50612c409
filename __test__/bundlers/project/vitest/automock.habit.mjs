import { RtcRole, RtcTokenBuilder } from 'agora-token';
import { expect, test, vi } from 'vitest';
import { answer } from '../answer.mjs';

vi.mock('agora-token');

test('vi.mock without a factory gives functions to program, and keeps constants', () => {
  vi.mocked(RtcTokenBuilder.buildTokenWithUid).mockReturnValue('mocked');
  expect(answer().token).toBe('mocked');
  expect(RtcTokenBuilder.buildTokenWithUid).toHaveBeenCalledTimes(1);
  expect(RtcRole.PUBLISHER).toBe(1);
});
