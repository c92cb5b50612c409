'use strict';

const original = require('agora-token-reference/src/AccessToken2');
const { RtcTokenBuilder, Rtm2Permissions, buildTokens } = require('../../..');
const { AccessToken2 } = require('../../../src/AccessToken2');
const { callEach, twinRequests } = require('../../support/batch-requests');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { Random } = require('../../support/random');
const { frozen, frozenDate, withDate, withRandom } = require('../../support/sandbox');
const { seed } = require('../../support/settings');

const MOMENT = { nowMs: 1700000000123, draw: 0.4 };

const rtc = (uid, ...rest) => ({
  method: 'RtcTokenBuilder.buildTokenWithUid',
  args: [APP_ID, CERTIFICATE, 'lobby', uid, 1, 3600, ...rest],
});

test('a batch gives the tokens of the single calls, for ordinary arguments', () => {
  const [requests, twins] = twinRequests(new Random(seed), 3000);
  const results = frozen(MOMENT, () => buildTokens(requests));
  expect(results).toEqual(frozen(MOMENT, () => callEach(twins)));
  expect(results.filter(({ token }) => token?.startsWith('007')).length).toBeGreaterThan(2500);
});

test('a batch gives the tokens and the errors of the single calls, for odd arguments', () => {
  const [requests, twins] = twinRequests(new Random(seed), 3000, 0.5);
  const results = frozen(MOMENT, () => buildTokens(requests));
  expect(results).toEqual(frozen(MOMENT, () => callEach(twins)));
  expect(results.filter(({ error }) => error instanceof TypeError || error?.code).length).not.toBe(
    0,
  );
});

test('each token has a salt of its own, and the clock is read once', () => {
  const results = buildTokens([rtc(1), rtc(1)]);
  const [first, second] = results.map(({ token }) => {
    const parsed = new original.AccessToken2();
    expect(parsed.from_string(token)).toBe(true);
    return parsed;
  });
  expect(first.salt).not.toBe(second.salt);
  expect(first.issueTs).toBe(second.issueTs);
});

test('an error does not disturb the requests beside it', () => {
  const results = buildTokens([
    rtc(1),
    rtc(2, -1),
    { method: 'RtcTokenBuilder.buildTokenWithUid', args: ['no App ID', CERTIFICATE, 'c', 1, 1, 1] },
    { method: 'RtcTokenBuilder.build' },
    null,
    rtc(3),
  ]);
  expect(results.map(({ token }) => token?.slice(0, 3))).toEqual([
    '007',
    undefined,
    '',
    undefined,
    undefined,
    '007',
  ]);
  expect(results[1].error).toMatchObject({ code: 'ERR_OUT_OF_RANGE' });
  expect(results[3].error.message).toContain('RtcTokenBuilder.build');
  expect(results[4].error.message).toContain('undefined');
});

test('a clock that no token can hold is an error of each request', () => {
  const results = frozen({ nowMs: -1000, draw: 0.4 }, () => buildTokens([rtc(1), rtc(2)]));
  expect(results.map(({ error }) => error.code)).toEqual(['ERR_OUT_OF_RANGE', 'ERR_OUT_OF_RANGE']);
});

test('a method that is spied on is called', () => {
  const spy = jest.spyOn(RtcTokenBuilder, 'buildTokenWithUid').mockReturnValue('spied');
  try {
    expect(buildTokens([rtc(7)])).toEqual([{ token: 'spied' }]);
    expect(spy.mock.calls[0][3]).toBe(7);
  } finally {
    spy.mockRestore();
  }
});

const PATCHED = ['build', 'add_service', '__signing', '__build_check', '__services_for_packing'];

test.each(PATCHED)('a patched AccessToken2.prototype.%s is called for each request', (name) => {
  const requests = [rtc(1), rtc(2)];
  const expected = frozen(MOMENT, () => buildTokens(requests));
  const spy = jest.spyOn(AccessToken2.prototype, name);
  try {
    expect(frozen(MOMENT, () => buildTokens(requests))).toEqual(expected);
    expect(spy).toHaveBeenCalledTimes(2);
  } finally {
    spy.mockRestore();
  }
});

