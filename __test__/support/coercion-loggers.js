'use strict';

const { APP_ID } = require('./identifiers');
const { recipe } = require('./recipes');

// Arguments that report each coercion, so that the order in which a library reads its arguments, and
// how often, can be compared.
function logsMethods(label, { string, value }) {
  return recipe(label, ({ log }, tag) => ({
    toString() {
      log(`${tag}.toString`);
      return string;
    },
    valueOf() {
      log(`${tag}.valueOf`);
      return value;
    },
  }));
}

function logsPrimitive(label, answers) {
  return recipe(label, ({ log }, tag) => ({
    [Symbol.toPrimitive](hint) {
      log(`${tag}.toPrimitive(${hint})`);
      return answers[hint];
    },
  }));
}

const TRAPS = [
  'get',
  'has',
  'set',
  'ownKeys',
  'getPrototypeOf',
  'getOwnPropertyDescriptor',
  'apply',
  'construct',
];

function logsTraps(label, makeTarget) {
  return recipe(label, ({ log }, tag) => {
    const handler = {};
    for (const trap of TRAPS) {
      handler[trap] = (target, ...rest) => {
        log(`${tag}.${trap}(${typeof rest[0] === 'object' ? '' : String(rest[0])})`);
        return Reflect[trap](target, ...rest);
      };
    }
    return new Proxy(makeTarget(), handler);
  });
}

// Each toString gives the next answer, so that a second reading of an argument shows.
function logsChanges(label, answers) {
  return recipe(label, ({ log }, tag) => {
    let reads = 0;
    const next = (method) => () => {
      log(`${tag}.${method}`);
      reads += 1;
      return answers[(reads - 1) % answers.length];
    };
    return { toString: next('toString'), valueOf: next('valueOf') };
  });
}

const COERCION_LOGGERS = [
  logsMethods("logging { toString → '1', valueOf → 1 }", { string: '1', value: 1 }),
  logsMethods("logging { toString → 'abc', valueOf → 600 }", { string: 'abc', value: 600 }),
  logsMethods("logging { toString → 'u', valueOf → 'v' }", { string: 'u', value: 'v' }),
  logsMethods('logging { toString, valueOf → APP_ID }', { string: APP_ID, value: APP_ID }),
  logsMethods("logging { toString → '2', valueOf → an object }", { string: '2', value: {} }),
  logsPrimitive('logging toPrimitive 7', { number: 7, string: '7', default: 7 }),
  logsPrimitive('logging toPrimitive by hint', { number: 1, string: 'string', default: 'default' }),
  logsPrimitive('logging toPrimitive → APP_ID', { number: NaN, string: APP_ID, default: APP_ID }),
  logsPrimitive('logging toPrimitive → Symbol', { number: 1, string: Symbol('t'), default: 2 }),
  logsTraps('logging proxy of {}', () => ({})),
  logsTraps('logging proxy of [97, 98]', () => [97, 98]),
  logsTraps('logging proxy of { valueOf → 9 }', () => ({ valueOf: () => 9, length: 1, 0: 9 })),
  logsTraps('logging proxy of a function', () => () => 'called'),
  logsTraps('logging proxy of a String object', () => new String('s')),
  logsChanges('logging, changing number', [1, 2, 3, 4, 5]),
  logsChanges('logging, changing string', ['a', 'b', 'c', 'd']),
  logsChanges('logging, changing identifier', [APP_ID, APP_ID.toLowerCase(), APP_ID.slice(1)]),
];

module.exports = { COERCION_LOGGERS };
