'use strict';

const { createTokenBuilder, decodeToken, TokenError, verifyToken } = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { frozen, withRandom } = require('../../support/sandbox');

const NOW = 1700000000;
const HOUR = 3600;
const DAY = 24 * HOUR;

function create(options = {}) {
  const warnings = [];
  const builder = createTokenBuilder({
    appId: APP_ID,
    appCertificate: CERTIFICATE,
    now: NOW,
    onWarning: (warning) => warnings.push(warning),
    ...options,
  });
  return { builder, warnings };
}

function errorOf(action) {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(TokenError);
    expect(error.message).not.toContain(CERTIFICATE);
    return { code: error.code, message: error.message };
  }
  return undefined;
}

const RTC = { channel: 'lobby', uid: 42, role: 'publisher' };

function rtcError(options, builderOptions) {
  return errorOf(() => create(builderOptions).builder.rtc({ ...RTC, ...options }));
}

describe('credentials', () => {
  test.each([
    ['ERR_APP_ID', { appId: undefined }, /App ID .* found undefined/],
    ['ERR_APP_ID', { appId: '' }, /empty string/],
    ['ERR_APP_ID', { appId: ` ${APP_ID}` }, /white space/],
    ['ERR_APP_ID', { appId: `${APP_ID}0` }, /found 33 characters\./],
    ['ERR_APP_ID', { appId: Buffer.from(APP_ID) }, /found an object/],
    ['ERR_APP_CERTIFICATE', { appCertificate: null }, /Certificate .* found null/],
    ['ERR_APP_CERTIFICATE', { appCertificate: `x${CERTIFICATE.slice(1)}` }, /one at 0 is not/],
    ['ERR_APP_CERTIFICATE', { appCertificate: CERTIFICATE.slice(4) }, /found 28 characters/],
    ['ERR_APP_CERTIFICATE', { appCertificate: APP_ID }, /the same as the App ID/],
  ])('%s: %j', (code, options, message) => {
    expect(errorOf(() => create(options))).toEqual({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('a certificate with one wrong digit is not printed', () => {
    const { message } = errorOf(() => create({ appCertificate: `${CERTIFICATE.slice(0, 31)}!` }));
    expect(message).not.toContain(CERTIFICATE.slice(0, 4));
    expect(message).not.toContain('!');
  });
});

describe('durations', () => {
  test.each([
    [60, 60],
    ['60', 60],
    [' 60s ', 60],
    ['10m', 600],
    ['1.5h', 5400],
    ['2 hours', 7200],
    ['1d', DAY],
    [DAY, DAY],
  ])('%j is %d seconds', (expiresIn, seconds) => {
    const { builder, warnings } = create();
    expect(decodeToken(builder.rtc({ ...RTC, expiresIn })).expire).toBe(seconds);
    expect(warnings).toEqual([]);
  });

  test('an hour by default, and a day for FPA', () => {
    const { builder } = create();
    expect(decodeToken(builder.rtc(RTC)).expire).toBe(HOUR);
    expect(decodeToken(builder.fpa()).expire).toBe(DAY);
    expect(decodeToken(builder.fpa({ expiresIn: '10m' })).expire).toBe(600);
  });

  test.each([
    [0, /1 to 4294967295\. Found 0/],
    [-60, /Found -60/],
    [1.5, /Found 1\.5/],
    ['1.5', /Found 1\.5/],
    [Number.NaN, /Found NaN/],
    [Number.POSITIVE_INFINITY, /is Infinity/],
    ['-1h', /Found -3600/],
    ['500ms', /Found 0\.5/],
    ['soon', /found "soon"/],
    ['', /found ""/],
    [' ', /found " "/],
    ['9'.repeat(200), /1 to 4294967295/],
    ['m'.repeat(200), /found "m+…"/],
    [null, /found null/],
    [60n, /found a bigint/],
    [[60], /found an array/],
  ])('%p is refused', (expiresIn, message) => {
    expect(rtcError({ expiresIn })).toEqual({
      code: 'ERR_DURATION',
      message: expect.stringMatching(message),
    });
  });

  test.each([
    [NOW + 600, /1700000600, .* a point in time \(2023-11-14T22:23:20\.000Z, in seconds/],
    [String(NOW + 600), /a point in time/],
    [(NOW + 600) * 1000, /a point in time \(2023-11-14T22:23:20\.000Z, in milliseconds/],
    [600_000, /looks like milliseconds: as seconds it is 6 days, as milliseconds 10 minutes/],
    [3_600_000, /as milliseconds 60 minutes/],
    [86_400_000, /as milliseconds 1440 minutes/],
  ])('%p is no duration', (expiresIn, message) => {
    expect(rtcError({ expiresIn })).toEqual({
      code: 'ERR_DURATION',
      message: expect.stringMatching(message),
    });
  });

  test.each([[DAY + 1], [2 * DAY], [7 * DAY], [30 * DAY], [25 * DAY], ['30d'], [100_000]])(
    '%p is a warning, since Agora allows 24 hours',
    (expiresIn) => {
      const { builder, warnings } = create();
      expect(builder.rtc({ ...RTC, expiresIn })).toMatch(/^007/);
      expect(warnings).toEqual([
        { code: 'WARN_LONG_DURATION', message: expect.stringContaining('24 hours') },
      ]);
    },
  );

  test.each([
    [DAY - 1, DAY - 1],
    [DAY, DAY],
    [DAY + 1, DAY],
    ['30d', DAY],
  ])('%p is capped to %p if that is asked for', (expiresIn, seconds) => {
    const { builder, warnings } = create({ capDurations: true });
    const token = decodeToken(
      builder.build({
        expiresIn,
        rtc: { ...RTC, expiresIn, privileges: { publishAudio: expiresIn } },
      }),
    );
    expect(token.expire).toBe(seconds);
    expect(token.services[0].privileges.map(({ expire }) => expire)).toEqual(
      Array(4).fill(seconds),
    );
    expect(warnings).toEqual([]);
  });

  test('a point in time is not capped, but an error', () => {
    expect(rtcError({ expiresIn: NOW }, { capDurations: true })).toMatchObject({
      code: 'ERR_DURATION',
    });
  });

  test('a privilege has a duration too', () => {
    expect(rtcError({ privileges: { publishAudio: NOW } })).toEqual({
      code: 'ERR_DURATION',
      message: expect.stringMatching(/^privileges\.publishAudio is 1700000000/),
    });
  });
});

describe('uids and users', () => {
  test.each([
    ['undefined', /Found "undefined", the word for a missing value/],
    ['NaN', /Found "NaN"/],
    ['null', /Found "null"/],
    ['', /Found ""/],
    ['0', /a user named 0/],
    ['042', /Found "042"/],
    ['ada', /Pass a user account as account/],
    ['4294967296', /Found "4294967296"/],
    [Number.NaN, /Found NaN/],
    [-1, /Found -1/],
    [1.5, /Found 1\.5/],
    [4294967296, /Found 4294967296/],
    [undefined, /Found undefined/],
    [null, /Found null/],
    [42n, /Found a bigint/],
  ])('uid %p is refused', (uid, message) => {
    expect(rtcError({ uid })).toEqual({ code: 'ERR_UID', message: expect.stringMatching(message) });
  });

  test.each([
    [1, '1'],
    [4294967295, '4294967295'],
    ['42', '42'],
    [0, ''],
  ])('uid %p becomes %j', (uid, text) => {
    const { builder } = create();
    expect(decodeToken(builder.rtc({ ...RTC, uid })).services[0].uid).toBe(text);
  });

  test('a uid and an account exclude each other', () => {
    expect(rtcError({ account: 'ada' })).toMatchObject({ code: 'ERR_UID' });
  });

  test.each([
    [{ account: '' }, /account .* empty string/],
    [{ account: 42 }, /account .* found a number/],
    [{ account: 'undefined' }, /the word for a missing value/],
    [{ account: 'a'.repeat(256) }, /256 bytes/],
  ])('%j is refused', (options, message) => {
    expect(rtcError({ uid: undefined, ...options })).toEqual({
      code: 'ERR_USER_ID',
      message: expect.stringMatching(message),
    });
  });

  test.each(['rtm', 'rtm2', 'chat', 'apaas'])('%s needs a user id', (service) => {
    for (const userId of [undefined, '', 42, 'null', 'ä'.repeat(33)]) {
      expect(errorOf(() => create().builder[service]({ userId }))).toMatchObject({
        code: 'ERR_USER_ID',
      });
    }
  });
});

describe('channels', () => {
  test.each([
    [undefined, /found undefined/],
    [42, /found a number/],
    ['', /is empty/],
    ['undefined', /the word for a missing value/],
    ['a'.repeat(65), /65 bytes/],
    ['a/b', /'\/' at 1/],
    ['a"', /'"' at 1/],
    ['raum-ü', /U\+00FC at 5/],
    ['a\n', /a line break at 1/],
  ])('%j is refused', (channel, message) => {
    expect(rtcError({ channel })).toEqual({
      code: 'ERR_CHANNEL',
      message: expect.stringMatching(message),
    });
  });

  test.each([['*'], ['class-*'], ['a'.repeat(64)], ['aZ09 !#$%&()+-:;<=.>?@[]^_{}|~,']])(
    '%j is legal',
    (channel) => {
      const { builder, warnings } = create();
      expect(decodeToken(builder.rtc({ ...RTC, channel })).services[0].channelName).toBe(channel);
      expect(warnings).toEqual([]);
    },
  );
});

describe('roles, privileges and options', () => {
  test.each([
    ['host', /Do you mean 'publisher'/],
    ['audience', /Do you mean 'subscriber'/],
    ['toString', /found "toString"/],
    [3, /found "3"/],
    [undefined, /found undefined/],
    [true, /found a boolean/],
  ])('role %p is refused', (role, message) => {
    expect(rtcError({ role })).toEqual({
      code: 'ERR_ROLE',
      message: expect.stringMatching(message),
    });
  });

  test('a publisher publishes, a subscriber does not', () => {
    const { builder } = create();
    const names = (role) =>
      decodeToken(builder.rtc({ ...RTC, role })).services[0].privileges.map(({ name }) => name);
    expect(names('publisher')).toEqual([
      'joinChannel',
      'publishAudio',
      'publishVideo',
      'publishData',
    ]);
    expect(names('subscriber')).toEqual(['joinChannel']);
  });

  test('without a role there is what privileges names, and joining', () => {
    const { builder } = create();
    const token = builder.rtc({ channel: 'c', uid: 1, privileges: { publishAudio: 60 } });
    expect(
      decodeToken(token).services[0].privileges.map(({ name, expireTs }) => [name, expireTs - NOW]),
    ).toEqual([
      ['joinChannel', HOUR],
      ['publishAudio', 60],
    ]);
  });

  test.each([
    ['ERR_PRIVILEGE', { privileges: { publishAudios: 60 } }, /no privilege "publishAudios"/],
    ['ERR_PRIVILEGE', { privileges: 60 }, /found a number/],
    ['ERR_PRIVILEGE', { privileges: [] }, /found an array/],
    ['ERR_PRIVILEGE', { privileges: null }, /found null/],
    ['ERR_OPTION', { expire: 60 }, /rtc has no option "expire"/],
    ['ERR_OPTION', { channelName: 'c' }, /no option "channelName"/],
  ])('%s: %j', (code, options, message) => {
    expect(rtcError(options)).toEqual({ code, message: expect.stringMatching(message) });
  });

  test.each([
    [null, /found null/],
    ['lobby', /found a string/],
    [[], /found an array/],
  ])('options must be an object: %j', (options, message) => {
    expect(errorOf(() => create().builder.rtc(options))).toEqual({
      code: 'ERR_OPTION',
      message: expect.stringMatching(message),
    });
  });

  test.each([
    [{ strict: 'yes' }, 'ERR_OPTION'],
    [{ onWarning: true }, 'ERR_OPTION'],
    [{ certificate: 'x' }, 'ERR_OPTION'],
  ])('createTokenBuilder refuses %j', (options, code) => {
    expect(errorOf(() => create(options))).toMatchObject({ code });
  });

  test.each([
    [{}],
    [{ expiresIn: 60 }],
    [{ rtc: undefined }],
    [{ rtd: {} }],
    [{ conversationalAi: { role: 1 } }],
  ])('build refuses %j', (options) => {
    expect(errorOf(() => create().builder.build(options))).toMatchObject({ code: 'ERR_OPTION' });
  });

  test.each(['conversationalAi', 'stt'])('an option of %s inside build is refused', (name) => {
    expect(errorOf(() => create().builder.build({ [name]: { expiresIn: 60 } }))).toEqual({
      code: 'ERR_OPTION',
      message: `${name} has no option "expiresIn". It takes none.`,
    });
  });

  test.each([
    [{ users: { write: 'ada' } }, /users\.write must be an array/],
    [{ users: { write: ['ada', ''] } }, /item 1 is an empty string/],
    [{ users: { fly: [] } }, /no permission "fly"/],
    [{ walls: { read: [] } }, /no type of resource "walls".*messageChannels/],
    [{ users: null }, /users must be an object/],
    [[], /found an array/],
  ])('RTM2 permissions %j are refused', (permissions, message) => {
    expect(errorOf(() => create().builder.rtm2({ userId: 'ada', permissions }))).toEqual({
      code: 'ERR_PERMISSIONS',
      message: expect.stringMatching(message),
    });
  });

  test('what decodeToken gives as RTM2 permissions can be built from', () => {
    const permissions = { messageChannels: { read: ['a'], write: [] }, users: { read: ['b'] } };
    const { builder } = create();
    const [service] = decodeToken(builder.rtm2({ userId: 'ada', permissions })).services;
    expect(service.permissions).toEqual(permissions);
  });

  test.each([
    ['chat', { app: true, userId: 'ada' }, 'ERR_OPTION'],
    ['chat', { app: 'yes' }, 'ERR_OPTION'],
    ['apaas', { app: true, room: 'r' }, 'ERR_OPTION'],
    ['apaas', { userId: 'ada', role: 1 }, 'ERR_ROLE'],
    ['apaas', { userId: 'ada', room: 'r' }, 'ERR_ROLE'],
    ['apaas', { userId: 'ada', room: 'r', role: 32768 }, 'ERR_ROLE'],
    ['apaas', { userId: 'ada', room: 'r', role: -1 }, 'ERR_ROLE'],
    ['apaas', { userId: 'ada', room: 'r', role: 0.5 }, 'ERR_ROLE'],
    ['apaas', { userId: 'ada', room: '', role: 1 }, 'ERR_CHANNEL'],
    ['conversationalAi', { ...RTC, userId: 'ada', room: 'r' }, 'ERR_OPTION'],
    ['stt', { ...RTC }, 'ERR_USER_ID'],
  ])('%s refuses %j', (service, options, code) => {
    expect(errorOf(() => create().builder[service](options))).toMatchObject({ code });
  });
});

describe('strict: false', () => {
  test.each([
    ['ERR_CHANNEL', { channel: 'a/b' }],
    ['ERR_CHANNEL', { channel: '' }],
    ['ERR_USER_ID', { uid: undefined, account: 'undefined' }],
    ['ERR_DURATION', { expiresIn: NOW }],
    ['ERR_DURATION', { expiresIn: 3_600_000 }],
  ])('%s is a warning for %j', (code, options) => {
    const { builder, warnings } = create({ strict: false });
    expect(builder.rtc({ ...RTC, ...options })).toMatch(/^007/);
    expect(warnings).toContainEqual({ code, message: rtcError(options).message });
  });

  test.each([
    ['ERR_UID', { uid: -1 }],
    ['ERR_ROLE', { role: 'host' }],
    ['ERR_DURATION', { expiresIn: -1 }],
    ['ERR_CHANNEL', { channel: undefined }],
  ])('%s stays an error for %j', (code, options) => {
    expect(rtcError(options, { strict: false })).toMatchObject({ code });
  });

  test('without onWarning, warnings go to the process', () => {
    const emit = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    try {
      create({ onWarning: undefined }).builder.rtc({ ...RTC, expiresIn: '2d' });
      expect(emit).toHaveBeenCalledWith(expect.stringContaining('172800 seconds'), {
        type: 'TokenWarning',
        code: 'WARN_LONG_DURATION',
      });
    } finally {
      emit.mockRestore();
    }
  });
});

describe('clock and salt', () => {
  test('now may be a Date from before the class was replaced', () => {
    const now = new Date(NOW * 1000);
    const token = frozen({ nowMs: 0, draw: 0.5 }, () => create({ now }).builder.rtc(RTC));
    expect(decodeToken(token).issueTs).toBe(NOW);
  });

  test.each([[NOW + 0.9], [new Date(NOW * 1000 + 900)], [() => NOW]])('now: %p', (now) => {
    expect(decodeToken(create({ now }).builder.rtc(RTC)).issueTs).toBe(NOW);
  });

  test('now may be 0', () => {
    expect(decodeToken(create({ now: 0 }).builder.rtc(RTC)).issueTs).toBe(0);
  });

  test.each([[Date.UTC(2030)], [-1], ['now'], [null]])('now %p is refused', (now) => {
    expect(rtcError({}, { now })).toMatchObject({ code: 'ERR_CLOCK' });
  });

  test.each([[1], [4294967295], [() => 7]])('salt: %p', (salt) => {
    const expected = typeof salt === 'function' ? salt() : salt;
    expect(decodeToken(create({ salt }).builder.rtc(RTC)).salt).toBe(expected);
  });

  test.each([[0], [1.5], [4294967296], ['7'], [Number.NaN]])('salt %p is refused', (salt) => {
    expect(rtcError({}, { salt })).toMatchObject({ code: 'ERR_SALT' });
  });

  test('the salt comes from the operating system, not from Math.random', () => {
    const { builder } = create();
    const salts = withRandom(
      () => 0.5,
      () => Array.from({ length: 50 }, () => decodeToken(builder.rtc(RTC)).salt),
    );
    expect(new Set(salts).size).toBeGreaterThan(40);
    expect(Math.min(...salts)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...salts)).toBeLessThanOrEqual(99_999_999);
  });
});

test('its tokens verify', () => {
  const { builder } = create();
  const token = builder.build({
    rtc: RTC,
    rtm: { userId: 'ada' },
    chat: { userId: 'ada' },
    fpa: {},
    stt: {},
    conversationalAi: {},
  });
  expect(decodeToken(token).services.map(({ name }) => name)).toEqual([
    'rtc',
    'rtm',
    'fpa',
    'chat',
    'conversationalAi',
    'stt',
  ]);
  const options = {
    now: NOW,
    channelName: 'lobby',
    uid: 42,
    userId: 'ada',
    privilege: 'rtm.login',
  };
  expect(verifyToken(token, CERTIFICATE, options)).toMatchObject({ valid: true, reasons: [] });
});
