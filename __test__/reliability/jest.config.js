'use strict';

// `npm run test:reliability`: the short forms of the long runs in programs/. Another
// suffix than the other tests, so that a plain `jest` does not wait for them. One at a time, since
// several measure memory or start threads.
module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['**/*.spec.js'],
  transform: {},
  testTimeout: 600_000,
  maxWorkers: 1,
};
