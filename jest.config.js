'use strict';

// One run tests one kernel: AGORA_TOKEN_BACKEND=native or =javascript chooses it, else the one that
// loads is taken.

/** Suites that are slow, and run no kernel or run both by themselves: once is enough. */
const ONCE = [
  '__test__/types/',
  '__test__/package/workflows',
  '__test__/tools/watch/',
  '__test__/agora-access-token/package',
];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__test__'],
  testMatch: ['**/*.test.js'],
  testPathIgnorePatterns: process.env.AGORA_TOKEN_BACKEND === 'javascript' ? ONCE : [],
  transform: {},
  testTimeout: 60000,
  maxWorkers: '100%',
};
