'use strict';

const { APP_ID, CERTIFICATE } = require('./identifiers');
const { oddValue } = require('./odd-values');
const { name, ordinaryValue, seconds } = require('./ordinary-values');
const { constant, labelAll, makeAll, recipe } = require('./recipes');

// A random program over the 006 AccessToken: steps { label, run(world) }, as in token-program.js.

function accessTokenOf(library) {
  return library.modules['src/AccessToken'].AccessToken;
}

const MESSAGES = [
  recipe('{}', () => ({})),
  recipe('{ 1: 5, 1000: 6 }', () => ({ 1: 5, 1000: 6 })),
  recipe('{ abc: 1 }', () => ({ abc: 1 })),
  recipe('{ 1: -1 }', () => ({ 1: -1 })),
  recipe("{ 2: '0x10', 3: 1.5 }", () => ({ 2: '0x10', 3: 1.5 })),
  recipe('an object that inherits { 5: 1 }', () => Object.create({ 5: 1 })),
  constant(null),
  constant(undefined),
];

const FIELDS = ['appID', 'appCertificate', 'channelName', 'uid', 'salt', 'ts', 'messages'];
const KIND_OF = {
  appID: 'appId',
  appCertificate: 'certificate',
  channelName: 'channel',
  uid: 'account',
  salt: 'timestamp',
  ts: 'timestamp',
};

const DAMAGES = [
  (r) => {
    const n = r.int(0, 200);
    return [`cut to ${n}`, (text) => text.slice(0, n)];
  },
  (r) => {
    const at = r.int(0, 199);
    return [`a changed letter at ${at}`, (text) => `${text.slice(0, at)}A${text.slice(at + 1)}`];
  },
  (r) => {
    const prefix = r.pick(['007', '005', '6', '']);
    return [`prefix ${prefix}`, (text) => prefix + text.slice(3)];
  },
  (r) => {
    const [at, junk] = [r.int(0, 199), r.pick(['!', ' ', '\n', '=', 'é', '_'])];
    return [
      `${JSON.stringify(junk)} at ${at}`,
      (text) => text.slice(0, at) + junk + text.slice(at),
    ];
  },
  (r) => {
    const bytes = r.bytes(r.int(0, 90));
    return ['random content', (text) => text.slice(0, 35) + bytes.toString('base64')];
  },
  (r) => {
    const bytes = r.bytes(r.int(1, 20));
    return [
      'bytes after the content',
      (text) =>
        text.slice(0, 35) +
        Buffer.concat([Buffer.from(text.slice(35), 'base64'), bytes]).toString('base64'),
    ];
  },
];

function pick(world, list, index) {
  return world[list][index % world[list].length];
}

const STEPS = [
  [
    3,
    (r, odd) => {
      const args = ['appId', 'certificate', 'channel', 'uid'].map((kind) =>
        r.chance(odd) ? oddValue(r) : ordinaryValue(r, kind),
      );
      args.length = r.chance(0.1) ? r.int(0, 4) : 4;
      return {
        label: `new AccessToken(${labelAll(args)})`,
        run: (w) => w.tokens.push(new (accessTokenOf(w.library))(...makeAll(args, w))),
      };
    },
  ],
  [
    6,
    (r, odd) => {
      const [index, key, expire] = [
        r.int(0, 99),
        r.pick([1, 2, 3, 4, 1000, '1', 'x', 70000, -1]),
        r.chance(odd) ? oddValue(r) : constant(seconds(r)),
      ];
      return {
        label: `token ${index} addPriviledge(${key}, ${expire.label})`,
        run: (w) => pick(w, 'tokens', index).addPriviledge(key, expire.make(w, 'expire')),
      };
    },
  ],
  [
    3,
    (r, odd) => {
      const [index, field] = [r.int(0, 99), r.pick(FIELDS)];
      const ordinary = field === 'messages' ? r.pick(MESSAGES) : ordinaryValue(r, KIND_OF[field]);
      const value = r.chance(odd) ? oddValue(r) : ordinary;
      return {
        label: `token ${index} ${field} = ${value.label}`,
        run: (w) => {
          pick(w, 'tokens', index)[field] = value.make(w, field);
        },
      };
    },
  ],
  [
    1,
    (r) => {
      const [index, count] = [r.int(0, 99), r.int(150, 175)];
      return {
        label: `token ${index} gets ${count} privileges`,
        run: (w) => {
          for (let key = 0; key < count; key++)
            pick(w, 'tokens', index).addPriviledge(key, key * 1000003);
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
          const text = pick(w, 'tokens', index).build();
          w.texts.push(text);
          return text;
        },
      };
    },
  ],
  [
    6,
    (r, odd) => {
      const [index, from, [damage, apply]] = [
        r.int(0, 99),
        r.int(0, 99),
        r.chance(0.5) ? r.pick(DAMAGES)(r) : ['as it is', (text) => text],
      ];
      const given = r.chance(odd / 2) ? oddValue(r) : undefined;
      return {
        label: `token ${index} fromString(${given ? given.label : `text ${from}, ${damage}`})`,
        run: (w) =>
          pick(w, 'tokens', index).fromString(
            given ? given.make(w, 'token') : apply(pick(w, 'texts', from)),
          ),
      };
    },
  ],
  [
    1,
    (r) => {
      const [from, onto] = [r.int(0, 99), r.int(0, 99)];
      return {
        label: `methods of token ${from} on token ${onto}`,
        run: (w) => {
          const [a, b] = [pick(w, 'tokens', from), pick(w, 'tokens', onto)];
          a.addPriviledge.call(b, 9, 9);
          return [a.fromString.call(b, w.texts[0]), a.build.call(b)];
        },
      };
    },
  ],
  [
    1,
    (r) => {
      const [index, text] = [r.int(0, 99), name(r)];
      return {
        label: `token ${index} channelName = Buffer`,
        run: (w) => {
          pick(w, 'tokens', index).channelName = Buffer.from(text);
        },
      };
    },
  ],
];

const WEIGHTED = STEPS.flatMap(([weight, step]) => Array(weight).fill(step));

function randomProgram(random, length, oddness) {
  return Array.from({ length }, () => random.pick(WEIGHTED)(random, oddness));
}

function runProgram(steps, { library, log, trace: newTrace }) {
  const first = new (accessTokenOf(library))(APP_ID, CERTIFICATE, 'channel', 7);
  const world = { library, log, tokens: [first], texts: [first.build()] };
  const trace = newTrace();
  for (const { label, run } of steps) {
    trace.step(label, () => run(world));
    world.tokens.forEach((token, index) => {
      trace.add(`after ${label} token ${index} is`, token);
    });
  }
  return trace;
}

module.exports = { randomProgram, runProgram };
