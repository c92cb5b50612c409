'use strict';

const { constant, makeAll, labelAll, recipe } = require('./recipes');
const { account, name, ordinaryValue, seconds, uid } = require('./ordinary-values');
const { oddValue } = require('./odd-values');

// The services of AccessToken2 with what their constructors take, and the fields that users write to.
const SERVICE_KINDS = {
  ServiceRtc: { parameters: ['channel', 'uid'], fields: ['__channel_name', '__uid'] },
  ServiceRtm: { parameters: ['account'], fields: ['__user_id'] },
  ServiceStreaming: { parameters: ['channel', 'account'], fields: ['__channel_name', '__account'] },
  ServiceFpa: { parameters: [], fields: [] },
  ServiceChat: { parameters: ['account'], fields: ['__user_id'] },
  ServiceFCdn: { parameters: ['channel', 'uid'], fields: ['__channel_name', '__account'] },
  ServiceApaas: {
    parameters: ['account', 'account', 'apaasRole'],
    fields: ['__room_uuid', '__user_uuid', '__role'],
  },
  ServiceRtm2: { parameters: ['account', 'permissions'], fields: ['__user_id', '__permissions'] },
  ServiceConvoAI: { parameters: [], fields: [] },
  ServiceStt: { parameters: [], fields: [] },
};

const COMMON_FIELDS = ['__privileges', '__type'];

function exportsOf(library) {
  return library.modules['src/AccessToken2'];
}

// Recipes for a new service, its arguments odd with the given probability.
function randomService(random, oddness) {
  const kind = random.pick(Object.keys(SERVICE_KINDS));
  const args = SERVICE_KINDS[kind].parameters.map((parameter) =>
    random.chance(oddness) ? oddValue(random) : ordinaryValue(random, parameter),
  );
  if (random.chance(0.05)) {
    args.length = random.int(0, args.length);
  }
  return recipe(
    `new ${kind}(${labelAll(args)})`,
    (context) => new (exportsOf(context.library)[kind])(...makeAll(args, context)),
  );
}

// What users override in a service, in a subclass or on one object: each makes the new method from
// the one it replaces.
const OVERRIDES = {
  pack: [
    recipe(
      'as before, and one byte',
      () => (inherited) =>
        function () {
          return Buffer.concat([inherited.call(this), Buffer.from([7])]);
        },
    ),
    recipe('a Uint8Array', () => () => () => Uint8Array.from([99, 0, 0, 0, 1])),
    recipe('an empty Buffer', () => () => () => Buffer.alloc(0)),
    recipe('a string', () => () => () => 'packed'),
    recipe('an array', () => () => () => [1, 2, 3]),
    recipe('undefined', () => () => () => undefined),
    recipe('an error', () => () => () => {
      throw new RangeError('this service does not pack');
    }),
  ],
  __pack_type: [
    recipe(
      'as before',
      () => (inherited) =>
        function () {
          return inherited.call(this);
        },
    ),
    recipe('other bytes', () => () => () => Buffer.from([5, 0])),
    recipe('a string', () => () => () => 'type'),
  ],
  __pack_privileges: [
    recipe(
      'as before',
      ({ log }) =>
        (inherited) =>
          function () {
            log('__pack_privileges');
            return inherited.call(this);
          },
    ),
    recipe('no privileges', () => () => () => Buffer.alloc(2)),
    recipe('a Uint8Array', () => () => () => new Uint8Array(2)),
  ],
  service_type: [
    recipe(
      'as before',
      ({ log }) =>
        (inherited) =>
          function () {
            log('service_type');
            return inherited.call(this);
          },
    ),
    recipe('3', () => () => () => 3),
    recipe("'1'", () => () => () => '1'),
    recipe('a BigInt', () => () => () => 3n),
    recipe('NaN', () => () => () => NaN),
    recipe('an error', () => () => () => {
      throw new EvalError('no type');
    }),
  ],
  add_privilege: [
    recipe(
      'twice',
      () => (inherited) =>
        function (key, expire) {
          inherited.call(this, key, expire);
          inherited.call(this, 9, expire);
        },
    ),
    recipe('nothing', () => () => () => {}),
  ],
  unpack: [
    recipe(
      'as before',
      ({ log }) =>
        (inherited) =>
          function (bytes) {
            log(`unpack ${bytes.length}`);
            return inherited.call(this, bytes);
          },
    ),
    recipe('nothing', () => () => () => undefined),
    recipe('an error', () => () => () => {
      throw new EvalError('no reading');
    }),
    recipe('a reader of the rest', () => () => (bytes) => ({ pack: () => bytes.subarray(0, 40) })),
  ],
};

// [method, a recipe that makes it from the method before]
function randomOverride(random) {
  const method = random.pick(Object.keys(OVERRIDES));
  return [method, random.pick(OVERRIDES[method])];
}

const BASES = [
  'Service',
  'Service',
  'ServiceRtc',
  'ServiceRtm',
  'ServiceRtm2',
  'ServiceApaas',
  'ServiceFpa',
];
const CUSTOM_TYPES = [0, 1, 2, 6, 11, 99, 999, 65535, 65536, -1, '5', 2.5];

