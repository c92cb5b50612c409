'use strict';

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

const expected = (args, moment) =>
  original('src/RtmTokenBuilder2', 'RtmTokenBuilder', 'buildToken', args, moment);

function built(args, { issueTs = ISSUE_TS, salt = SALT } = {}) {
  return outcome(() => addon.RtmTokenBuilder.buildToken(...args, issueTs, salt));
}

describeOnAddon("the addon's RtmTokenBuilder", () => {
  test("builds the original's tokens of plain arguments", () => {
    const random = new Random(20261125);
    const kinds = ['appId', 'certificate', 'account', 'expire'];
    for (let turn = 0; turn < 1000; turn++) {
      const args = kinds.map((kind) => ordinaryValue(random, kind).make());
      const moment = { issueTs: random.int(0, 0xffffffff), salt: random.int(1, 99999999) };
      const token = built(args, moment);
      expect([args, token]).toEqual([args, expected(args, moment)]);
      expect(token).toMatch(/^007/);
    }
  });

  test('converts a duration as the original does', () => {
    for (const seconds of [0, 1.9, 4294967295, '60', '0x10', '', 'soon', NaN, null, undefined]) {
      const args = [APP_ID, CERTIFICATE, 'ada', seconds];
      expect([seconds, built(args)]).toEqual([seconds, expected(args)]);
      expect(built(args)).toMatch(/^007/);
    }
    for (const seconds of [-1, '-1', 4294967296, Infinity]) {
      const args = [APP_ID, CERTIFICATE, 'ada', seconds];
      expect(built(args)).toEqual({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
      expect(expected(args)).toEqual({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
    }
  });

  test("returns '' for bad credentials", () => {
    for (const id of ['', 'short', `${APP_ID}0`, `${APP_ID.slice(1)}g`]) {
      expect(built([id, CERTIFICATE, 'ada', 60])).toBe('');
      expect(built([APP_ID, id, 'ada', 60])).toBe('');
    }
  });

  test('takes a user id that is a text only', () => {
    for (const userId of [0, 7, null, undefined, {}, 1n]) {
      expect(built([APP_ID, CERTIFICATE, userId, 60])).toEqual({
        name: 'Error',
        code: 'StringExpected',
      });
    }
  });

  test('reads the clock and draws a salt where none is given', () => {
    const before = Math.floor(Date.now() / 1000);
    const tokens = Array.from({ length: 3 }, () =>
      addon.RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, 'ada', 60),
    );
    const after = Math.floor(Date.now() / 1000);
    const moments = tokens.map(momentOf);
    for (const { issueTs } of moments) {
      expect(issueTs).toBeGreaterThanOrEqual(before);
      expect(issueTs).toBeLessThanOrEqual(after);
    }
    expect(new Set(moments.map(({ salt }) => salt)).size).toBeGreaterThan(1);
  });
});
