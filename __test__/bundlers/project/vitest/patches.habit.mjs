import { RtcTokenBuilder } from 'agora-token';
import { AccessToken2 } from 'agora-token/src/AccessToken2.js';
import { afterEach, expect, test, vi } from 'vitest';
import { answer } from '../answer.mjs';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function issueTsOf(token) {
  const parsed = new AccessToken2();
  expect(parsed.from_string(token)).toBe(true);
  return parsed.issueTs;
}

test('vi.spyOn watches, replaces and restores a builder', () => {
  const spy = vi.spyOn(RtcTokenBuilder, 'buildTokenWithUid');
  expect(answer().token).toMatch(/^007/);
  spy.mockReturnValue('spied');
  expect(answer().token).toBe('spied');
  expect(spy).toHaveBeenCalledTimes(2);
  spy.mockRestore();
  expect(answer().token).toMatch(/^007/);
});

test('a builder can be assigned to, and put back', () => {
  const intact = RtcTokenBuilder.buildTokenWithUid;
  RtcTokenBuilder.buildTokenWithUid = () => 'assigned';
  expect(answer().token).toBe('assigned');
  RtcTokenBuilder.buildTokenWithUid = intact;
  expect(answer().token).toMatch(/^007/);
});

test('fake timers set the time of a token, and move it', () => {
  vi.useFakeTimers({ now: NOW });
  expect(issueTsOf(answer().token)).toBe(NOW / 1000);
  vi.advanceTimersByTime(90_000);
  expect(issueTsOf(answer().token)).toBe(NOW / 1000 + 90);
  vi.setSystemTime(0);
  expect(issueTsOf(answer().token)).toBe(0);
});

test('with Math.random spied on, tokens repeat', () => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(Math, 'random').mockReturnValue(0.25);
  expect(answer().token).toBe(answer().token);
});

test('toThrow(TypeError) and toThrow(RangeError) hold', () => {
  const hex = 'a'.repeat(32);
  const build = (channel, seconds) => () =>
    RtcTokenBuilder.buildTokenWithUid(hex, hex, channel, 7, 1, seconds, 0);
  expect(build(undefined, 60)).toThrow(TypeError);
  expect(build(5, 60)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }));
  expect(build('lobby', -1)).toThrow(RangeError);
});
