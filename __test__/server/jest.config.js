'use strict';

// The server has dependencies of its own, which `npm run test:server` installs first. Its tests have
// another suffix, so that a plain `jest` does not need them.
module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['**/*.spec.js'],
  transform: {},
  // Shorter than the 30 seconds after which Node looks at slow clients by itself.
  testTimeout: 20000,
};
