'use strict';

const { backend, buildTokensAsync, decodeToken } = require('../../..');
const { kernel } = require('../../../lib/kernel/backend');
const { callEach, twinRequests } = require('../../support/batch-requests');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { Random } = require('../../support/random');
const { RealDate, frozenDate } = require('../../support/sandbox');
const { seed } = require('../../support/settings');

const NOW = 1700000000123;
const realRandom = Math.random;

beforeEach(() => {
  globalThis.Date = frozenDate(NOW);
  Math.random = () => 0.4;
});

afterEach(() => {
  globalThis.Date = RealDate;
  Math.random = realRandom;
});

const request = (uid) => ({
  method: 'RtcTokenBuilder.buildTokenWithUid',
  args: [APP_ID, CERTIFICATE, 'lobby', uid, 1, 3600, 3600],
});

test('gives the tokens and errors of the single calls, in order', async () => {
  const [requests, twins] = twinRequests(new Random(seed), 5000, 0.1);
  expect(await buildTokensAsync(requests)).toEqual(callEach(twins));
});

test('reports progress up to the total, never backwards', async () => {
  const seen = [];
  const requests = Array.from({ length: 3000 }, (_, i) => request(i));
  await buildTokensAsync(requests, { onProgress: (progress) => seen.push(progress) });
  const done = seen.map((progress) => progress.done);
  expect(seen.length).toBeGreaterThan(3);
  expect(done).toEqual([...done].sort((left, right) => left - right));
  expect(seen.at(-1)).toEqual({ done: 3000, total: 3000 });
});

test('other work gets its turn while a batch is built', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const requests = Array.from({ length: 40_000 }, (_, i) => request(i));
  const results = await buildTokensAsync(requests, { compression: 'fixed' });
  clearInterval(timer);
  expect(results).toHaveLength(requests.length);
  expect(turns).toBeGreaterThan(0);
});

test('other work gets its turn where nothing is for the kernel', async () => {
  let hadTurn = false;
  setImmediate(() => {
    hadTurn = true;
  });
  const none = { method: 'RtcTokenBuilder.buildTokenWithUid', args: ['no App ID', CERTIFICATE] };
  expect(await buildTokensAsync([none, none])).toEqual([{ token: '' }, { token: '' }]);
  expect(hadTurn).toBe(true);
});

test('an aborted batch is rejected with the reason of its signal', async () => {
  const controller = new AbortController();
  const requests = Array.from({ length: 20_000 }, (_, i) => request(i));
  const progress = [];
  const built = buildTokensAsync(requests, {
    signal: controller.signal,
    onProgress: ({ done }) => {
      progress.push(done);
      controller.abort(new Error('enough'));
    },
  });
  await expect(built).rejects.toThrow('enough');
  expect(progress[0]).toBeLessThan(requests.length);
});

test('a signal that is aborted already starts nothing', async () => {
  const built = buildTokensAsync([request(1)], { signal: AbortSignal.abort(new Error('late')) });
  await expect(built).rejects.toThrow('late');
  const nothing = buildTokensAsync([], { signal: AbortSignal.abort(new Error('late')) });
  await expect(nothing).rejects.toThrow('late');
});

test('an error of onProgress and an unknown compression reject', async () => {
  const onProgress = () => {
    throw new Error('not my day');
  };
  await expect(buildTokensAsync([request(1)], { onProgress })).rejects.toThrow('not my day');
  await expect(buildTokensAsync([], { compression: 'none' })).rejects.toMatchObject({
    code: 'ERR_OPTION',
  });
});

test('the clock is read once, however many chunks there are', async () => {
  let reads = 0;
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      if (args.length === 0) {
        reads += 1;
        super(NOW + reads * 5000);
      } else {
        super(...args);
      }
    }
  };
  const requests = Array.from({ length: 5000 }, (_, i) => request(i + 1));
  const results = await buildTokensAsync(requests);
  expect(reads).toBe(1);
  const seconds = new Set(results.map(({ token }) => decodeToken(token).issueTs));
  expect([...seconds]).toEqual([Math.floor((NOW + 5000) / 1000)]);
});

test('nothing is built or reported once the promise is rejected', async () => {
  const progress = [];
  const built = jest.spyOn(kernel, 'sealBatchAsync');
  const onProgress = ({ done }) => {
    progress.push(done);
    if (progress.length === 1) throw new Error('not my day');
  };
  const requests = Array.from({ length: 20_000 }, (_, i) => request(i));
  await expect(buildTokensAsync(requests, { onProgress })).rejects.toThrow('not my day');
  const chunks = built.mock.results.length;
  for (let i = 0; i < 10; i++) {
    await Promise.all(built.mock.results.map(({ value }) => value));
    await new Promise(setImmediate);
  }
  expect(progress).toHaveLength(1);
  expect(built.mock.results).toHaveLength(chunks);
  expect(chunks).toBeLessThan(20_000 / 256);
  built.mockRestore();
});

test('a list that changes while it is built is taken as it was', async () => {
  const requests = Array.from({ length: 3000 }, (_, i) => request(i));
  const expected = callEach(requests);
  const onProgress = () => {
    requests.length = 0;
    requests.push(request(1_000_000));
  };
  expect(await buildTokensAsync(requests, { onProgress })).toEqual(expected);
});

test('an empty batch is empty', async () => {
  expect(await buildTokensAsync([])).toEqual([]);
});

if (backend === 'native') {
  test('the bare credentials of a chunk stay with their requests', async () => {
    const other = '0123456789abcdef0123456789ABCDEF';
    const requests = Array.from({ length: 1000 }, (_, i) => ({
      method: 'RtcTokenBuilder.buildTokenWithUid',
      args: [i % 3 ? APP_ID : other, i % 2 ? CERTIFICATE : other, 'lobby', i, 1, 60, 60],
    }));
    expect(await buildTokensAsync(requests)).toEqual(callEach(requests));
  });
}
