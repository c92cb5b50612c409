'use strict';

// One run tests one kernel: AGORA_TOKEN_BACKEND=native or =javascript chooses it, else the one that
// loads is taken.

/** Suites that are slow and run no kernel: once is enough. */
const WITHOUT_KERNEL = ['__test__/types/', '__test__/package/workflows'];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__test__'],
  testMatch: ['**/*.test.js'],
  testPathIgnorePatterns: process.env.AGORA_TOKEN_BACKEND === 'javascript' ? WITHOUT_KERNEL : [],
  transform: {},
  testTimeout: 60000,
  maxWorkers: '100%',
};
