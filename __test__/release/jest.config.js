'use strict';

// `npm run release:rehearse`, which sets the folder up; see rehearse.js.
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
