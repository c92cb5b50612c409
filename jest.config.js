'use strict';

// One run tests one kernel: AGORA_TOKEN_BACKEND=native or =javascript chooses it, else the one that
// loads is taken.
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__test__'],
  testMatch: ['**/*.test.js'],
  transform: {},
  testTimeout: 60000,
  maxWorkers: '100%',
};
