'use strict';

// `npm run test:frameworks`: the examples of sample/frameworks, each in its framework or runtime.
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.check.js'],
  globalSetup: './prepare.js',
  globalTeardown: './clean-up.js',
  transform: {},
  testTimeout: 120000,
  maxWorkers: 2,
};
