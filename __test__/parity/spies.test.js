'use strict';

const path = require('node:path');
const { callPlainly, plainArgument } = require('../support/every-builder');
const { BUILDERS } = require('../support/builders');
const { differenceIn } = require('../support/compare');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { withRandom } = require('../support/sandbox');

const { original, ours } = libraries();
const LIBRARIES = [
  ['the original', original],
  ['ours', ours],
];
const RTC_ARGUMENTS = [APP_ID, CERTIFICATE, 'channel', 7, 1, 600];

afterEach(() => {
  jest.restoreAllMocks();
});

function holderOf(builder, library) {
  const exported = library.modules[builder.file];
  const [, name] = builder.name.split(' ');
  return typeof exported[name] === 'function' && exported[name] !== exported[builder.method]
    ? exported[name]
    : exported;
}

describe.each(LIBRARIES)('in %s', (_name, library) => {
  const { RtcTokenBuilder } = library.modules.index;

  test.each(BUILDERS.map((builder) => [builder.name, builder]))(
    '%s can be spied on and restored',
    (_builder, builder) => {
      const holder = holderOf(builder, library);
      const spy = jest.spyOn(holder, builder.method).mockReturnValue('spied');
      expect(holder[builder.method]('any')).toBe('spied');
      expect(spy).toHaveBeenCalledWith('any');
      spy.mockRestore();
      const result = callPlainly(builder, library);
      expect(typeof (result.result ?? result)).toBe('string');
      expect(result).not.toBe('spied');
    },
  );

  test.each(BUILDERS.map((builder) => [builder.name, builder]))(
    '%s can be assigned to',
    (_builder, builder) => {
      const holder = holderOf(builder, library);
      const intact = holder[builder.method];
      holder[builder.method] = () => 'assigned';
      expect(holder[builder.method]()).toBe('assigned');
      holder[builder.method] = intact;
      expect(holder[builder.method]).toBe(intact);
    },
  );

  test('buildTokenWithUid delegates to a spied buildTokenWithUserAccount, with the default expiry', () => {
    const spy = jest.spyOn(RtcTokenBuilder, 'buildTokenWithUserAccount').mockReturnValue('token');
    expect(RtcTokenBuilder.buildTokenWithUid(...RTC_ARGUMENTS)).toBe('token');
    expect(spy.mock.calls).toEqual([[...RTC_ARGUMENTS, 0]]);
    expect(spy.mock.contexts).toEqual([RtcTokenBuilder]);
  });

  test('buildTokenWithUidAndPrivilege delegates to a spied BuildTokenWithUserAccountAndPrivilege', () => {
    const spy = jest
      .spyOn(RtcTokenBuilder, 'BuildTokenWithUserAccountAndPrivilege')
      .mockReturnValue('token');
    expect(RtcTokenBuilder.buildTokenWithUidAndPrivilege(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).toBe(
      'token',
    );
    expect(spy.mock.calls).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  });

  test('buildTokenWithUid of 006 delegates to a spied buildTokenWithAccount', () => {
    const { RtcTokenBuilder: Rtc006 } = library.modules['src/RtcTokenBuilder'];
    const spy = jest.spyOn(Rtc006, 'buildTokenWithAccount').mockReturnValue('token');
    expect(Rtc006.buildTokenWithUid(1, 2, 3, 4, 5, 6, 7)).toBe('token');
    expect(spy.mock.calls).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  test('a subclass may override what buildTokenWithUid delegates to', () => {
    class Custom extends RtcTokenBuilder {
      static buildTokenWithUserAccount(...args) {
        return `custom ${args.length} ${super.buildTokenWithUserAccount(...args).slice(0, 3)}`;
      }
    }
    expect(Custom.buildTokenWithUid(...RTC_ARGUMENTS)).toBe('custom 7 007');
  });

  test('a spied service method is called by a builder', () => {
    const { ServiceRtc } = library.modules['src/AccessToken2'];
    const spy = jest.spyOn(ServiceRtc.prototype, 'add_privilege');
    RtcTokenBuilder.buildTokenWithUid(...RTC_ARGUMENTS, 60);
    expect(spy.mock.calls).toEqual([
      [1, 60],
      [2, 60],
      [3, 60],
      [4, 60],
    ]);
  });

  test('a spied build is called by a builder, on a token that holds the arguments', () => {
    const { AccessToken2 } = library.modules['src/AccessToken2'];
    const spy = jest.spyOn(AccessToken2.prototype, 'build').mockReturnValue('built');
    expect(RtcTokenBuilder.buildTokenWithUid(...RTC_ARGUMENTS, 60)).toBe('built');
    expect(spy.mock.contexts[0]).toMatchObject({
      appId: APP_ID,
      appCertificate: CERTIFICATE,
      expire: 600,
    });
    expect(spy.mock.contexts[0].services[0].__uid).toBe('7');
  });

  test('a spy on the root class is seen through the deep path', () => {
    jest.spyOn(RtcTokenBuilder, 'buildTokenWithUid').mockReturnValue('spied');
    const { RtcTokenBuilder: deep } = library.modules['src/RtcTokenBuilder2'];
    expect(deep.buildTokenWithUid()).toBe('spied');
  });
});

test.each(BUILDERS.map((builder) => [builder.name, builder]))(
  'a detached %s does the same',
  (_name, builder) => {
    const detached = ({ library }) => {
      const method = holderOf(builder, library)[builder.method];
      return method(...builder.parameters.map((kind) => plainArgument(kind, library)));
    };
    expect(differenceIn(detached)).toBe('');
  },
);

test('a detached buildTokenWithUid throws and a detached buildTokenWithUserAccount works', () => {
  const { buildTokenWithUid, buildTokenWithUserAccount } = ours.modules.index.RtcTokenBuilder;
  expect(() => buildTokenWithUid(...RTC_ARGUMENTS)).toThrow(TypeError);
  expect(buildTokenWithUserAccount(...RTC_ARGUMENTS)).toMatch(/^007/);
});

test.each(BUILDERS.map((builder) => [builder.name, builder]))(
  '%s called on another object does the same',
  (_name, builder) => {
    const called = ({ library }) => {
      const receiver = {
        buildTokenWithUserAccount: (...args) => args.length,
        buildTokenWithAccount: (...args) => args.length,
      };
      const args = builder.parameters.map((kind) => plainArgument(kind, library));
      return [holderOf(builder, library)[builder.method].apply(receiver, args), receiver];
    };
    expect(differenceIn(called)).toBe('');
  },
);

// A module under jest.mock holds what the factory gives and no more; the builders need no more.
test.each(LIBRARIES)(
  'a builder of %s works over a mocked AccessToken2 module',
  (_name, library) => {
    const names = [];
    class ServiceRtc {
      add_privilege() {}
    }
    class ServiceRtm extends ServiceRtc {}
    class AccessToken2 {
      add_service(service) {
        names.push(service.constructor.name);
      }

      build() {
        return 'mocked token';
      }
    }
    const deepPath = path.join(library.root, 'src/AccessToken2.js');
    jest.doMock(deepPath, () => ({ AccessToken2, ServiceRtc, ServiceRtm }));
    try {
      jest.isolateModules(() => {
        const { RtcTokenBuilder } = require(path.join(library.root, 'src/RtcTokenBuilder2.js'));
        expect(
          RtcTokenBuilder.buildTokenWithRtm(APP_ID, CERTIFICATE, 'channel', 'user', 1, 600),
        ).toBe('mocked token');
      });
    } finally {
      jest.dontMock(deepPath);
    }
    expect(names).toEqual(['ServiceRtc', 'ServiceRtm']);
  },
);

test.each(LIBRARIES)('the whole of %s can be mocked with a factory', (_name, library) => {
  jest.isolateModules(() => {
    jest.doMock(library.root, () => ({ RtcTokenBuilder: { buildTokenWithUid: () => 'mocked' } }));
    expect(require(library.root).RtcTokenBuilder.buildTokenWithUid()).toBe('mocked');
    jest.dontMock(library.root);
  });
});

test.each(LIBRARIES)('jest can automock %s', (_name, library) => {
  const mocked = jest.createMockFromModule(library.root);
  expect(mocked.RtcTokenBuilder.buildTokenWithUid(...RTC_ARGUMENTS)).toBeUndefined();
  expect(mocked.RtcTokenBuilder.buildTokenWithUid).toHaveBeenCalledTimes(1);
  expect(mocked.RtcRole).toEqual({ PUBLISHER: 1, SUBSCRIBER: 2 });
});

test('an own or inherited field of a parsed token can be assigned as in the original', () => {
  const assigned = ({ library }) => {
    const { AccessToken2, ServiceRtm } = library.modules['src/AccessToken2'];
    class Fixed extends AccessToken2 {
      get salt() {
        return 42;
      }

      set salt(value) {
        this.drawn = value;
      }
    }
    const token = new Fixed(APP_ID, CERTIFICATE, 1, 2);
    token.add_service(new ServiceRtm('user'));
    return [token.build(), token];
  };
  expect(
    withRandom(
      () => 0.5,
      () => differenceIn(assigned),
    ),
  ).toBe('');
});
