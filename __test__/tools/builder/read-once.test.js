'use strict';

// What is checked is what the token holds: an option is read once, so that an accessor or a proxy cannot
// give another value after the check.

const { createTokenBuilder } = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');

const builder = (more) =>
  createTokenBuilder({
    appId: APP_ID,
    appCertificate: CERTIFICATE,
    now: 1700000000,
    salt: 7,
    ...more,
  });

/** The same object, but for a value that changes after it was read once. */
function changing(options, key, later) {
  let reads = 0;
  return Object.defineProperty({ ...options }, key, {
    enumerable: true,
    get: () => {
      reads += 1;
      return reads === 1 ? options[key] : later;
    },
  });
}

const OPTIONS = {
  rtc: { channel: 'lobby', uid: 5, role: 'subscriber', expiresIn: 60 },
  rtm: { userId: 'ada', expiresIn: 60 },
  rtm2: { userId: 'ada', permissions: { users: { read: ['eve'] } }, expiresIn: 60 },
  chat: { userId: 'ada', expiresIn: 60 },
  apaas: { room: 'room', userId: 'ada', role: 2, expiresIn: 60 },
  fpa: { expiresIn: 60 },
  conversationalAi: { channel: 'lobby', account: 'ada', role: 2, userId: 'ada', expiresIn: 60 },
  stt: { channel: 'lobby', account: 'ada', role: 2, userId: 'ada', expiresIn: 60 },
};

const CASES = Object.entries(OPTIONS).flatMap(([name, options]) =>
  Object.keys(options).map((key) => [name, key]),
);

/** Values that a check lets pass, and that nothing else should see. */
const LATER = { channel: 'back/stage', uid: 0, role: 1, userId: 'mallory', account: 'mallory' };

test.each(CASES)('%s reads %s once', (name, key) => {
  const options = OPTIONS[name];
  const expected = builder()[name](options);
  for (const later of [LATER[key], undefined, {}, 1_000_000, null]) {
    expect(builder()[name](changing(options, key, later))).toBe(expected);
  }
});

// Those two take no options there.
const INSIDE_BUILD = CASES.filter(([name]) => !['conversationalAi', 'stt'].includes(name));

test.each(INSIDE_BUILD)('%s inside build reads %s once', (name, key) => {
  const options = OPTIONS[name];
  const expected = builder().build({ [name]: options });
  expect(builder().build({ [name]: changing(options, key, LATER[key]) })).toBe(expected);
});

test('privileges and the names in permissions are read once', () => {
  const options = { channel: 'lobby', uid: 5, privileges: { publishAudio: 60 } };
  const expected = builder().rtc(options);
  const privileges = changing(options.privileges, 'publishAudio', 4294967295);
  expect(builder().rtc({ ...options, privileges })).toBe(expected);

  const names = ['eve'];
  let reads = 0;
  Object.defineProperty(names, 0, { get: () => (reads++ === 0 ? 'eve' : 'mallory') });
  expect(builder().rtm2({ userId: 'ada', permissions: { users: { read: names } } })).toBe(
    builder().rtm2({ userId: 'ada', permissions: { users: { read: ['eve'] } } }),
  );
});

test('an app is read once', () => {
  for (const name of ['chat', 'apaas']) {
    const expected = builder()[name]({ app: true });
    expect(builder()[name](changing({ app: true }, 'app', false))).toBe(expected);
  }
});

test('the options of the builder are read when it is made', () => {
  const expected = builder().rtm({ userId: 'ada' });
  const options = {
    appId: APP_ID,
    appCertificate: CERTIFICATE,
    now: 1700000000,
    salt: 7,
    strict: true,
    compression: 'zlib',
  };
  for (const key of Object.keys(options)) {
    const its = createTokenBuilder(changing(options, key, 'another'));
    expect(its.rtm({ userId: 'ada' })).toBe(expected);
    expect(its.rtm({ userId: 'ada' })).toBe(expected);
  }
});
