'use strict';

const original = require('original');
const ours = require('agora-token');
const { AccessToken2 } = require('agora-token/src/AccessToken2');
const { issueToken } = require('./app');

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const hex = 'a'.repeat(32);

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

function issueTsOf(token) {
  const parsed = new AccessToken2();
  expect(parsed.from_string(token)).toBe(true);
  return parsed.issueTs;
}

test('fake timers set the time of a token, and move it', () => {
  jest.useFakeTimers({ now: NOW });
  expect(issueTsOf(issueToken('lobby', 7))).toBe(NOW / 1000);
  jest.advanceTimersByTime(90_000);
  expect(issueTsOf(issueToken('lobby', 7))).toBe(NOW / 1000 + 90);
  jest.setSystemTime(0);
  expect(issueTsOf(issueToken('lobby', 7))).toBe(0);
});

test('with Math.random spied on, tokens repeat, and are those of the original', () => {
  jest.useFakeTimers({ now: NOW });
  jest.spyOn(Math, 'random').mockReturnValue(0.25);
  const args = [hex, hex, 'lobby', 7, 1, 60, 60];
  const token = ours.RtcTokenBuilder.buildTokenWithUid(...args);
  expect(token).toBe(ours.RtcTokenBuilder.buildTokenWithUid(...args));
  expect(token).toBe(original.RtcTokenBuilder.buildTokenWithUid(...args));
});
