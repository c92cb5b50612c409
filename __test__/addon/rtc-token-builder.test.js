'use strict';

const { BUILDERS } = require('../support/builders');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { ordinaryValue } = require('../support/ordinary-values');
const { Random } = require('../support/random');
const {
  ISSUE_TS,
  SALT,
  addon,
  describeOnAddon,
  momentOf,
  original,
  outcome,
} = require('./on-addon');

const METHODS = BUILDERS.filter(({ file }) => file === 'src/RtcTokenBuilder2');
const CREDENTIALS = [APP_ID, CERTIFICATE];

const expected = (method, args, moment) =>
  original('src/RtcTokenBuilder2', 'RtcTokenBuilder', method, args, moment);

/** What the addon builds at a second and with a salt. */
function built(method, args, { issueTs = ISSUE_TS, salt = SALT } = {}) {
  const { parameters } = METHODS.find((its) => its.method === method);
  const all = [...args, ...Array(parameters.length - args.length).fill(undefined)];
  return outcome(() => addon.RtcTokenBuilder[method](...all, issueTs, salt));
}

/** Plain arguments, with others in the places of some. */
function argsOf(method, others = {}) {
  const plain = { channel: 'lobby', uid: 7, account: 'ada', role: 1, expire: 3600 };
  const { parameters } = METHODS.find((its) => its.method === method);
  const args = [...CREDENTIALS, ...parameters.slice(2).map((kind) => plain[kind])];
  for (const [at, value] of Object.entries(others)) args[at] = value;
  return args;
}

/** The places of the parameters of a kind. */
const placesOf = ({ parameters }, ...kinds) =>
  parameters.flatMap((kind, at) => (kinds.includes(kind) ? [at] : []));