const PAIRS = [
  ['buildTokenWithUid', 'buildTokenWithUserAccount', [APP_ID, CERTIFICATE, 'c', 7, 1, 60, 60]],
  [
    'buildTokenWithUidAndPrivilege',
    'BuildTokenWithUserAccountAndPrivilege',
    [APP_ID, CERTIFICATE, 'c', 7, 60, 1, 2, 3, 4],
  ],
];

test.each(PAIRS)('a batch of %s calls a replaced %s, as the method does', (name, via, args) => {
  const request = { method: `RtcTokenBuilder.${name}`, args };
  const intact = RtcTokenBuilder[via];
  const [expected] = frozen(MOMENT, () => buildTokens([request]));
  const spy = jest.spyOn(RtcTokenBuilder, via);
  expect(frozen(MOMENT, () => buildTokens([request]))).toEqual([expected]);
  expect(spy).toHaveBeenCalledTimes(1);
  expect(spy.mock.calls[0]).toEqual(args);
  spy.mockReturnValue('spied');
  expect(buildTokens([request])).toEqual([{ token: 'spied' }]);
  spy.mockRestore();

  RtcTokenBuilder[via] = () => 'replaced';
  try {
    expect(buildTokens([request, request])).toEqual([{ token: 'replaced' }, { token: 'replaced' }]);
  } finally {
    RtcTokenBuilder[via] = intact;
  }
  expect(frozen(MOMENT, () => buildTokens([request]))).toEqual([expected]);
});

test('the clock is read once, and the draw once a request', () => {
  const [reads, draws] = [jest.fn(), jest.fn(() => 0.4)];
  withDate(frozenDate(MOMENT.nowMs, reads), () =>
    withRandom(draws, () => buildTokens([rtc(1), rtc(2), rtc(3)])),
  );
  expect(reads).toHaveBeenCalledTimes(1);
  expect(draws).toHaveBeenCalledTimes(3);
});

test('the fixed compression gives tokens that the original parses and verifies', () => {
  const [requests] = twinRequests(new Random(seed), 500);
  const fixed = frozen(MOMENT, () => buildTokens(requests, { compression: 'fixed' }));
  const usual = frozen(MOMENT, () => buildTokens(requests));
  const tokens = fixed.filter(({ token }) => token);
  expect(tokens.length).toBeGreaterThan(400);
  requests.forEach(({ args }, i) => {
    if (!fixed[i].token) return;
    const [parsed, expected] = [fixed[i], usual[i]].map(({ token }) => {
      const access = new original.AccessToken2();
      expect(access.from_string(token)).toBe(true);
      return access;
    });
    expect(parsed).toEqual(expected);
    expect(parsed.verifySignature(args[1])).toBe(true);
  });
  const differing = fixed.filter(({ token }, i) => token !== usual[i].token);
  expect(differing.length).toBeGreaterThan(0);
});

test('RTM2 permissions, which the addon does not take, are built one by one', () => {
  const permissions = new Rtm2Permissions();
  permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kRead, ['news']);
  const [{ token }] = buildTokens([
    {
      method: 'RtmTokenBuilder.buildTokenWithPermissions',
      args: [APP_ID, CERTIFICATE, 'ada', permissions, 600],
    },
  ]);
  const parsed = new original.AccessToken2();
  expect(parsed.from_string(token)).toBe(true);
  expect(parsed.services[0].__permissions.details).toEqual(permissions.details);
});

test('an empty batch is empty, and an unknown compression is refused', () => {
  expect(buildTokens([])).toEqual([]);
  expect(() => buildTokens([], { compression: 'brotli' })).toThrow(
    expect.objectContaining({ code: 'ERR_OPTION' }),
  );
});
