'use strict';

// What users' tests do with the package, in a project of its own that has it installed and runs jest
// with jest's defaults. The habits stand in project/*.habit.js; here each is a test, on both kernels.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ORIGINAL, OURS } = require('../support/libraries');

const HABITS = path.join(__dirname, 'project');
const JEST = path.join(path.dirname(require.resolve('jest/package.json')), 'bin/jest.js');

// The names are read off the files, so that a habit that does not run fails here.
const EXPECTED = fs
  .readdirSync(HABITS)
  .filter((file) => file.endsWith('.habit.js'))
  .flatMap((file) =>
    Array.from(
      fs.readFileSync(path.join(HABITS, file), 'utf8').matchAll(/^test\('(.+)', /gm),
      ([, name]) => name,
    ),
  );

let project;

beforeAll(() => {
  project = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-habits-')));
  fs.cpSync(HABITS, project, { recursive: true });
  fs.writeFileSync(path.join(project, 'package.json'), '{ "name": "project", "private": true }');
  fs.mkdirSync(path.join(project, 'node_modules'));
  fs.symlinkSync(OURS, path.join(project, 'node_modules/agora-token'), 'junction');
  fs.symlinkSync(ORIGINAL, path.join(project, 'node_modules/original'), 'junction');
});

afterAll(() => {
  fs.rmSync(project, { recursive: true });
});

function runHabits(backend) {
  const output = path.join(project, `${backend}.json`);
  const args = ['--rootDir', project, '--testMatch', '**/*.habit.js', '--runInBand'];
  try {
    execFileSync(process.execPath, [JEST, ...args, '--json', '--outputFile', output], {
      cwd: project,
      env: { ...process.env, AGORA_TOKEN_BACKEND: backend, NODE_OPTIONS: '' },
      stdio: 'pipe',
    });
  } catch (error) {
    if (!fs.existsSync(output)) throw error;
  }
  const { testResults } = JSON.parse(fs.readFileSync(output, 'utf8'));
  const broken = testResults.filter((it) => it.assertionResults.length === 0);
  expect(broken.map((it) => it.message)).toEqual([]);
  return testResults.flatMap((it) => it.assertionResults);
}

describe.each(['native', 'javascript'])('on the %s kernel', (backend) => {
  let results;

  beforeAll(() => {
    results = runHabits(backend);
  });

  test.each(EXPECTED)('%s', (name) => {
    const result = results.find((it) => it.title === name);
    expect(result?.failureMessages).toEqual([]);
    expect(result.status).toBe('passed');
  });
});
