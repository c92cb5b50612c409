'use strict';

// Mocks of Node's own modules that call back. They reach the JavaScript kernel, which these tests choose.
process.env.AGORA_TOKEN_BACKEND = 'javascript';

const crypto = require('node:crypto');
const zlib = require('node:zlib');
const { BUILDERS } = require('../../support/builders');
const { differenceIn } = require('../../support/compare');
const { callPlainly, everyBuilder } = require('../../support/every-builder');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { OURS, libraries } = require('../../support/libraries');
const {
  MOMENT,
  OTHER_ID,
  expectNothingMixed,
  expectNothingMixedInOurs,
  hooked,
  modelToken,
  tokens,
  withValue,
} = require('../../support/re-entry');
const { frozen } = require('../../support/sandbox');

const { ours } = libraries();
const { index } = ours.modules;

/** Puts a hooked function in the place of one of Node's while an action runs. */
function withMock(module, key, hook, action) {
  return withValue(module, key, { value: hooked(hook, module[key]), writable: true }, action);
}

/** The same for the methods of what `createHmac` and `createHash` return. */
function withMockedDigests(key, hook, action) {
  const intact = crypto[key];
  const value = (...args) => {
    const made = intact(...args);
    for (const method of ['update', 'digest']) {
      made[method] = hooked(hook, Object.getPrototypeOf(made)[method]);
    }
    return made;
  };
  return withValue(crypto, key, { value, writable: true }, action);
}

const MOCKS = [
  ['createHmac', withMock.bind(null, crypto, 'createHmac')],
  ['createHash', withMock.bind(null, crypto, 'createHash')],
  ['the methods of an Hmac', withMockedDigests.bind(null, 'createHmac')],
  ['deflateSync', withMock.bind(null, zlib, 'deflateSync')],
  ['inflateSync', withMock.bind(null, zlib, 'inflateSync')],
  ['timingSafeEqual', withMock.bind(null, crypto, 'timingSafeEqual')],
];

// Without the object that the builder of 006 leaves behind, which is that of the last call.
function build(builder, library) {
  const given = callPlainly(builder, library);
  return given.result ?? given;
}

function readAndVerify(library) {
  const token = new library.modules['src/AccessToken2'].AccessToken2();
  const isRead = token.from_string(tokens.short);
  return [isRead, token, token.verifySignature(OTHER_CERTIFICATE), token.verifySignature(OTHER_ID)];
}

test('the kernel is the one in JavaScript', () => {
  expect(ours.backend).toBe('javascript');
});

describe.each(MOCKS)('from %s', (_name, withMocked) => {
  test('in the middle of builders, of the object model and of a check', () => {
    const reached = expectNothingMixed((hook, library) =>
      withMocked(hook, () => [
        ...BUILDERS.map((builder) => build(builder, library)),
        modelToken(library, APP_ID, CERTIFICATE, 'outer').build(),
        readAndVerify(library),
      ]),
    );
    expect(reached).toBeGreaterThan(0);
  });

  test.each(BUILDERS.map((builder) => [builder.name, builder]))(
    'in the middle of %s',
    (_builder, builder) => {
      expectNothingMixed((hook, library) => withMocked(hook, () => build(builder, library)));
    },
  );

  test('in the middle of a batch, and of a builder with named options', () => {
    const requests = [APP_ID, OTHER_ID, APP_ID].map((id, uid) => ({
      method: 'RtcTokenBuilder.buildTokenWithUid',
      args: [id, CERTIFICATE, `outer-${uid}`, uid, 1, 60, 60],
    }));
    const options = { appId: APP_ID, appCertificate: CERTIFICATE, salt: 7 };
    for (const compression of ['zlib', 'fixed']) {
      expectNothingMixedInOurs((hook) =>
        withMocked(hook, () => [
          index.buildTokens(requests, { compression }),
          index.createTokenBuilder({ ...options, compression }).rtm({ userId: 'outer' }),
        ]),
      );
    }
  });
});

test('the digests of a mock are taken, whatever their length', () => {
  for (const digest of [Buffer.from('short'), Buffer.alloc(100, 7)]) {
    const value = () => {
      const hmac = { update: () => hmac, digest: () => digest };
      return hmac;
    };
    const check = (context) =>
      withValue(crypto, 'createHmac', { value, writable: true }, () =>
        everyBuilder({
          ...context,
          // Version 005 wants a text.
          library: { modules: { ...context.library.modules, 'src/DynamicKey5': {} } },
        }),
      );
    expect(differenceIn(check)).toBe('');
  }
});

test('a mock that throws leaves nothing behind', () => {
  const buildAll = () => frozen(MOMENT, () => BUILDERS.map((it) => build(it, ours)));
  const expected = buildAll();
  const mocks = [
    [crypto, 'createHmac'],
    [crypto, 'createHash'],
    [zlib, 'deflateSync'],
  ];
  for (const [module, key] of mocks) {
    const value = () => {
      throw new Error('mocked');
    };
    withValue(module, key, { value, writable: true }, () => {
      expect(buildAll).toThrow('mocked');
      expect(buildAll).toThrow('mocked');
    });
    expect(buildAll()).toEqual(expected);
  }
});

/** The kernel in JavaScript makes a stream that stays after some tokens. */
const MORE_THAN_STREAMLESS = 20;

describe('a deflateSync that was replaced before the first token', () => {
  const load = () => {
    let loaded;
    jest.isolateModules(() => {
      loaded = require(OURS);
    });
    return loaded;
  };
  const buildRtm = (library) =>
    frozen(MOMENT, () => library.RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, 'ada', 60));

  test('sees the content of each token, and nothing else', () => {
    const expected = buildRtm(index);
    const spy = jest.spyOn(zlib, 'deflateSync');
    const library = load();
    const built = Array.from({ length: MORE_THAN_STREAMLESS }, () => buildRtm(library));
    expect(new Set(built)).toEqual(new Set([expected]));
    const seen = spy.mock.calls.map(([content]) => Buffer.from(content).toString('hex'));
    spy.mockRestore();
    expect(seen).toHaveLength(MORE_THAN_STREAMLESS);
    const content = zlib.inflateSync(Buffer.from(expected.slice(3), 'base64')).toString('hex');
    expect(new Set(seen)).toEqual(new Set([content]));
    expect(buildRtm(library)).toBe(expected);
  });

  test('gives the stream of each token', () => {
    const spy = jest.spyOn(zlib, 'deflateSync').mockReturnValue(Buffer.from('mocked'));
    const library = load();
    expect(buildRtm(library)).toBe(`007${Buffer.from('mocked').toString('base64')}`);
    expect(buildRtm(library)).toBe(`007${Buffer.from('mocked').toString('base64')}`);
    spy.mockRestore();
    expect(buildRtm(library)).toBe(buildRtm(index));
  });
});
