'use strict';

// A call that fails halfway must not reach the next one. A nearly exhausted stack can end any call of
// any function: at every depth the result is right, or it is a RangeError, and what comes after is right.

const { buildTokens } = require('../../..');
const { AccessToken2, ServiceRtc } = require('../../../src/AccessToken2');
const { RtcTokenBuilder: Rtc006 } = require('../../../src/RtcTokenBuilder');
const { RtcTokenBuilder } = require('../../../src/RtcTokenBuilder2');
const { ByteBuf } = require('../../../lib/bytes/byte-buf');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { MOMENT, OTHER_ID, withValue } = require('../../support/re-entry');
const { withRandom } = require('../../support/sandbox');

const METHOD = 'RtcTokenBuilder.buildTokenWithUid';

const rtc = (id, certificate = CERTIFICATE) =>
  RtcTokenBuilder.buildTokenWithUid(id, certificate, 'lobby', 42, 1, 3600, 3600);

const requests = [APP_ID, OTHER_ID, APP_ID, OTHER_ID].flatMap((id) =>
  [CERTIFICATE, CERTIFICATE, OTHER_CERTIFICATE].map((certificate, i) => ({
    method: METHOD,
    args: [id, certificate, `lobby-${i}`, i, 1, 3600, 3600],
  })),
);

function model(id) {
  const token = new AccessToken2(id, CERTIFICATE, 0, 3600);
  const service = new ServiceRtc('lobby', 42);
  for (const privilege of [1, 2, 3, 4]) service.add_privilege(privilege, 3600);
  token.add_service(service);
  return token.build();
}

function read(text, certificate = CERTIFICATE) {
  const token = new AccessToken2();
  const isRead = token.from_string(text);
  const { appId, issueTs, services } = token;
  return {
    isRead,
    isSigned: token.verifySignature(certificate),
    content: [String(appId), issueTs, ...services.map((it) => String(it.__channel_name))].join(),
  };
}

// A clock that needs little of the stack, so that it is not all that fails.
const fixed = { getTime: () => MOMENT.nowMs };
function FlatDate() {
  return fixed;
}

function frozenFlat(action) {
  const draw = () => MOMENT.draw;
  return withValue(globalThis, 'Date', { value: FlatDate, writable: true }, () =>
    withRandom(draw, action),
  );
}

const legacy = (id) => Rtc006.buildTokenWithUid(id, CERTIFICATE, 'lobby', 42, 1, 1700003600);

const expected = frozenFlat(() => ({
  tokens: new Map([APP_ID, OTHER_ID].map((id) => [id, rtc(id)])),
  batch: buildTokens(requests).map(({ token }) => token),
  read: JSON.stringify(read(rtc(APP_ID))),
  legacy: new Map([APP_ID, OTHER_ID].map((id) => [id, legacy(id)])),
}));

const isRangeError = (error) => error?.name === 'RangeError';

/** Each call with what is wrong with its result, if anything. */
const CALLS = {
  'a builder': [() => rtc(OTHER_ID), (token) => token !== expected.tokens.get(OTHER_ID)],
  'the object model': [() => model(OTHER_ID), (token) => token !== expected.tokens.get(OTHER_ID)],
  'a builder of 006': [() => legacy(OTHER_ID), (token) => token !== expected.legacy.get(OTHER_ID)],
  'a batch': [
    () => buildTokens(requests),
    (results) =>
      results.some(({ token, error }, i) =>
        token === undefined ? !isRangeError(error) : token !== expected.batch[i],
      ),
  ],
  // What cannot be read is false, as in the original, and never signed.
  'a token that is read': [
    () => read(expected.tokens.get(APP_ID)),
    (seen) => (seen.isRead ? JSON.stringify(seen) !== expected.read : seen.isSigned),
  ],
  'a token that is not signed': [
    () => read(expected.tokens.get(APP_ID), OTHER_CERTIFICATE),
    ({ isSigned }) => isSigned,
  ],
};

