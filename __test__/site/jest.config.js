'use strict';

// The inspector has tools of its own, which `npm run test:site` installs first. Its tests have another
// suffix, so that a plain `jest` does not need them.
module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['**/*.spec.js'],
  transform: {},
  testTimeout: 60000,
};