describeOnAddon("the addon's RtcTokenBuilder", () => {
  test('has the methods of the original', () => {
    expect(METHODS).toHaveLength(6);
    for (const { method } of METHODS) {
      expect(typeof addon.RtcTokenBuilder[method]).toBe('function');
    }
  });

  test.each(METHODS)("$method builds the original's tokens of plain arguments", (builder) => {
    const random = new Random(20261125);
    for (let turn = 0; turn < 500; turn++) {
      const args = builder.parameters.map((kind) => ordinaryValue(random, kind).make());
      // A text where the original takes one only for a user of RTM.
      const moment = { issueTs: random.int(0, 0xffffffff), salt: random.int(1, 99999999) };
      const token = built(builder.method, args, moment);
      expect([args, token]).toEqual([args, expected(builder.method, args, moment)]);
      expect(token).toMatch(/^007/);
    }
  });

  const ROLES = [1, 1n, '1', ' 1\n', '1.0', '01', '0x1', '1e0', true];
  const OTHER_ROLES = [2, 0, -1, 1.5, NaN, Infinity, 2n, '', '2', 'publisher', '1n', false];
  const NO_ROLES = [null, undefined, Symbol('1')];

  test.each(METHODS.filter(({ parameters }) => parameters.includes('role')))(
    '$method compares a role as the original does, and takes no object for one',
    (builder) => {
      const { method } = builder;
      const [at] = placesOf(builder, 'role');
      const publisher = built(method, argsOf(method));
      const subscriber = built(method, argsOf(method, { [at]: 2 }));
      expect(publisher).not.toBe(subscriber);
      for (const role of ROLES) {
        const args = argsOf(method, { [at]: role });
        expect([role, built(method, args)]).toEqual([role, publisher]);
        expect([role, expected(method, args)]).toEqual([role, publisher]);
      }
      for (const role of [...OTHER_ROLES, ...NO_ROLES]) {
        const args = argsOf(method, { [at]: role });
        expect([role, built(method, args)]).toEqual([role, subscriber]);
        expect([role, expected(method, args)]).toEqual([role, subscriber]);
      }
      for (const role of [{}, [], [1], Object(1), { valueOf: () => 1 }, () => 1]) {
        expect(built(method, argsOf(method, { [at]: role }))).toBe(subscriber);
      }
    },
  );

  const UIDS = [0, -0, '0', '', 1, '1', 1.5, -1, 0.1, 4294967295, 4294967296, 1e21, 5e-324];
  const MORE_UIDS = [NaN, Infinity, -Infinity, Number.MAX_SAFE_INTEGER, ' 7 ', 'ada', '频道 😀'];

  test.each(METHODS.filter(({ method }) => method !== 'buildTokenWithRtm'))(
    '$method prints a uid as the original does, and 0 as nobody',
    (builder) => {
      const { method } = builder;
      const [at] = placesOf(builder, 'uid', 'account');
      for (const uid of [...UIDS, ...MORE_UIDS]) {
        const args = argsOf(method, { [at]: uid });
        const token = built(method, args);
        expect([uid, token]).toEqual([uid, expected(method, args)]);
        expect(token).toMatch(/^007/);
      }
      const anybody = built(method, argsOf(method, { [at]: '' }));
      expect(built(method, argsOf(method, { [at]: 0 }))).toBe(anybody);
      expect(built(method, argsOf(method, { [at]: '0' }))).not.toBe(anybody);
      for (const none of [null, undefined, {}, [], true, 1n, Symbol('uid')]) {
        expect(built(method, argsOf(method, { [at]: none }))).toEqual({
          name: 'Error',
          code: 'StringExpected',
        });
      }
    },
  );

  const SECONDS = [0, -0, 1, 1.9, 4294967295, '3600', ' 12 ', '0x10', '1e3', '', 'soon', NaN];
  const MORE_SECONDS = [null, undefined, true, false, [], ['5'], {}, { valueOf: () => 5 }];
  const OUT_OF_RANGE = [-1, -0.5, '-1', 4294967295.5, 4294967296, '1e10', Infinity, -Infinity];
  const NO_NUMBERS = [1n, Symbol('1')];

  test.each(METHODS)('$method converts durations as the original does', (builder) => {
    const { method } = builder;
    for (const at of placesOf(builder, 'expire')) {
      for (const seconds of [...SECONDS, ...MORE_SECONDS]) {
        const args = argsOf(method, { [at]: seconds });
        const token = built(method, args);
        expect([at, seconds, token]).toEqual([at, seconds, expected(method, args)]);
        expect(token).toMatch(/^007/);
      }
      for (const seconds of OUT_OF_RANGE) {
        const args = argsOf(method, { [at]: seconds });
        const error = { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' };
        expect([at, seconds, built(method, args)]).toEqual([at, seconds, error]);
        expect([at, seconds, expected(method, args)]).toEqual([at, seconds, error]);
      }
      for (const none of NO_NUMBERS) {
        const args = argsOf(method, { [at]: none });
        expect(built(method, args)).toMatchObject({ name: 'TypeError' });
        expect(expected(method, args)).toMatchObject({ name: 'TypeError' });
      }
    }
  });

  test.each(['buildTokenWithUid', 'buildTokenWithUserAccount', 'buildTokenWithRtm'])(
    '%s takes an omitted privilegeExpire for 0',
    (method) => {
      const args = argsOf(method).slice(0, -1);
      const token = built(method, args);
      expect(token).toBe(expected(method, args));
      expect(token).toBe(built(method, [...args, 0]));
      expect(token).not.toBe(built(method, [...args, 1]));
    },
  );

  test.each(METHODS)("$method returns '' for bad credentials", ({ method }) => {
    const bad = ['', 'short', `${APP_ID}0`, `${APP_ID}\n`, `${APP_ID}😀`, `${APP_ID.slice(1)}g`];
    for (const id of bad) {
      for (const others of [{ 0: id }, { 1: id }, { 0: id, 1: id }]) {
        const args = argsOf(method, others);
        expect(built(method, args)).toBe('');
        expect(expected(method, args)).toBe('');
      }
    }
    expect(built(method, argsOf(method, { 0: APP_ID.toLowerCase() }))).toMatch(/^007/);
  });

  test.each(METHODS)('$method reads the clock and draws a salt where none is given', (builder) => {
    const { method } = builder;
    const args = argsOf(method);
    const before = Math.floor(Date.now() / 1000);
    const tokens = [
      addon.RtcTokenBuilder[method](...args),
      addon.RtcTokenBuilder[method](...args, undefined, undefined),
      addon.RtcTokenBuilder[method](...args, null, null),
    ];
    const after = Math.floor(Date.now() / 1000);
    const moments = tokens.map(momentOf);
    for (const { issueTs, salt } of moments) {
      expect(issueTs).toBeGreaterThanOrEqual(before);
      expect(issueTs).toBeLessThanOrEqual(after);
      expect(salt).toBeGreaterThanOrEqual(1);
      expect(salt).toBeLessThanOrEqual(99999999);
    }
    // Three draws of 99 999 999 numbers alike would be no accident.
    expect(new Set(moments.map(({ salt }) => salt)).size).toBeGreaterThan(1);

    const given = momentOf(addon.RtcTokenBuilder[method](...args, 5));
    expect(given.issueTs).toBe(5);
    expect(momentOf(addon.RtcTokenBuilder[method](...args, undefined, 6)).salt).toBe(6);
  });

  test('a second of issue or a salt that no token can hold is out of range', () => {
    const args = argsOf('buildTokenWithUid');
    const error = { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' };
    for (const number of [-1, 4294967296, Infinity]) {
      expect(built('buildTokenWithUid', args, { issueTs: number })).toEqual(error);
      expect(built('buildTokenWithUid', args, { salt: number })).toEqual(error);
    }
    // As the clock gives it.
    const fraction = built('buildTokenWithUid', args, { issueTs: ISSUE_TS + 0.999 });
    expect(fraction).toBe(built('buildTokenWithUid', args));
  });

  test('texts of any length are built from, or too long for a token', () => {
    for (const length of [0, 1, 500, 513, 5000, 16000]) {
      const args = argsOf('buildTokenWithUid', { 2: 'c'.repeat(length) });
      expect(built('buildTokenWithUid', args)).toBe(expected('buildTokenWithUid', args));
    }
    const longest = argsOf('buildTokenWithUid', { 2: 'c'.repeat(65535) });
    expect(momentOf(built('buildTokenWithUid', longest))).toEqual({
      issueTs: ISSUE_TS,
      salt: SALT,
    });
    const longer = argsOf('buildTokenWithUid', { 2: 'c'.repeat(65536) });
    expect(built('buildTokenWithUid', longer)).toEqual({ name: 'Error', code: 'InvalidArg' });
  });
});
