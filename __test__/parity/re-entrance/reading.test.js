'use strict';

// User code that runs while a token of the object model is read or verified: accessors of tokens and
// services, overridden methods, and classes of the user's own.

const { differenceIn } = require('../../support/compare');
const { describe: describeValue } = require('../../support/describe');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { libraries } = require('../../support/libraries');
const { inflateToken } = require('../../support/token-content');
const {
  OTHER_ID,
  expectNothingMixed,
  hookAccess,
  longToken,
  modelToken,
  tokens,
  withValue,
} = require('../../support/re-entry');
const { frozen } = require('../../support/sandbox');

const model = (library) => library.modules['src/AccessToken2'];
const { original } = libraries();
const MOMENT = { nowMs: 1700000000123, draw: 0.25 };

const outerToken = frozen(MOMENT, () => modelToken(original, APP_ID, CERTIFICATE, 'outer').build());
const longOuterToken = frozen(MOMENT, () => {
  const token = longToken(original, 'outer');
  token.appId = APP_ID;
  return token.build();
});
const TEXTS = [
  ['a short token', outerToken],
  ['a long token', longOuterToken],
  ['a token in the other alphabet', outerToken.replaceAll('+', '-').replaceAll('/', '_')],
  ['a token that is cut', outerToken.slice(0, 120)],
];

test('the tokens are as long as they should be', () => {
  expect(inflateToken(outerToken).length).toBeLessThan(4096);
  expect(inflateToken(longOuterToken).length).toBeGreaterThan(4096);
  expect(outerToken).toMatch(/[+/]/);
});

/** What a user sees of a token that was read: what came back, and every field. */
function seen(token, result) {
  return { result, fields: { ...token }, isSigned: token.verifySignature(CERTIFICATE) };
}

describe.each(TEXTS)('while %s is read', (_name, text) => {
  test('from add_service, before and after', () => {
    for (const order of ['before', 'after']) {
      expectNothingMixed((hook, library) => {
        class Own extends model(library).AccessToken2 {
          add_service(service) {
            if (order === 'before') hook();
            super.add_service(service);
            if (order === 'after') hook();
          }
        }
        const token = new Own();
        return seen(token, token.from_string(text));
      });
    }
  });

  const FIELDS = ['appId', 'issueTs', 'expire', 'salt', 'services', '__signature'];

  test.each([...FIELDS, '__signing_info', '__parsed'])('from the accessor %s', (key) => {
    const reached = expectNothingMixed((hook, library) => {
      const token = new (model(library).AccessToken2)();
      hookAccess(token, key, hook);
      const result = token.from_string(text);
      return [seen(token, result), token[key]];
    });
    expect(reached).toBeGreaterThan(0);
  });

  test('from classes of the user, and their accessors', () => {
    const reached = ['ServiceRtc', 'ServiceRtm2', 'ServiceApaas', 'ServiceChat'].map((name) =>
      expectNothingMixed((hook, library) => {
        const { [name]: Class, AccessToken2 } = model(library);
        const { kServices } = AccessToken2;
        const type = new Class().service_type();
        // Inner calls read with the classes that they know.
        const inner = () =>
          withValue(kServices, type, { value: Class, enumerable: true, writable: true }, hook);
        class Own extends Class {
          constructor() {
            super();
            inner();
            for (const key of Object.keys(this)) hookAccess(this, key, inner);
          }
        }
        return withValue(kServices, type, { value: Own, enumerable: true }, () => {
          const token = new AccessToken2();
          const result = token.from_string(text);
          const services = token.services.map((service) => ({ ...service }));
          return [result, token.appId, services, token.verifySignature(CERTIFICATE)];
        });
      }),
    );
    if (text === outerToken) expect(Math.min(...reached)).toBeGreaterThan(0);
  });

  test('from unpack, and from an accessor in kServices', () => {
    expectNothingMixed((hook, library) => {
      const { Service, ServiceRtc, Rtm2Permissions } = model(library);
      const hooked = (object, key, action) => {
        const intact = object[key];
        const value = function (...args) {
          hook();
          const result = intact.apply(this, args);
          hook();
          return result;
        };
        return withValue(object, key, { value, writable: true }, action);
      };
      const read = () => {
        const token = new (model(library).AccessToken2)();
        return seen(token, token.from_string(text));
      };
      return [
        hooked(Service.prototype, 'unpack', read),
        hooked(ServiceRtc.prototype, 'unpack', read),
        hooked(Rtm2Permissions.prototype, 'add', read),
      ];
    });
    expectNothingMixed((hook, library) => {
      const { AccessToken2, ServiceRtc } = model(library);
      const get = () => {
        hook();
        return ServiceRtc;
      };
      return withValue(AccessToken2.kServices, 1, { get, enumerable: true }, () => {
        const token = new AccessToken2();
        return seen(token, token.from_string(text));
      });
    });
  });

  test('from the accessors that verifySignature reads', () => {
    for (const key of [...FIELDS, '__signing_info', '__parsed']) {
      expectNothingMixed((hook, library) => {
        const token = new (model(library).AccessToken2)();
        const result = token.from_string(text);
        hookAccess(token, key, hook);
        return [result, token.verifySignature(CERTIFICATE), token.verifySignature(OTHER_ID)];
      });
    }
  });
});