// Subclasses that users write, with an overridden method or two, sometimes put into kServices.
function customService(random) {
  const base = random.pick(BASES);
  const type = random.pick(CUSTOM_TYPES);
  const overrides = Array.from({ length: random.int(0, 2) }, () => randomOverride(random));
  const registered = random.chance(0.2);
  const told = overrides.map(([method, { label }]) => `${method} ${label}`).join(', ');
  const label = `a ${registered ? 'registered ' : ''}custom ${base} of type ${JSON.stringify(type)}: ${told}`;
  return recipe(label, (context) => {
    const { AccessToken2, [base]: Base } = exportsOf(context.library);
    class Custom extends Base {}
    for (const [method, make] of overrides) {
      Custom.prototype[method] = make.make(context)(Base.prototype[method]);
    }
    const service = base === 'Service' ? new Custom(type) : new Custom('custom', 'custom');
    if (registered) {
      context.register(AccessToken2.kServices, service.__type, Custom);
    }
    return service;
  });
}

const PRIVILEGE_KEYS = [
  1,
  2,
  3,
  4,
  0,
  1.5,
  65535,
  65536,
  -1,
  '1',
  '01',
  'abc',
  '',
  '__proto__',
  'constructor',
  null,
  undefined,
  10,
  9,
];

function randomPrivilegeKey(random) {
  return constant(random.pick(PRIVILEGE_KEYS));
}

const PRIVILEGE_MAPS = [
  recipe('{}', () => ({})),
  recipe('{ 4: 1, 2: 2, x: 3 }', () => ({ 4: 1, 2: 2, x: 3 })),
  recipe("{ abc: 1, 1.5: '7' }", () => ({ abc: 1, 1.5: '7' })),
  recipe('{ 1: -1 }', () => ({ 1: -1 })),
  recipe('{ 70000: 1 }', () => ({ 70000: 1 })),
  recipe('an object that inherits { 5: 1 }', () =>
    Object.assign(Object.create({ 5: 1 }), { 2: 3 }),
  ),
  recipe('an array', () => [10, 20, 30]),
  recipe('a string', () => 'abc'),
  recipe('a Map', () => new Map([[1, 600]])),
  recipe('hidden keys', () => Object.defineProperty({ 1: 5 }, 2, { value: 6 })),
  recipe('a key with a getter', () => ({
    get 3() {
      return 33;
    },
  })),
  constant(null),
  constant(undefined),
  constant(0),
  constant(5),
  constant(true),
];

const PERMISSIONS = [
  constant(null),
  recipe('{}', () => ({})),
  recipe('{ details: {} }', () => ({ details: {} })),
  recipe("{ details: { 10: { 9: ['a'] }, 9: { 1: ['b'], 0: [] } } }", () => ({
    details: { 10: { 9: ['a'] }, 9: { 1: ['b'], 0: [] } },
  })),
  recipe("{ details: { x: { y: ['a'] } } }", () => ({ details: { x: { y: ['a'] } } })),
  recipe('{ details: { 1: { 1: [5] } } }', () => ({ details: { 1: { 1: [5] } } })),
  recipe("{ details: { 1: { 1: 'text' } } }", () => ({ details: { 1: { 1: 'text' } } })),
  recipe("{ details: { 1.5: { 1: ['a'] } } }", () => ({ details: { 1.5: { 1: ['a'] } } })),
  recipe("{ details: { 70000: { 1: ['a'] } } }", () => ({ details: { 70000: { 1: ['a'] } } })),
  recipe('{ details: { 1: null } }', () => ({ details: { 1: null } })),
  recipe("{ details: { 1: ['a', ['b']] } }", () => ({ details: { 1: ['a', ['b']] } })),
];

// A field and a new value for it.
function randomFieldChange(random, oddness) {
  const fields = [
    ...new Set(Object.values(SERVICE_KINDS).flatMap((kind) => kind.fields)),
    ...COMMON_FIELDS,
  ];
  const field = random.pick(fields);
  if (field === '__privileges') {
    return { field, value: random.pick(PRIVILEGE_MAPS) };
  }
  if (field === '__permissions' && random.chance(0.7)) {
    return { field, value: random.pick(PERMISSIONS) };
  }
  if (random.chance(oddness)) {
    return { field, value: oddValue(random) };
  }
  const text = random.chance(0.5) ? name(random) : account(random);
  const number = random.chance(0.5) ? uid(random) : seconds(random);
  return {
    field,
    value: random.pick([
      constant(text),
      constant(number),
      recipe(`Buffer of ${JSON.stringify(text.slice(0, 20))}`, () => Buffer.from(text)),
    ]),
  };
}

module.exports = {
  PERMISSIONS,
  PRIVILEGE_MAPS,
  SERVICE_KINDS,
  customService,
  exportsOf,
  randomFieldChange,
  randomOverride,
  randomPrivilegeKey,
  randomService,
};
