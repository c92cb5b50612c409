'use strict';

const { randomDamage } = require('./damage');
const { APP_ID, CERTIFICATE } = require('./identifiers');
const { oddValue } = require('./odd-values');
const { seconds } = require('./ordinary-values');
const { constant, labelAll, makeAll, recipe } = require('./recipes');
const {
  customService,
  exportsOf,
  randomFieldChange,
  randomOverride,
  randomPrivilegeKey,
  randomService,
} = require('./services');
const { CERTIFICATES, TOKEN_FIELDS, TYPES, tokenArguments } = require('./token-values');

// A random program over AccessToken2 and its services, as a list of steps { label, run(world) }. Both
// libraries run the same steps; a world holds what the steps so far have made in one library.

function one(world, list, index) {
  const items = world[list];
  return items[index % items.length];
}

const STEPS = [
  [
    3,
    (r, odd) => {
      const args = tokenArguments(r, odd);
      return {
        label: `new AccessToken2(${labelAll(args)})`,
        run: (w) => w.tokens.push(new (exportsOf(w.library).AccessToken2)(...makeAll(args, w))),
      };
    },
  ],
  [
    8,
    (r, odd) => {
      const made = r.chance(0.12) ? customService(r) : randomService(r, odd);
      const [index, raw] = [r.int(0, 99), r.chance(0.2)];
      return {
        label: `${raw ? 'services.push' : 'add_service'}(${made.label})`,
        run: (w) => {
          const service = made.make(w, 'service');
          w.services.push(service);
          const token = one(w, 'tokens', index);
          return raw ? token.services.push(service) : token.add_service(service);
        },
      };
    },
  ],
  [
    1,
    (r) => {
      const [index, value] = [
        r.int(0, 99),
        r.pick([
          constant(5),
          constant(null),
          constant('service'),
          recipe('{}', () => ({})),
          recipe('{ service_type → 1 }', () => ({ service_type: () => 1 })),
        ]),
      ];
      return {
        label: `add_service(${value.label})`,
        run: (w) => one(w, 'tokens', index).add_service(value.make(w)),
      };
    },
  ],
  [
    2,
    (r) => {
      const [at, from] = [r.int(0, 99), r.int(0, 99)];
      return {
        label: `add service ${from} again`,
        run: (w) => one(w, 'tokens', at).add_service(one(w, 'services', from)),
      };
    },
  ],
  [
    8,
    (r, odd) => {
      const [index, key, expire] = [
        r.int(0, 99),
        randomPrivilegeKey(r),
        r.chance(odd) ? oddValue(r) : constant(seconds(r)),
      ];
      return {
        label: `service ${index} add_privilege(${key.label}, ${expire.label})`,
        run: (w) => one(w, 'services', index).add_privilege(key.make(w), expire.make(w, 'expire')),
      };
    },
  ],
  [
    3,
    (r, odd) => {
      const [index, { field, value }] = [r.int(0, 99), randomFieldChange(r, odd)];
      return {
        label: `service ${index} ${field} = ${value.label}`,
        run: (w) => {
          one(w, 'services', index)[field] = value.make(w, field);
        },
      };
    },
  ],
  [
    1,
    (r) => {
      const [index, [method, make]] = [r.int(0, 99), randomOverride(r)];
      return {
        label: `service ${index} gets its own ${method}: ${make.label}`,
        run: (w) => {
          const service = one(w, 'services', index);
          service[method] = make.make(w)(service[method]);
        },
      };
    },
  ],
  [
    2,
    (r, odd) => {
      const [index, field] = [r.int(0, 99), r.pick(Object.keys(TOKEN_FIELDS))];
      const value = TOKEN_FIELDS[field](r, r.chance(odd * 2) ? [oddValue(r), oddValue(r)] : []);
      return {
        label: `token ${index} ${field} = ${value.label}`,
        run: (w) => {
          one(w, 'tokens', index)[field] = value.make(w, field);
        },
      };
    },
  ],
  [
    2,
    (r) => {
      const index = r.int(0, 99);
      return { label: `service ${index} pack()`, run: (w) => one(w, 'services', index).pack() };
    },
  ],
  [
    1,
    (r) => {
      const [from, into, damage] = [r.int(0, 99), r.int(0, 99), r.int(0, 40)];
      return {
        label: `service ${into} unpack what service ${from} packs, short by ${damage}`,
        run: (w) => {
          const packed = one(w, 'services', from).pack().subarray(2);
          const { buffer, position } = one(w, 'services', into).unpack(
            Buffer.from(damage > 20 ? packed : packed.subarray(0, -damage)),
          );
          return { buffer, position };
        },
      };
    },
  ],
  [
    6,
    (r) => {
      const index = r.int(0, 99);
      return {
        label: `token ${index} build()`,
        run: (w) => {
          const text = one(w, 'tokens', index).build();
          w.texts.push(text);
          return text;
        },
      };
    },
  ],
  [
    6,
    (r, odd) => {
      const [index, from, damage] = [
        r.int(0, 99),
        r.int(0, 999),
        r.chance(0.5) ? randomDamage(r) : { label: 'as it is', apply: (text) => text },
      ];
      const given = r.chance(odd / 4) ? oddValue(r) : undefined;
      return {
        label: `token ${index} from_string(${given ? given.label : `text ${from}, ${damage.label}`})`,
        run: (w) =>
          one(w, 'tokens', index).from_string(
            given ? given.make(w, 'token') : damage.apply(one(w, 'texts', from)),
          ),
      };
    },
  ],
  [
    4,
    (r, odd) => {
      const [index, certificate] = [
        r.int(0, 99),
        r.chance(odd) ? oddValue(r) : r.pick(CERTIFICATES),
      ];
      const args = r.chance(0.05) ? [] : [certificate];
      return {
        label: `token ${index} verifySignature(${labelAll(args)})`,
        run: (w) => one(w, 'tokens', index).verifySignature(...makeAll(args, w)),
      };
    },
  ],
  [
    1,
    (r) => {
      const [index, certificate] = [r.int(0, 99), r.pick(CERTIFICATES)];
      return {
        label: `token ${index} appCertificate = ${certificate.label}`,
        run: (w) => {
          one(w, 'tokens', index).appCertificate = certificate.make(w);
        },
      };
    },
  ],
  [
    2,
    (r) => {
      const [index, type] = [r.int(0, 99), r.pick(TYPES)];
      return {
        label: `token ${index} getServices(${type.label})`,
        run: (w) => one(w, 'tokens', index).getServices(type.make(w)),
      };
    },
  ],
  [
    1,
    (r) => {
      const [index, method] = [
        r.int(0, 99),
        r.pick(['__signing', '__build_check', '__services_for_packing']),
      ];
      return { label: `token ${index} ${method}()`, run: (w) => one(w, 'tokens', index)[method]() };
    },
  ],
  [
    1,
    (r) => {
      const [index, method] = [
        r.int(0, 99),
        r.pick(['service_type', '__pack_type', '__pack_privileges']),
      ];
      return {
        label: `service ${index} ${method}()`,
        run: (w) => one(w, 'services', index)[method](),
      };
    },
  ],
];