// A token that holds what another one said must not count as signed: the exact case that was found.
test('a token that reads another in add_service keeps its own services', () => {
  const answers = Object.values(libraries()).map((library) => {
    const { AccessToken2 } = model(library);
    class Chain extends AccessToken2 {
      add_service(service) {
        super.add_service(service);
        new AccessToken2('', '', 1, 1).from_string(tokens.short);
      }
    }
    const token = new Chain();
    expect(token.from_string(outerToken)).toBe(true);
    expect(token.verifySignature(CERTIFICATE)).toBe(true);
    return token.services.map((service) => String(service.__channel_name ?? service.__user_id));
  });
  expect(answers[0].filter((it) => it === 'outer')).toHaveLength(4);
  expect(answers[1]).toEqual(answers[0]);
});

test('a signature that is a proxy fails as in the original', () => {
  for (const key of ['__signature', '__signing_info']) {
    const check = ({ library }) => {
      const token = new (model(library).AccessToken2)();
      token.from_string(outerToken);
      token[key] = new Proxy(token[key], {});
      return token.verifySignature(CERTIFICATE);
    };
    expect(differenceIn(check)).toBe('');
  }
});

describe('on the same token', () => {
  const read = (make) => (context) => {
    const trace = context.trace();
    const Own = make(model(context.library), trace);
    const token = new Own(APP_ID, CERTIFICATE, 1, 600);
    for (const text of [outerToken, tokens.short]) {
      trace.step('from_string', () => token.from_string(text));
      trace.add('fields', { ...token });
      trace.step('verifySignature', () => token.verifySignature(CERTIFICATE));
    }
    return trace;
  };

  test('a signature does not count before the token is read', () => {
    const check = read(
      ({ AccessToken2 }, trace) =>
        class extends AccessToken2 {
          add_service(service) {
            trace.step('verifySignature inside', () => this.verifySignature(CERTIFICATE));
            trace.add('__parsed', this.__parsed);
            super.add_service(service);
          }
        },
    );
    expect(differenceIn(check)).toBe('');
  });

  test('from_string in the middle of from_string', () => {
    const check = read(
      ({ AccessToken2 }) =>
        class extends AccessToken2 {
          add_service(service) {
            super.add_service(service);
            if (this.isBusy) return;
            this.isBusy = true;
            this.from_string(tokens.long);
          }
        },
    );
    expect(differenceIn(check)).toBe('');
  });

  test('what is assigned while a token is read', () => {
    for (const [, text] of [...TEXTS, ['none', '006'], ['junk', '007junk']]) {
      const check = ({ library, trace: newTrace }) => {
        const trace = newTrace();
        const token = new (model(library).AccessToken2)();
        const seenValues = {};
        for (const key of Object.keys(token)) {
          const onSet = (_key, value) => {
            // After a failure ours puts an empty Buffer in the place of one that tokens share.
            if (seenValues[key] !== describeValue(value)) trace.add(`${key} =`, value);
            seenValues[key] = describeValue(value);
          };
          hookAccess(token, key, () => {}, onSet);
        }
        trace.step('from_string', () => token.from_string(text));
        return trace;
      };
      expect(differenceIn(check)).toBe('');
    }
  });
});
