'use strict';

// User code that runs while a token of the object model is built: accessors of tokens and services, and
// methods of the user's own.

const { differenceIn } = require('../../support/compare');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { expectNothingMixed, hookAccess, modelToken } = require('../../support/re-entry');

const model = (library) => library.modules['src/AccessToken2'];

const FIELDS = ['appId', 'appCertificate', 'issueTs', 'expire', 'salt', 'services'];

test.each(FIELDS)('from the accessor %s', (key) => {
  const reached = expectNothingMixed((hook, library) => {
    const token = modelToken(library, APP_ID, CERTIFICATE, 'outer');
    hookAccess(token, key, hook);
    return token.build();
  });
  expect(reached).toBeGreaterThan(0);
});

test('an accessor that gives another certificate each time', () => {
  const check = ({ library, trace: newTrace }) => {
    const trace = newTrace();
    const token = modelToken(library, APP_ID, CERTIFICATE, 'outer');
    const given = [CERTIFICATE, OTHER_CERTIFICATE, CERTIFICATE.toUpperCase(), APP_ID];
    Object.defineProperty(token, 'appCertificate', { get: () => given.shift() });
    trace.step('built', () => token.build());
    return trace;
  };
  expect(differenceIn(check)).toBe('');
});

test('from a field that is converted', () => {
  for (const key of ['issueTs', 'expire', 'salt']) {
    const reached = expectNothingMixed((hook, library) => {
      const token = modelToken(library, APP_ID, CERTIFICATE, 'outer');
      const value = Math.floor(token[key]);
      token[key] = {
        valueOf() {
          hook();
          return value;
        },
      };
      return token.build();
    });
    expect(reached).toBeGreaterThan(0);
  }
});

const SERVICE_FIELDS = [
  ['__type', 0],
  ['__privileges', 0],
  ['__user_id', 0],
  ['__permissions', 0],
  ['__channel_name', 1],
  ['__uid', 1],
  ['__room_uuid', 3],
  ['__user_uuid', 3],
  ['__role', 3],
];

test.each(SERVICE_FIELDS)('from the accessor %s of service %i', (key, index) => {
  const reached = expectNothingMixed((hook, library) => {
    const token = modelToken(library, APP_ID, CERTIFICATE, 'outer');
    hookAccess(token.services[index], key, hook);
    return token.build();
  });
  expect(reached).toBeGreaterThan(0);
});

test('from the accessor of a privilege, and from permissions', () => {
  const inside = [
    (token) => [token.services[1].__privileges, 1],
    (token) => [token.services[0].__permissions, 'details'],
    (token) => [token.services[0].__permissions.details, '0'],
    (token) => [token.services[0].__permissions.details[0], '1'],
    (token) => [token.services[0].__permissions.details[0][1], '0'],
  ];
  for (const find of inside) {
    const reached = expectNothingMixed((hook, library) => {
      const token = modelToken(library, APP_ID, CERTIFICATE, 'outer');
      hookAccess(...find(token), hook);
      return token.build();
    });
    expect(reached).toBeGreaterThan(0);
  }
});

test.each(['service_type', 'pack', '__pack_type', '__pack_privileges'])(
  'from %s of a service',
  (key) => {
    const reached = expectNothingMixed((hook, library) => {
      const token = modelToken(library, APP_ID, CERTIFICATE, 'outer');
      const service = token.services[1];
      const intact = service[key];
      service[key] = function () {
        hook();
        const result = intact.call(this);
        hook();
        return result;
      };
      return token.build();
    });
    expect(reached).toBeGreaterThan(0);
  },
);

test('build() in the middle of build(), and a service that is added there', () => {
  const check = ({ library, trace: newTrace }) => {
    const trace = newTrace();
    const { ServiceFpa, ServiceRtm } = model(library);
    const token = modelToken(library, APP_ID, CERTIFICATE, 'outer');
    let isBusy = false;
    class Own extends ServiceRtm {
      pack() {
        if (!isBusy) {
          isBusy = true;
          token.add_service(new ServiceFpa());
          trace.step('inside', () => token.build());
        }
        return super.pack();
      }
    }
    token.add_service(new Own('own'));
    trace.step('outside', () => token.build());
    trace.step('afterwards', () => token.build());
    return trace;
  };
  expect(differenceIn(check)).toBe('');
});
