'use strict';

const { BUILDERS } = require('../support/builders');
const { libraries } = require('../support/libraries');

const { original } = libraries();

test('no builder is missing from the comparisons', () => {
  const functions = new Set();
  for (const [file, exported] of Object.entries(original.modules)) {
    for (const [name, value] of Object.entries(exported)) {
      const statics =
        typeof value === 'function'
          ? Object.getOwnPropertyNames(value).filter((key) => /^build/i.test(key))
          : [];
      statics.forEach((key) => file !== 'index' && functions.add([file, name, key].join(' ')));
      if (/^(generate|get)/.test(name)) functions.add([file, name].join(' '));
    }
  }
  expect([...functions].sort()).toEqual(BUILDERS.map(({ name }) => name).sort());
});
