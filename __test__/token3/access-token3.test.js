'use strict';

const { drawForSalt, frozen } = require('../support/sandbox');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { inflateToken, tokenAround } = require('../support/token-content');
const token3 = require('../../src/token3/AccessToken3');
const { libraries } = require('../support/libraries');

const { AccessToken3, ServiceRtm } = token3;
const { original } = libraries();
const MOMENT = { nowMs: 1700000000123, draw: drawForSalt(42) };

function tokenWith(...services) {
  const token = frozen(MOMENT, () => new AccessToken3(APP_ID, CERTIFICATE, 0, 600));
  services.forEach((service) => token.add_service(service));
  return token;
}

test('the module exports the five services, their types and the token', () => {
  const types = Object.fromEntries(Object.entries(token3).filter(([key]) => key.startsWith('k')));
  expect(types).toEqual({
    kApaasServiceType: 7,
    kChatServiceType: 5,
    kFpaServiceType: 4,
    kRtcServiceType: 1,
    kRtmServiceType: 8,
  });
  const classes = Object.keys(token3).filter((key) => typeof token3[key] === 'function');
  expect(classes.sort()).toEqual([
    'AccessToken3',
    'ServiceApaas',
    'ServiceChat',
    'ServiceFpa',
    'ServiceRtc',
    'ServiceRtm',
  ]);
});

test('the constructor fills the fields', () => {
  const fields = frozen(MOMENT, () => ({ ...new AccessToken3('id', 'certificate', 5, 600) }));
  expect(fields).toEqual({
    appId: 'id',
    appCertificate: 'certificate',
    issueTs: 5,
    expire: 600,
    salt: 42,
    services: {},
  });
});

test.each([0, null, undefined, '', NaN])(
  'a falsy issue time %p is now, with its fraction',
  (issueTs) => {
    expect(frozen(MOMENT, () => new AccessToken3('id', 'certificate', issueTs, 1).issueTs)).toBe(
      1700000000.123,
    );
  },
);

test('new AccessToken3() needs no arguments', () => {
  expect(frozen(MOMENT, () => new AccessToken3())).toMatchObject({
    appId: undefined,
    expire: undefined,
    services: {},
  });
});

test('a second service of a type replaces the first', () => {
  const token = tokenWith(
    new ServiceRtm('first'),
    new token3.ServiceFpa(),
    new ServiceRtm('second'),
  );
  expect(Object.keys(token.services)).toEqual(['4', '8']);
  expect(token.services[8].__user_id).toBe('second');
});

test('services are packed by type, whatever the order of adding', () => {
  const [rtc, chat, rtm] = [
    new token3.ServiceRtc('c', 7),
    new token3.ServiceChat('u'),
    new ServiceRtm('u'),
  ];
  expect(tokenWith(rtm, chat, rtc).build()).toBe(tokenWith(rtc, rtm, chat).build());
});

test('there is no signature verification', () => {
  expect(new AccessToken3().verifySignature).toBeUndefined();
});

describe('build()', () => {
  test.each([
    ['an App ID of 31 characters', { appId: APP_ID.slice(1) }],
    ['a certificate of 33 characters', { appCertificate: `${CERTIFICATE}0` }],
    ['no service', { services: {} }],
  ])('gives an empty string for %s', (_name, fields) => {
    expect(Object.assign(tokenWith(new ServiceRtm('u')), fields).build()).toBe('');
  });

  test('does not check that digits are hex', () => {
    const token = Object.assign(tokenWith(new ServiceRtm('u')), {
      appId: 'z'.repeat(32),
      appCertificate: '!'.repeat(32),
    });
    expect(token.build()).toMatch(/^007/);
  });

  test('throws a TypeError for an undefined App ID', () => {
    expect(() =>
      Object.assign(tokenWith(new ServiceRtm('u')), { appId: undefined }).build(),
    ).toThrow(TypeError);
  });

  test('signs as AccessToken2 does', () => {
    const { AccessToken2, ServiceRtc } = original.modules['src/AccessToken2'];
    const expected = new AccessToken2(APP_ID, CERTIFICATE, 1700000000, 600);
    expected.salt = 42;
    expected.add_service(new ServiceRtc('channel', 7));
    expect(tokenWith(new token3.ServiceRtc('channel', 7)).build()).toBe(expected.build());
  });
});

