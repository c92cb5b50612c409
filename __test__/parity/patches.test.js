'use strict';

// What users patch from outside, the original's builders see, since they look everything up at each
// call. Ours must see the same, and be as before once the patch is gone.

const { observe } = require('../support/observe');
const { ORDINARY_CONDITIONS, differenceIn } = require('../support/compare');
const { everyBuilder } = require('../support/every-builder');
const { libraries } = require('../support/libraries');

const { original, ours } = libraries();

function modelOf(library) {
  return library.modules['src/AccessToken2'];
}

// Each [what is patched, (library) => [object, key, replacement]].
function constantPatches() {
  const constants = [];
  for (const [name, Class] of Object.entries(modelOf(original))) {
    if (/^Service/.test(name)) {
      for (const key of Object.keys(Class).filter((own) => /privilege/i.test(own))) {
        constants.push([`${name}.${key}`, (library) => [modelOf(library)[name], key, 77]]);
      }
    }
  }
  return constants;
}

const SERVICES = Object.keys(modelOf(original)).filter((name) => /^Service/.test(name));

// A method that notes that it ran and then does what it did.
function noting(patched, key) {
  const intact = patched[key];
  return function (...args) {
    globalThis.patchedCalls.push([key, this?.constructor?.name, args.length]);
    return intact.apply(this, args);
  };
}

const METHOD_PATCHES = [
  ...['build', 'add_service', '__signing', '__build_check', '__services_for_packing'].map((key) => [
    `AccessToken2.prototype.${key}`,
    (library) => [modelOf(library).AccessToken2.prototype, key],
  ]),
  ...['pack', '__pack_type', '__pack_privileges', 'service_type', 'add_privilege'].map((key) => [
    `Service.prototype.${key}`,
    (library) => [modelOf(library).Service.prototype, key],
  ]),
  ...SERVICES.filter((name) => Object.hasOwn(modelOf(original)[name].prototype, 'pack')).map(
    (name) => [`${name}.prototype.pack`, (library) => [modelOf(library)[name].prototype, 'pack']],
  ),
  // Not own before the patch: a subclass that begins to override what it inherits.
  ...SERVICES.flatMap((name) =>
    ['add_privilege', 'service_type', '__pack_type', '__pack_privileges'].map((key) => [
      `${name}.prototype.${key}`,
      (library) => [modelOf(library)[name].prototype, key],
    ]),
  ),
];

// Runs an action while object[key] is the replacement, and restores the descriptor afterwards.
function whilePatched([object, key, replacement], action) {
  const before = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, {
    value: replacement,
    writable: true,
    configurable: true,
    enumerable: before?.enumerable ?? false,
  });
  try {
    return action();
  } finally {
    if (before) {
      Object.defineProperty(object, key, before);
    } else {
      delete object[key];
    }
  }
}

function observePatched(library, patch) {
  globalThis.patchedCalls = [];
  const patched = whilePatched(patch(library), () =>
    observe(library, everyBuilder, ORDINARY_CONDITIONS),
  );
  return { patched, calls: globalThis.patchedCalls };
}

const untouched = observe(original, everyBuilder, ORDINARY_CONDITIONS);

function expectSeenAlike(patch) {
  const expected = observePatched(original, patch);
  const actual = observePatched(ours, patch);
  expect(actual.patched.result).toBe(expected.patched.result);
  expect(actual).toEqual(expected);
  expect(observe(ours, everyBuilder, ORDINARY_CONDITIONS).result).toBe(untouched.result);
  return expected;
}

// No builder adds the first two; the next two never stand beside a second service, so nothing sorts
// them; the last two are added without a privilege.
const NEVER_CALLED =
  /^Service(Streaming|FCdn)\.|^Service(Fpa|Rtm2)\.prototype\.service_type|^Service(ConvoAI|Stt)\.prototype\.add_privilege/;

describe.each(METHOD_PATCHES)('a patched %s', (name, place) => {
  test('is called as often and by the same', () => {
    const { calls } = expectSeenAlike((library) => {
      const [object, key] = place(library);
      return [object, key, noting(object, key)];
    });
    expect(calls.length > 0).toBe(!NEVER_CALLED.test(name));
  });

  test('that throws is felt alike', () => {
    expectSeenAlike((library) => {
      const [object, key] = place(library);
      return [
        object,
        key,
        () => {
          throw new RangeError(`patched ${key}`);
        },
      ];
    });
  });

  test('that returns something else is felt alike', () => {
    expectSeenAlike((library) => {
      const [object, key] = place(library);
      return [object, key, () => Buffer.from('patched')];
    });
  });
});

