'use strict';

// No token makes an answer large, whoever signed it.

const { verifyToken } = require('../../..');
const { CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { field, service, token006, token007, u16 } = require('../../support/raw-tokens');

const NOW = 1700000000;
const MOST_REASONS = 20;

function make(services, parts = {}) {
  return token007({ issueTs: NOW, services, ...parts });
}

function verify(token, options = {}) {
  return verifyToken(token, CERTIFICATE, { now: NOW, ...options });
}

const sizeOf = ({ reasons, warnings }) => JSON.stringify({ reasons, warnings }).length;

test('65 535 services', () => {
  const services = Array(65_535).fill(service(4, [[1, 0]]));
  for (const privilege of [undefined, ['login', 'rtm.login']]) {
    const mine = verify(make(services), { privilege });
    expect(mine.reasons).toMatchObject([{ code: 'ERR_TOKEN_TOO_LARGE', clientError: 110 }]);
    expect(mine.token).toBe(null);
    const forged = verify(make(services, { certificate: OTHER_CERTIFICATE }), { privilege });
    expect(forged.reasons).toMatchObject([{ code: 'ERR_TOKEN_SIGNATURE' }]);
    expect(Math.max(sizeOf(mine), sizeOf(forged))).toBeLessThan(500);
  }
});

test('at most 20 reasons', () => {
  const ended = Array.from({ length: 100 }, (_, index) =>
    service(1, [[1, 1 + index]], field(`room-${index}`), field('1')),
  );
  const { valid, reasons } = verify(make(ended), { now: NOW + 200 });
  expect(valid).toBe(false);
  expect(reasons).toHaveLength(MOST_REASONS);
  expect(new Set(reasons.map(({ message }) => message)).size).toBe(MOST_REASONS);
  const some = verify(make(ended.slice(0, MOST_REASONS)), { now: NOW + 200 });
  expect(some.reasons).toEqual(reasons);
});

test('the same is told once', () => {
  const services = Array(100).fill(service(2, [], field('ada')));
  expect(verify(make(services)).reasons).toMatchObject([{ code: 'ERR_TOKEN_NO_ENTRY' }]);
});

test('long texts are cut', () => {
  const long = '\u202e'.repeat(20_000);
  const token = make([
    service(1, [[1, 0]], field(long), field(long)),
    service(2, [[1, 0]], field(long)),
  ]);
  const { reasons, warnings } = verify(token, {
    channelName: `${long}a`,
    uid: `${long}b`,
    userId: `${long}c`,
    privilege: ['publishAudio', 'chat.user'],
  });
  expect(reasons.map(({ code }) => code)).toEqual([
    'ERR_TOKEN_CHANNEL_NAME',
    'ERR_TOKEN_CHANNEL',
    'ERR_TOKEN_USER_ID',
    'ERR_TOKEN_CHANNEL_NAME',
    'ERR_TOKEN_PRIVILEGE_MISSING',
    'ERR_TOKEN_PRIVILEGE_MISSING',
  ]);
  for (const { message, hint } of reasons) {
    expect(message.length).toBeLessThan(1200);
    expect(hint.length).toBeLessThan(300);
  }
  expect(warnings).toEqual([]);
  const legacy = token006({ channel: 'lobby', uid: '1', message: Buffer.alloc(10) });
  expect(sizeOf(verify(legacy, { channelName: 'lobby', uid: long }))).toBeLessThan(2000);
});

test('every service for a channel of asterisks and letters', () => {
  const letters = 'a'.repeat(5000);
  const services = Array.from({ length: 60 }, (_, index) =>
    service(1, [[1, 0]], field(`${'*a'.repeat(2500)}*${index}`), field('1')),
  );
  const { reasons } = verify(make(services), { channelName: letters, uid: letters });
  expect(reasons.map(({ code }) => code)).toContain('ERR_TOKEN_CHANNEL');
  expect(reasons.length).toBeLessThanOrEqual(MOST_REASONS);
});

test('a content of 1 MiB that nothing is read of', () => {
  const { valid, warnings } = verify(
    make([service(4, [[1, 0]]), u16(9999)], { count: 2, tail: Buffer.alloc(1_000_000) }),
  );
  expect(valid).toBe(true);
  expect(warnings).toMatchObject([
    { code: 'WARN_TOKEN_UNREAD', message: expect.stringMatching(/^1000000 bytes/) },
  ]);
});
