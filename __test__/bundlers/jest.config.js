'use strict';

// `npm run test:bundlers`: the package in the tools of users. Not part of `npm test`, because the
// tools are large; prepare.js installs them.
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.check.js'],
  globalSetup: './prepare.js',
  globalTeardown: './clean-up.js',
  transform: {},
  testTimeout: 240000,
  maxWorkers: 2,
};
