'use strict';

// What something else has put on a shared prototype reaches the original's writers, because they loop
// over maps with for…in and read fields that a class may inherit. It reaches ours wherever a user
// handles the objects; what the builders make of it is in deliberate.test.js.

const { differenceIn } = require('../support/compare');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { frozen } = require('../support/sandbox');
const { withProperty } = require('../support/with-property');

const MOMENT = { nowMs: 1700000000000, draw: 0.5 };

function buildByHand({ library }) {
  const { AccessToken2, ServiceRtc, ServiceRtm2, Rtm2Permissions } =
    library.modules['src/AccessToken2'];
  const token = new AccessToken2(APP_ID, CERTIFICATE, 1700000000, 600);
  const rtc = new ServiceRtc('channel', 7);
  rtc.add_privilege(1, 60);
  const permissions = new Rtm2Permissions();
  permissions.add(0, 1, ['a']);
  token.add_service(new ServiceRtm2('user', permissions));
  token.add_service(rtc);
  const text = token.build();
  return [text, new AccessToken2().from_string(text)];
}

test.each([
  ['a numeric key', '7', { value: 9 }],
  ['a word', 'polluted', { value: 9 }],
  ['a value that does not pack', '7', { value: -1 }],
  ['a key that is not enumerable', '7', { value: 9, enumerable: false }],
])('Object.prototype with %s is packed as the original packs it', (_name, key, descriptor) => {
  expect(withProperty(Object.prototype, key, descriptor, () => differenceIn(buildByHand))).toBe('');
});

test('a privilege on Object.prototype does reach a token', () => {
  const context = { library: libraries().ours };
  const [polluted] = withProperty(Object.prototype, '7', { value: 9 }, () =>
    frozen(MOMENT, () => buildByHand(context)),
  );
  const [plain] = frozen(MOMENT, () => buildByHand(context));
  expect(polluted).not.toBe(plain);
});

function accessorTest(className, key, makeValue) {
  return (context) => {
    const value = makeValue();
    const Class = context.library.modules['src/AccessToken2'][className];
    const accessor = {
      get: () => value,
      set() {
        context.log(`set ${key}`);
      },
    };
    return withProperty(Class.prototype, key, accessor, () => buildByHand(context));
  };
}

test.each([
  ['AccessToken2', 'appId', () => APP_ID],
  ['AccessToken2', 'appCertificate', () => CERTIFICATE],
  ['AccessToken2', 'issueTs', () => 3],
  ['AccessToken2', 'expire', () => 3],
  ['AccessToken2', 'salt', () => 3],
  ['AccessToken2', 'services', () => []],
  ['ServiceRtc', '__channel_name', () => 'inherited'],
  ['ServiceRtc', '__uid', () => 'inherited'],
  ['ServiceRtc', '__privileges', () => ({ 1: 2 })],
  ['ServiceRtc', '__type', () => 1],
])(
  'an accessor on %s.prototype for %s is used as the original uses it',
  (className, key, makeValue) => {
    expect(differenceIn(accessorTest(className, key, makeValue))).toBe('');
  },
);
