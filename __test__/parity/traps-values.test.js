'use strict';

// The original's surprises with numbers, bytes, maps, parsing and the older formats.

const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const {
  ANY_TOKEN,
  INVALID_TYPE,
  OUT_OF_RANGE,
  PLAIN_TYPE_ERROR,
  channelOf,
  dynamicKey,
  expireOf,
  model,
  packedPrivileges,
  parsed,
  root,
  rtcService,
  rtcToken,
  signaling,
  testTraps,
  verified,
} = require('../support/traps');

testTraps({
  numbers: [
    ['expire undefined', expireOf(undefined), 0],
    ['expire null', expireOf(null), 0],
    ["expire 'abc'", expireOf('abc'), 0],
    ['expire {}', expireOf({}), 0],
    ['expire NaN', expireOf(NaN), 0],
    ["expire '3600'", expireOf('3600'), 3600],
    ["expire ' 0x10 '", expireOf(' 0x10 '), 16],
    ['expire [5]', expireOf([5]), 5],
    ['expire 1.9', expireOf(1.9), 1],
    ['expire -0.5', expireOf(-0.5), OUT_OF_RANGE],
    ['expire 4294967295', expireOf(4294967295), 4294967295],
    ['expire 4294967295.5', expireOf(4294967295.5), OUT_OF_RANGE],
    ['expire 4294967296', expireOf(4294967296), OUT_OF_RANGE],
    ['expire 1n', expireOf(1n), PLAIN_TYPE_ERROR],
    ['expire Symbol', expireOf(Symbol('e')), PLAIN_TYPE_ERROR],
    [
      'privilege expire omitted',
      (library) =>
        parsed(
          library,
          root(library).RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, 'c', 7, 2, 600),
        ).services[0].__privileges[1],
      0,
    ],
  ],
  'channels and bytes': [
    ['channel undefined', channelOf(undefined), INVALID_TYPE],
    ['channel 5', channelOf(5), INVALID_TYPE],
    ['channel empty', channelOf(''), ''],
    ['channel Buffer', channelOf(Buffer.from('ab')), '6162'],
    ['channel array of bytes', channelOf([97, 98.7, -1, 300, NaN]), '6162ff2c00'],
    ['channel { toString }', channelOf({ toString: () => 'x' }), INVALID_TYPE],
    ['channel { toPrimitive }', channelOf({ [Symbol.toPrimitive]: () => 'xyz' }), '78797a'],
    ["channel { valueOf → 'xyz' }", channelOf({ valueOf: () => 'xyz' }), '78797a'],
    ['channel String object', channelOf(new String('xyz')), '78797a'],
    ['channel { length: 0 }', channelOf({ length: 0 }), ''],
    ['channel DataView', channelOf(new DataView(new ArrayBuffer(4))), ''],
    ['channel lone surrogate', channelOf('\ud800'), 'efbfbd'],
    [
      'channel of 65 bytes',
      (library) => rtcService(library, { channel: 'x'.repeat(65) }).__channel_name.length,
      65,
    ],
    [
      'channel of 65535 bytes',
      (library) => rtcService(library, { channel: '€'.repeat(21845) }).__channel_name.length,
      65535,
    ],
    ['channel of 65536 bytes', channelOf('a'.repeat(65536)), OUT_OF_RANGE],
  ],
  'maps and services': [
    ["privilege key 'abc'", packedPrivileges({ abc: 5 }), '01000100000005000000'],
    ['privilege key 1.5', packedPrivileges({ 1.5: 5 }), '01000100010005000000'],
    ['privilege key -1', packedPrivileges({ '-1': 5 }), OUT_OF_RANGE],
    [
      'an inherited privilege is written but not counted',
      packedPrivileges(Object.assign(Object.create({ 5: 1 }), { 2: 3 })),
      '010001000200030000000500' + '01000000',
    ],
    [
      'permissions {}',
      (library) =>
        root(library).RtmTokenBuilder.buildTokenWithPermissions(APP_ID, CERTIFICATE, 'u', {}, 1),
      PLAIN_TYPE_ERROR,
    ],
    [
      'permissions null',
      (library) =>
        root(library).RtmTokenBuilder.buildTokenWithPermissions(APP_ID, CERTIFICATE, 'u', null, 1),
      ANY_TOKEN,
    ],
    [
      'add_service(5)',
      (library) => {
        const token = new (model(library).AccessToken2)(APP_ID, CERTIFICATE, 1, 1);
        return token.add_service(5);
      },
      undefined,
    ],
    [
      'build() after add_service(5)',
      (library) => {
        const token = new (model(library).AccessToken2)(APP_ID, CERTIFICATE, 1, 1);
        token.add_service(5);
        token.add_service(5);
        return token.build();
      },
      PLAIN_TYPE_ERROR,
    ],
    [
      'services of one type keep their order',
      (library) => {
        const { AccessToken2, ServiceRtm, ServiceRtc } = model(library);
        const token = new AccessToken2(APP_ID, CERTIFICATE, 1, 1);
        for (const service of [new ServiceRtm('b'), new ServiceRtm('a'), new ServiceRtc('c', 1)])
          token.add_service(service);
        return parsed(library, token.build())
          .services.map((service) => (service.__user_id ?? service.__channel_name).toString())
          .join();
      },
      'c,b,a',
    ],
  ],
  parsing: [
    ['verifySignature()', verified([]), false],
    ['verifySignature(certificate)', verified([CERTIFICATE]), true],
    ['verifySignature(String object)', verified([new String(CERTIFICATE)]), INVALID_TYPE],
    ['verifySignature([certificate])', verified([[CERTIFICATE]]), INVALID_TYPE],
    ['verifySignature(Buffer)', verified([Buffer.from(CERTIFICATE)]), true],
    [
      'white space and junk',
      (library) =>
        new (model(library).AccessToken2)().from_string(`007 \n!${rtcToken(library, {}).slice(3)}`),
      true,
    ],
    [
      '= in the middle',
      (library) =>
        new (model(library).AccessToken2)().from_string(
          rtcToken(library, {}).replace(/^(.{30})/, '$1='),
        ),
      false,
    ],
    [
      'a failed parse',
      (library) => {
        const token = new (model(library).AccessToken2)();
        const text = rtcToken(library, {});
        return [
          token.from_string(text),
          token.from_string(text.slice(0, 40)),
          token.appId,
          token.services.length,
          token.__parsed,
        ].join();
      },
      'true,false,,0,false',
    ],
  ],
  'DynamicKey5 and SignalingToken': [
    [
      'a 1000-character channel',
      dynamicKey('generateMediaChannelKey', [APP_ID, CERTIFICATE, 'c'.repeat(1000), 1, 2, 3, 4]),
      OUT_OF_RANGE,
    ],
    [
      'bad hex is cut',
      dynamicKey('generateMediaChannelKey', ['abxy', 'zz', 'c', 1, 2, 3, 4]),
      '005…',
    ],
    [
      'a numeric channel',
      dynamicKey('generateRecordingKey', [APP_ID, CERTIFICATE, 5, 1, 2, 3, 4]),
      '005…',
    ],
    [
      'a numeric channel in the in-channel variant',
      dynamicKey('generateInChannelPermissionKey', [APP_ID, CERTIFICATE, 5, 1, 2, 3, 4, '0']),
      INVALID_TYPE,
    ],
    ["lifetime '60' is appended", signaling('60'), '170000000060'],
    ['lifetime undefined', signaling(undefined), 'NaN'],
    ['lifetime 60', signaling(60), '1700000060'],
    ['lifetime 1n', signaling(1n), PLAIN_TYPE_ERROR],
  ],
});
