'use strict';

// `npm run test:types`: older versions of TypeScript, which that command installs first.
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.check.js'],
  transform: {},
  testTimeout: 120000,
};