const WEIGHTED = STEPS.flatMap(([weight, step]) => Array(weight).fill(step));

// `oddness` is how likely each argument is an odd one.
function randomProgram(random, length, oddness) {
  return Array.from({ length }, () => random.pick(WEIGHTED)(random, oddness));
}

// Runs the steps in one library and gives the trace: what each step returned or threw, and then what
// every token is. kServices is put back in the end.
function runProgram(steps, { library, log, trace: newTrace }, texts) {
  const { AccessToken2, ServiceRtm } = exportsOf(library);
  const registered = { ...AccessToken2.kServices };
  const world = {
    library,
    log,
    register: (table, type, Class) => {
      table[type] = Class;
    },
    tokens: [new AccessToken2(APP_ID, CERTIFICATE, 1700000000, 3600)],
    services: [new ServiceRtm('first')],
    texts: [...texts],
  };
  const trace = newTrace();
  for (const { label, run } of steps) {
    trace.step(label, () => run(world));
    world.tokens.forEach((token, index) => {
      trace.add(`after ${label} token ${index} is`, token);
    });
  }
  for (const type of Object.keys(AccessToken2.kServices)) {
    delete AccessToken2.kServices[type];
  }
  Object.assign(AccessToken2.kServices, registered);
  return trace;
}

module.exports = { randomProgram, runProgram };
