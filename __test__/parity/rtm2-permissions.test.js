'use strict';

const { Comparison, differenceIn } = require('../support/compare');
const { randomConditions } = require('../support/conditions');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { COMMON } = require('../support/odd-values');
const { ordinaryValue } = require('../support/ordinary-values');
const { Random } = require('../support/random');
const { constant, labelAll, makeAll, recipe } = require('../support/recipes');
const { PERMISSIONS, exportsOf } = require('../support/services');
const { scale, seed } = require('../support/settings');

const CALLS = 1500 * scale;

// A key that Object.prototype has is a deliberate difference; see deliberate.test.js.
const inherited = (odd) => ['"__proto__"', '"constructor"'].includes(odd.label);
const KEYS = COMMON.filter((odd) => !inherited(odd));

const RESOURCES = [
  recipe("['a', 'b']", () => ['a', 'b']),
  recipe("Set of 'x'", () => new Set(['x'])),
  recipe("'text'", () => 'text'),
  recipe('a generator', () =>
    (function* () {
      yield 'g';
    })(),
  ),
  recipe("{ length: 1, 0: 'c' }", () => ({ length: 1, 0: 'c' })),
];

function randomAdd(random) {
  return [
    random.chance(0.4) ? random.pick(KEYS) : constant(random.pick([0, 1, 4, '1', 10, 9])),
    random.chance(0.4) ? random.pick(KEYS) : constant(random.pick([0, 1, '0'])),
    random.chance(0.2) ? random.pick(COMMON) : random.pick(RESOURCES),
  ];
}

function tokenWith(library, permissions) {
  const { AccessToken2, ServiceRtm2 } = exportsOf(library);
  const token = new AccessToken2(APP_ID, CERTIFICATE, 1, 2);
  token.add_service(new ServiceRtm2('user', permissions));
  return token.build();
}

test("add() with any arguments leaves the original's details and token", () => {
  const random = new Random(seed);
  const comparison = new Comparison(seed);
  for (let i = 0; i < CALLS; i++) {
    const adds = Array.from({ length: random.int(1, 4) }, () => randomAdd(random));
    const run = (context) => {
      const permissions = new (exportsOf(context.library).Rtm2Permissions)();
      const trace = context.trace();
      for (const args of adds) {
        trace.step(`add(${labelAll(args)})`, () => permissions.add(...makeAll(args, context)));
      }
      trace.add('permissions', permissions);
      trace.step('build', () => tokenWith(context.library, permissions));
      return trace;
    };
    comparison.check(() => adds.map(labelAll).join('; '), run, randomConditions(random));
  }
  expect(comparison.cases).toBe(CALLS);
  expect(comparison.report()).toBe('');
});

test.each(PERMISSIONS.map((made) => [made.label, made]))(
  'permissions %s are packed as the original packs them',
  (_label, made) => {
    expect(differenceIn((context) => tokenWith(context.library, made.make(context)))).toBe('');
  },
);

test('keys are packed in numeric order, whatever the order of adding', () => {
  const build = ({ library }) => {
    const permissions = new (exportsOf(library).Rtm2Permissions)();
    for (const key of [10, 9, 65535, 0, 2, '11']) {
      permissions.add(key, 1, [`r${key}`]);
      permissions.add(key, 0, [`r${key}`]);
    }
    const parsed = new (exportsOf(library).AccessToken2)();
    parsed.from_string(tokenWith(library, permissions));
    return [tokenWith(library, permissions), parsed.services];
  };
  expect(differenceIn(build)).toBe('');
});

test('resources are copied when they are added', () => {
  const build = ({ library }) => {
    const permissions = new (exportsOf(library).Rtm2Permissions)();
    const resources = ['before'];
    permissions.add(0, 0, resources);
    resources.push('after');
    permissions.add(0, 0, permissions.details[0][0]);
    return permissions;
  };
  expect(differenceIn(build)).toBe('');
});

test('random permissions are read back as they were given', () => {
  const random = new Random(seed);
  for (let i = 0; i < 100; i++) {
    const given = ordinaryValue(random, 'permissions');
    const readBack = ({ library }) => {
      const permissions = given.make({ library });
      const parsed = new (exportsOf(library).AccessToken2)();
      return [
        parsed.from_string(tokenWith(library, permissions)),
        parsed.services[0].__permissions,
        permissions,
      ];
    };
    expect(differenceIn(readBack)).toBe('');
  }
});