test.each(constantPatches())('a changed %s is in the tokens', (_name, place) => {
  expectSeenAlike(place);
});

test.each([
  [
    'RtcTokenBuilder2 Role.PUBLISHER',
    (library) => [library.modules['src/RtcTokenBuilder2'].Role, 'PUBLISHER', 2],
  ],
  [
    'RtcTokenBuilder2 Role.PUBLISHER, as an object',
    (library) => [library.modules['src/RtcTokenBuilder2'].Role, 'PUBLISHER', { valueOf: () => 1 }],
  ],
  [
    'RtcTokenBuilder2 Role.SUBSCRIBER',
    (library) => [library.modules['src/RtcTokenBuilder2'].Role, 'SUBSCRIBER', 1],
  ],
  [
    'RtcTokenBuilder (006) Role.PUBLISHER',
    (library) => [library.modules['src/RtcTokenBuilder'].Role, 'PUBLISHER', 9],
  ],
  [
    'priviledges.kJoinChannel (006)',
    (library) => [library.modules['src/AccessToken'].priviledges, 'kJoinChannel', 9],
  ],
  [
    'priviledges.kPublishDataStream (006)',
    (library) => [library.modules['src/AccessToken'].priviledges, 'kPublishDataStream', 9],
  ],
  [
    'priviledges.kRtmLogin (006)',
    (library) => [library.modules['src/AccessToken'].priviledges, 'kRtmLogin', 9],
  ],
  [
    'SignalingToken.get',
    (library) => [library.modules['src/SignalingToken'], 'get', (...args) => args.join('|')],
  ],
])('a changed %s is felt alike', (_name, place) => {
  expectSeenAlike(place);
});

test('patched constants do change tokens', () => {
  const { patched } = observePatched(original, (library) => [
    modelOf(library).ServiceRtc,
    'kPrivilegeJoinChannel',
    77,
  ]);
  expect(patched.result).not.toBe(untouched.result);
});

test('a class put into or taken out of kServices is what from_string makes', () => {
  const parse = ({ library, trace: newTrace }) => {
    const { AccessToken2, Service, ServiceRtm } = modelOf(library);
    class Renamed extends ServiceRtm {}
    class Custom extends Service {}
    const token = new AccessToken2(
      '970CA35de60c44645bbae8a215061b33',
      '5CFd2fd1755d40ecb72977518be15d3b',
      1,
      2,
    );
    token.add_service(new ServiceRtm('user'));
    token.add_service(new Custom(99));
    const text = token.build();
    const trace = newTrace();
    const parsed = new AccessToken2();
    for (const [type, Class] of [
      [2, Renamed],
      [99, Custom],
      [2, undefined],
      [99, null],
      [
        2,
        class {
          unpack() {
            throw new Error('no');
          }
        },
      ],
    ]) {
      whilePatched([AccessToken2.kServices, type, Class], () => {
        trace.step(`kServices[${type}]`, () => parsed.from_string(text));
        trace.add('token', parsed);
      });
      delete AccessToken2.kServices[99];
    }
    trace.step('restored', () => parsed.from_string(text));
    trace.add('token', parsed);
    return trace;
  };
  expect(differenceIn(parse)).toBe('');
});

test('a replaced kServices table is used', () => {
  const parse = ({ library }) => {
    const { AccessToken2, ServiceRtm } = modelOf(library);
    const token = new AccessToken2(
      '970CA35de60c44645bbae8a215061b33',
      '5CFd2fd1755d40ecb72977518be15d3b',
      1,
      2,
    );
    token.add_service(new ServiceRtm('user'));
    const text = token.build();
    return whilePatched(
      [AccessToken2, 'kServices', { 2: class Other extends ServiceRtm {} }],
      () => {
        const parsed = new AccessToken2();
        return [parsed.from_string(text), parsed];
      },
    );
  };
  expect(differenceIn(parse)).toBe('');
});