describe('the services', () => {
  const SAME = [
    ['ServiceRtc', ['channel', 7]],
    ['ServiceFpa', []],
    ['ServiceChat', ['user']],
    ['ServiceChat', []],
    ['ServiceApaas', ['room', 'user', 3]],
    ['ServiceApaas', []],
  ];

  test.each(SAME)('%s(%j) packs and unpacks as in AccessToken2', (name, args) => {
    const [service, expected] = [token3[name], original.modules['src/AccessToken2'][name]].map(
      (Class) => {
        const made = new Class(...args);
        made.add_privilege(1, 600);
        return made;
      },
    );
    expect(service.pack()).toEqual(expected.pack());
    const payload = expected.pack().subarray(2);
    service.unpack(payload);
    expected.unpack(payload);
    expect({ ...service }).toEqual({ ...expected });
  });

  test('a new ServiceRtm has type 8, a user and permissions', () => {
    const permissions = new Map();
    expect({ ...new ServiceRtm('user', permissions) }).toEqual({
      __type: 8,
      __privileges: {},
      __user_id: 'user',
      __permissions: permissions,
    });
    expect(new ServiceRtm(0).__user_id).toBe('');
    expect(ServiceRtm.kPrivilegeLogin).toBe(1);
  });
});

describe('ServiceRtm.pack()', () => {
  const HEAD = '080000000100' + '75'; // type 8, no privileges, the user u

  test.each([
    ['no permissions', undefined, '0000'],
    ['null', null, '0000'],
    ['an empty map', new Map(), '0000'],
    ['an empty object', {}, '0000'],
    [
      'a map',
      new Map([[0, new Map([[1, ['ab', '']]])]]),
      '0100' + '00000100' + '01000200' + '02006162' + '0000',
    ],
    ['an object', { 4: { 0: ['a'] } }, '0100' + '04000100' + '00000100' + '010061'],
    [
      'keys out of order',
      new Map([
        [4, {}],
        [1, {}],
      ]),
      '0200' + '01000000' + '04000000',
    ],
    ['a key that is a word', { users: { 0: ['a'] } }, '0100' + '00000000'],
    ['a key that begins with a number', { '3x': { 0: ['a'] } }, '0100' + '03000000'],
    ['a key with a fraction', { 1.5: { 0: ['a'] } }, '0100' + '01000000'],
    [
      'such a key beside the number',
      { 1.5: { 0: ['a'] }, 1: { 0: ['b'] } },
      '0200' + '01000100' + '00000100' + '010062' + '01000100' + '00000100' + '010062',
    ],
    [
      'a permission that is a word',
      { 0: { write: ['a'], 0: ['b'] } },
      '0100' + '00000200' + '00000100' + '010062' + '00000000',
    ],
    [
      'a map with such keys',
      new Map([
        ['users', new Map([[0, ['a']]])],
        [1.5, new Map([[0, ['a']]])],
      ]),
      '0200' + '00000000' + '01000000',
    ],
    [
      'a map whose keys are texts of numbers',
      new Map([['4', new Map([['1', ['a']]])]]),
      '0100' + '04000100' + '01000100' + '010061',
    ],
    [
      'a map with a number and its text',
      new Map([
        ['0', new Map([[0, ['a']]])],
        [0, new Map([[0, ['b']]])],
      ]),
      '0200' + '00000100' + '00000100' + '010062' + '00000100' + '00000100' + '010062',
    ],
    ['a map with the text NaN', new Map([['NaN', { 0: ['a'] }]]), '0100' + '00000000'],
    [
      'a falsy item',
      new Map([[0, new Map([[0, [null, undefined, 0]]])]]),
      '0100' + '00000100' + '00000300' + '000000000000',
    ],
    [
      'items that are no array',
      new Map([[0, new Map([[0, 'text']])]]),
      '0100' + '00000100' + '00000000',
    ],
    ['unicode', { 0: { 0: ['é'] } }, '0100' + '00000100' + '00000100' + '0200c3a9'],
  ])('with %s', (_name, permissions, tail) => {
    expect(new ServiceRtm('u', permissions).pack().toString('hex')).toBe(HEAD + tail);
  });

  test('is undone by unpack(), to nested maps of strings', () => {
    const service = new ServiceRtm('user', { 0: { 0: ['a', 'b'], 1: [] }, 3: {} });
    service.add_privilege(1, 600);
    const read = new ServiceRtm();
    read.unpack(service.pack().subarray(2));
    expect(read.__user_id).toEqual(Buffer.from('user'));
    expect(read.__privileges).toEqual({ 1: 600 });
    expect(read.__permissions).toEqual(
      new Map([
        [
          0,
          new Map([
            [0, ['a', 'b']],
            [1, []],
          ]),
        ],
        [3, new Map()],
      ]),
    );
  });

  test.each([
    ['negative', { '-1': {} }],
    ['too large', { 65536: {} }],
  ])('throws for a key that is %s', (_name, permissions) => {
    expect(() => new ServiceRtm('u', permissions).pack()).toThrow(
      expect.objectContaining({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE' }),
    );
  });

  test('has no limit of 1024 bytes', () => {
    const items = Array.from({ length: 500 }, (_, index) => `channel-${index}`);
    const token = tokenWith(new ServiceRtm('u'.repeat(2000), { 0: { 0: items } }));
    const read = new AccessToken3();
    read.from_string(token.build());
    expect(read.services[8].__user_id).toHaveLength(2000);
    expect(read.services[8].__permissions.get(0).get(0)).toEqual(items);
  });
});

describe('from_string()', () => {
  test('fills the fields and returns undefined', () => {
    const token = new AccessToken3();
    expect(
      token.from_string(
        tokenWith(
          new ServiceRtm('user', { 1: { 0: ['s'] } }),
          new token3.ServiceRtc('c', 7),
        ).build(),
      ),
    ).toBeUndefined();
    expect(token).toMatchObject({
      appId: Buffer.from(APP_ID),
      issueTs: 1700000000,
      expire: 600,
      salt: 42,
    });
    expect(Object.keys(token.services)).toEqual(['1', '8']);
    expect(token.services[1]).toBeInstanceOf(token3.ServiceRtc);
    expect(token.services[8].__permissions).toEqual(new Map([[1, new Map([[0, ['s']]])]]));
  });

  test('returns false for another prefix and changes nothing', () => {
    const token = tokenWith(new ServiceRtm('kept'));
    expect(token.from_string(`006${APP_ID}`)).toBe(false);
    expect(token.services[8].__user_id).toBe('kept');
    expect(token.appId).toBe(APP_ID);
  });

  test.each([
    ['nothing after the prefix', '007'],
    ['junk', '007!!!!'],
    ['bytes that are not zlib', `007${Buffer.from('not zlib').toString('base64')}`],
  ])('throws for %s', (_name, text) => {
    expect(() => new AccessToken3().from_string(text)).toThrow();
  });

  test('throws a RangeError for a content that is cut, wherever', () => {
    const content = inflateToken(tokenWith(new ServiceRtm('user', { 1: { 0: ['s'] } })).build());
    for (let length = 0; length < content.length; length++) {
      const text = tokenAround(content.subarray(0, length));
      expect(() => new AccessToken3().from_string(text)).toThrow(
        expect.objectContaining({ name: 'RangeError' }),
      );
    }
  });

  test('takes a token without an RTM service', () => {
    const token = new AccessToken3();
    expect(token.from_string(tokenWith(new token3.ServiceFpa()).build())).toBeUndefined();
    expect(Object.keys(token.services)).toEqual(['4']);
  });

  test('a token built again after reading is the same', () => {
    const text = tokenWith(new ServiceRtm('user', { 1: { 0: ['s'] } })).build();
    const token = new AccessToken3();
    token.from_string(text);
    token.appCertificate = CERTIFICATE;
    expect(inflateToken(token.build())).toEqual(inflateToken(text));
  });
});