/** What is wrong with the calls after one that may have failed. */
function wrongAfterwards() {
  const wrong = [];
  for (const id of [APP_ID, OTHER_ID, APP_ID]) {
    if (rtc(id) !== expected.tokens.get(id)) wrong.push(`a builder for ${id}`);
    if (model(id) !== expected.tokens.get(id)) wrong.push(`the object model for ${id}`);
    if (legacy(id) !== expected.legacy.get(id)) wrong.push(`006 for ${id}`);
  }
  const batch = buildTokens(requests);
  if (batch.some(({ token }, i) => token !== expected.batch[i])) wrong.push('a batch');
  if (JSON.stringify(read(expected.tokens.get(APP_ID))) !== expected.read) wrong.push('reading');
  return wrong;
}

/** Makes a call that may fail; returns what was wrong with it and with what came after. */
function wrongOf([call, isWrong], run) {
  const wrong = [];
  let hasFailed = false;
  rtc(APP_ID);
  try {
    const result = run(call);
    if (isWrong(result)) wrong.push('the result');
    hasFailed = Array.isArray(result) && result.some(({ error }) => error);
  } catch (error) {
    if (!isRangeError(error)) wrong.push(String(error));
    hasFailed = true;
  }
  return { wrong: [...wrong, ...wrongAfterwards()], hasFailed };
}

// Recursion in frames of several sizes, so that the end of the stack falls everywhere.
const DIVERS = [
  function dive(depth, action) {
    return depth === 0 ? action() : dive(depth - 1, action);
  },
  function dive(depth, action) {
    const [a, b, c] = [depth, depth + 1, depth + 2];
    const result = depth === 0 ? action() : dive(depth - 1, action);
    return a + b + c === -1 ? a : result;
  },
];

/** The greatest depth at which an action does not fail. */
function deepest(dive, action, most = 200_000) {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      dive(middle, action);
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

describe.each(Object.entries(CALLS))('%s', (_name, call) => {
  test('at the end of the stack', () => {
    const found = new Set();
    let [right, failed] = [0, 0];
    frozenFlat(() => {
      for (const dive of DIVERS) {
        // The engine makes its frames smaller after a while.
        for (let i = 0; i < 20; i++) deepest(dive, () => 1);
        const end = deepest(dive, () => 1);
        const safe = deepest(dive, call[0], end);
        for (let depth = Math.max(0, safe - 20); depth <= end; depth++) {
          const { wrong, hasFailed } = wrongOf(call, (action) => dive(depth, action));
          for (const it of wrong) found.add(it);
          if (hasFailed) failed += 1;
          else right += 1;
        }
      }
    });
    expect([...found]).toEqual([]);
    expect(Math.min(right, failed)).toBeGreaterThan(0);
  });

  test('when any write fails, before it or after it', () => {
    const names = Object.getOwnPropertyNames(ByteBuf.prototype).filter(
      (name) => name !== 'constructor',
    );
    const intact = Object.fromEntries(names.map((name) => [name, ByteBuf.prototype[name]]));
    let [calls, failing] = [0, Infinity];
    const mayFail = () => {
      calls += 1;
      if (calls === failing) throw new RangeError('the stack ends');
    };
    for (const name of names) {
      ByteBuf.prototype[name] = function (...args) {
        mayFail();
        const result = intact[name].apply(this, args);
        mayFail();
        return result;
      };
    }
    const found = new Set();
    try {
      frozenFlat(() => {
        const run = (action) => {
          calls = 0;
          try {
            return action();
          } finally {
            failing = Infinity;
          }
        };
        rtc(APP_ID);
        run(call[0]);
        const total = calls;
        for (let at = 1; at <= total; at++) {
          const { wrong } = wrongOf(call, (action) => {
            failing = at;
            return run(action);
          });
          for (const it of wrong) found.add(`${it}, after write ${at}`);
        }
      });
    } finally {
      Object.assign(ByteBuf.prototype, intact);
    }
    expect([...found]).toEqual([]);
  });
});

test('a request that exhausts the stack fails alone', () => {
  const bottomless = (n) => bottomless(n + 1) + 1;
  let draws = 0;
  const draw = () => {
    draws += 1;
    return draws % 3 === 2 ? bottomless(0) : MOMENT.draw;
  };
  const results = withValue(globalThis, 'Date', { value: FlatDate, writable: true }, () =>
    withRandom(draw, () => buildTokens(requests)),
  );
  expect(results).toHaveLength(requests.length);
  results.forEach(({ token, error }, i) => {
    if (i % 3 === 1) expect(error.name).toBe('RangeError');
    else expect(token).toBe(expected.batch[i]);
  });
});
