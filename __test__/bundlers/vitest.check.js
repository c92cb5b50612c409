'use strict';

// What users' tests do with the package under vitest; the same for jest is in ../user-habits.

const fs = require('node:fs');
const path = require('node:path');
const { inProject, runTool } = require('./support');

const HABITS = path.join(__dirname, 'project/vitest');

// The names are read off the files, so that a habit that does not run fails here.
const EXPECTED = fs
  .readdirSync(HABITS)
  .filter((file) => file.endsWith('.habit.mjs'))
  .flatMap((file) =>
    Array.from(
      fs.readFileSync(path.join(HABITS, file), 'utf8').matchAll(/^test\('(.+)', /gm),
      ([, name]) => name,
    ),
  );

async function runHabits(backend) {
  const output = inProject(`out/vitest-${backend}.json`);
  const args = ['run', '--root', inProject('vitest'), '--reporter=json', `--outputFile=${output}`];
  await runTool('vitest', args, { AGORA_TOKEN_BACKEND: backend }).catch((error) => {
    if (!fs.existsSync(output)) throw error;
  });
  const { testResults } = JSON.parse(fs.readFileSync(output, 'utf8'));
  expect(testResults.filter((it) => it.assertionResults.length === 0)).toEqual([]);
  return testResults.flatMap((it) => it.assertionResults);
}

describe.each(['native', 'javascript'])('on the %s kernel', (backend) => {
  let results;

  beforeAll(async () => {
    results = await runHabits(backend);
  });

  test.each(EXPECTED)('%s', (name) => {
    const result = results.find((it) => it.title === name);
    expect(result?.failureMessages).toEqual([]);
    expect(result.status).toBe('passed');
  });
});
