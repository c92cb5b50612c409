'use strict';

// One run tests one kernel: AGORA_TOKEN_BACKEND=native or =javascript chooses it, else the one that
// loads is taken.

/** Suites that are slow, and run no kernel or run both by themselves: once is enough. */
const ONCE = [
  '__test__/agora-access-token/package',
  '__test__/docs/',
  '__test__/lib/kernel/backend',
  '__test__/package/',
  '__test__/tools/cli/',
  '__test__/tools/watch/',
  '__test__/types/',
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
