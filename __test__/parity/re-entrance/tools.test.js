'use strict';

// User code that runs in the middle of what only this package has: batches, the builder with named
// options, decoding and verifying.

const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { libraries } = require('../../support/libraries');
const {
  MOMENT,
  OTHER_ID,
  apart,
  attempt,
  expectNothingMixedInOurs,
  hookAccess,
  hooked,
  innerCalls,
  tokens,
  withHookedClock,
  withHookedRandom,
  withValue,
} = require('../../support/re-entry');
const { RealDate, frozenDate } = require('../../support/sandbox');

const { ours } = libraries();
const { index } = ours.modules;
const { RtcTokenBuilder, RtmTokenBuilder, buildTokens, buildTokensAsync } = index;

function expectReached(action) {
  expect(expectNothingMixedInOurs(action).reached).toBeGreaterThan(0);
}

const RTC = 'RtcTokenBuilder.buildTokenWithUid';
const RTM = 'RtmTokenBuilder.buildToken';

/** Requests of changing credentials, of which the third is not plain. */
function requests() {
  return [
    { method: RTC, args: [APP_ID, CERTIFICATE, 'first', 1, 1, 60, 60] },
    { method: RTM, args: [APP_ID, CERTIFICATE, 'second', 60] },
    { method: RTC, args: [APP_ID, CERTIFICATE, Buffer.from('third'), 3, 1, 60, 60] },
    { method: RTC, args: [OTHER_ID, OTHER_CERTIFICATE, 'fourth', 4, 2, 60, 60] },
    { method: RTM, args: [APP_ID, OTHER_CERTIFICATE, 'fifth', 60] },
  ];
}

describe('in the middle of buildTokens', () => {
  test('from the clock and from the draw', () => {
    expectReached((hook) => withHookedClock(hook, () => buildTokens(requests())));
    expectReached((hook) => withHookedRandom(hook, () => buildTokens(requests())));
  });

  test('from accessors of the list, of requests and of arguments', () => {
    const places = [
      (list) => [list, '1'],
      (list) => [list[1], 'method'],
      (list) => [list[3], 'args'],
      (list) => [list[3].args, '0'],
      (list) => [list[0].args, '6'],
    ];
    for (const place of places) {
      expectReached((hook) => {
        const list = requests();
        hookAccess(...place(list), hook);
        return buildTokens(list);
      });
    }
  });

  test('from arguments that are iterated over', () => {
    expectReached((hook) => {
      const list = requests();
      const { args } = list[1];
      list[1].args = {
        *[Symbol.iterator]() {
          for (const argument of args) {
            hook();
            yield argument;
          }
        },
      };
      return buildTokens(list);
    });
  });

  test('from an argument that is converted', () => {
    expectReached((hook) => {
      const list = requests();
      list[1].args[3] = { valueOf: hooked(hook, () => 60) };
      return buildTokens(list);
    });
  });

  test('from a method that was replaced', () => {
    for (const [builder, key] of [
      [RtcTokenBuilder, 'buildTokenWithUid'],
      [RtcTokenBuilder, 'buildTokenWithUserAccount'],
      [RtmTokenBuilder, 'buildToken'],
    ]) {
      expectReached((hook) => {
        const value = hooked(hook, builder[key]);
        return withValue(builder, key, { value, writable: true }, () => buildTokens(requests()));
      });
    }
  });

  test('from the options', () => {
    expectReached((hook) => {
      const options = { compression: 'zlib' };
      hookAccess(options, 'compression', hook);
      return buildTokens(requests(), options);
    });
  });
});

