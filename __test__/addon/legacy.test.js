'use strict';

const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { account, name, uid } = require('../support/ordinary-values');
const { Random } = require('../support/random');
const { ISSUE_TS, SALT, addon, describeOnAddon, outcome } = require('./on-addon');

const EXPIRED_TS = ISSUE_TS + 3600;
const RTC_PRIVILEGES = [1, 2, 3, 4];
const RTM_LOGIN = 1000;

/** The original's token of version 006 with these privileges. */
function original006(appId, channelName, user, privileges) {
  const { AccessToken } = libraries().original.modules['src/AccessToken'];
  const token = new AccessToken(appId, CERTIFICATE, channelName, user);
  token.salt = SALT;
  token.ts = ISSUE_TS;
  for (const privilege of privileges) token.addPriviledge(privilege, EXPIRED_TS);
  return token.build();
}

/** The message in a token of version 006. */
function messageOf(token) {
  const content = Buffer.from(token.slice(3 + APP_ID.length), 'base64');
  return content.subarray(2 + 32 + 4 + 4 + 2);
}

describeOnAddon("the addon's AccessToken", () => {
  const { AccessToken } = addon ?? {};

  test("builds the original's tokens", () => {
    const random = new Random(20261125);
    for (let turn = 0; turn < 300; turn++) {
      const [channelName, user] = [
        name(random),
        random.chance(0.5) ? uid(random) : account(random),
      ];
      const publisher = original006(APP_ID, channelName, user, RTC_PRIVILEGES);
      const subscriber = original006(APP_ID, channelName, user, [1]);
      const rtc = (publishes) =>
        AccessToken.buildRtc(
          ...[APP_ID, CERTIFICATE, channelName, user, publishes, EXPIRED_TS, SALT, ISSUE_TS],
        );
      expect(rtc(true)).toBe(publisher);
      expect(rtc(false)).toBe(subscriber);
      const message = messageOf(subscriber);
      expect(AccessToken.build(APP_ID, CERTIFICATE, channelName, user, message)).toBe(subscriber);
      const rtm = AccessToken.buildRtm(
        APP_ID,
        CERTIFICATE,
        channelName,
        EXPIRED_TS,
        SALT,
        ISSUE_TS,
      );
      expect(rtm).toBe(original006(APP_ID, channelName, 0, [RTM_LOGIN]));
    }
  });

  test('keeps any App ID, and checks none', () => {
    for (const appId of ['', 'short', 'ünï', '😀'.repeat(300)]) {
      const token = AccessToken.buildRtm(appId, CERTIFICATE, 'ada', EXPIRED_TS, SALT, ISSUE_TS);
      expect(token).toBe(original006(appId, 'ada', 0, [RTM_LOGIN]));
    }
  });

  test('gives null for what may hold a lone surrogate, and for a time that does not fit', () => {
    const message = Buffer.alloc(10);
    for (const odd of ['\ud800', 'a\udc00b', '\ufffd']) {
      expect(AccessToken.build(odd, CERTIFICATE, 'c', 'u', message)).toBe(null);
      expect(AccessToken.build(APP_ID, CERTIFICATE, odd, 'u', message)).toBe(null);
      expect(AccessToken.build(APP_ID, CERTIFICATE, 'c', odd, message)).toBe(null);
    }
    for (const ts of [-1, 2 ** 32]) {
      expect(AccessToken.buildRtc(APP_ID, CERTIFICATE, 'c', 'u', true, 1, 2, ts)).toBe(null);
      expect(AccessToken.buildRtm(APP_ID, CERTIFICATE, 'u', 1, 2, ts)).toBe(null);
    }
  });

  test('refuses a message above 65 535 bytes', () => {
    const build = (length) =>
      outcome(() => AccessToken.build(APP_ID, CERTIFICATE, 'c', 'u', Buffer.alloc(length)));
    expect(build(65_535)).toMatch(/^006/);
    expect(build(65_536)).toEqual({ name: 'Error', code: 'InvalidArg' });
  });
});

describeOnAddon("the addon's DynamicKey5", () => {
  test("generates the original's keys", () => {
    const original = libraries().original.modules['src/DynamicKey5'];
    const random = new Random(20261125);
    for (let turn = 0; turn < 300; turn++) {
      const ids = [random.hex(random.int(0, 70)), random.hex(random.int(0, 70))];
      const numbers = [1, 2, 3, 4].map(() => random.int(0, 0xffffffff));
      const args = [...ids, name(random), ...numbers];
      const service = random.int(0, 65535);
      const key = addon.DynamicKey5.generate(...args, service);
      expect(key).toBe(original.generateDynamicKey(...args, null, service));
    }
  });
});