describe('in the middle of buildTokensAsync', () => {
  const realRandom = Math.random;

  beforeEach(() => {
    globalThis.Date = frozenDate(MOMENT.nowMs);
    Math.random = () => MOMENT.draw;
  });

  afterEach(() => {
    globalThis.Date = RealDate;
    Math.random = realRandom;
  });

  const many = () => Array.from({ length: 300 }, requests).flat();
  const mixedUp = () =>
    innerCalls
      .filter(([name, call]) => attempt(call) !== apart.all.get(name))
      .map(([name]) => name);

  test('from onProgress', async () => {
    const found = [];
    const onProgress = () => found.push(...mixedUp());
    const expected = await buildTokensAsync(many());
    expect(await buildTokensAsync(many(), { onProgress })).toEqual(expected);
    expect(expected).toEqual(buildTokens(many()));
    expect(found).toEqual([]);
  });

  test('from a batch in onProgress, and from one in that', async () => {
    const expected = await buildTokensAsync(many());
    const inside = [];
    let depth = 0;
    const onProgress = () => {
      if (depth === 2) return;
      depth += 1;
      inside.push(buildTokensAsync(many(), { onProgress }));
      inside.push(Promise.resolve(buildTokens(many())));
    };
    expect(await buildTokensAsync(many(), { onProgress })).toEqual(expected);
    expect(inside.length).toBeGreaterThanOrEqual(4);
    for (const batch of inside) expect(await batch).toEqual(expected);
  });

  test('from a listener of the signal, and from its method', async () => {
    const found = [];
    const controller = new AbortController();
    controller.signal.addEventListener('abort', () => found.push(...mixedUp()));
    const onProgress = () => controller.abort(new Error('enough'));
    const { signal } = controller;
    await expect(buildTokensAsync(many(), { signal, onProgress })).rejects.toThrow('enough');
    expect(found).toEqual([]);

    const asking = { throwIfAborted: () => found.push(...mixedUp()) };
    expect(await buildTokensAsync(many(), { signal: asking })).toEqual(buildTokens(many()));
    expect(found).toEqual([]);
  });

  test('from the clock, from the draw and from accessors', async () => {
    const found = [];
    let left = 3;
    const hook = () => {
      if (left > 0) {
        left -= 1;
        found.push(...mixedUp());
      }
    };
    const expected = buildTokens(many());
    const list = many();
    hookAccess(list[4], 'args', hook);
    hookAccess(list[700].args, '2', hook);
    const promise = withHookedClock(hook, () =>
      withHookedRandom(hook, () => buildTokensAsync(list)),
    );
    expect(await promise).toEqual(expected);
    expect(left).toBe(0);
    expect(found).toEqual([]);
  });
});

describe('in the middle of a builder with named options', () => {
  const OPTIONS = { appId: APP_ID, appCertificate: CERTIFICATE, now: 1700000000, salt: 7 };
  const builder = (more) => index.createTokenBuilder({ ...OPTIONS, ...more });
  const SERVICES = {
    rtc: { channel: 'outer', uid: 5, role: 'publisher' },
    rtm2: { userId: 'outer', permissions: { messageChannels: { read: ['outer'] } } },
    apaas: { room: 'outer', userId: 'outer', role: 2 },
    chat: { userId: 'outer' },
    conversationalAi: { channel: 'outer', account: 'outer', role: 1, userId: 'outer' },
  };
  const buildEach = (its) => Object.entries(SERVICES).map(([name, given]) => its[name](given));

  test('from now, salt and onWarning', () => {
    expectReached((hook) => buildEach(builder({ now: hooked(hook, () => 1700000000) })));
    expectReached((hook) => {
      const now = new Date(1700000000000);
      now.getTime = hooked(hook, now.getTime);
      return buildEach(builder({ now }));
    });
    expectReached((hook) => buildEach(builder({ salt: hooked(hook, () => 9) })));
    expectReached((hook) => {
      const its = builder({ strict: false, onWarning: hook });
      return [its.rtc({ channel: '', uid: 5, role: 1 }), its.rtm({ userId: 'undefined' })];
    });
    expectReached((hook) => withHookedClock(hook, () => buildEach(builder({ now: undefined }))));
  });

  test.each(
    Object.entries(SERVICES).flatMap(([name, given]) =>
      Object.keys(given).map((key) => [name, key]),
    ),
  )('from the option %s.%s', (name, key) => {
    for (const compression of ['zlib', 'fixed']) {
      expectReached((hook) => {
        const given = { ...SERVICES[name] };
        hookAccess(given, key, hook);
        return builder({ compression })[name](given);
      });
    }
  });

  test('from an option inside build', () => {
    expectReached((hook) => {
      const given = { rtc: { ...SERVICES.rtc }, chat: { ...SERVICES.chat } };
      hookAccess(given.rtc, 'uid', hook);
      hookAccess(given.chat, 'userId', hook);
      return builder().build(given);
    });
  });
});

describe('in the middle of decodeToken and verifyToken', () => {
  test('from the clock', () => {
    const read = () => [
      index.decodeToken(tokens.short).appId,
      index.verifyToken(tokens.short, OTHER_CERTIFICATE).valid,
    ];
    expectReached((hook) => withHookedClock(hook, read));
  });

  test('from now, and from accessors of the options', () => {
    const now = 1700000001;
    expectReached((hook) => {
      const options = { now: hooked(hook, () => now), channelName: 'read', uid: 9 };
      return JSON.stringify(index.verifyToken(tokens.short, OTHER_CERTIFICATE, options));
    });
    for (const key of ['channelName', 'uid', 'appId']) {
      expectReached((hook) => {
        const options = { now, channelName: 'read', uid: 9, appId: OTHER_ID };
        hookAccess(options, key, hook);
        return JSON.stringify(index.verifyToken(tokens.short, OTHER_CERTIFICATE, options));
      });
    }
  });
});
