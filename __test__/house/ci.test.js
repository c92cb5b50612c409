'use strict';

// .ci/run must not say that all is well where something was not run: its last line lists what was
// skipped, and a step that fails ends it.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const SCRIPT = path.resolve(__dirname, '../../.ci/run');
const onUnix = process.platform === 'win32' ? test.skip : test;

/** Runs the script with one step of another kind. */
function runWith(step) {
  const source = fs.readFileSync(SCRIPT, 'utf8');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agora-ci-'));
  try {
    fs.mkdirSync(path.join(folder, '.ci'));
    const changed = source.replace(/^ALL=.*$/m, () => `planted() {\n${step}\n}\nALL=planted`);
    fs.writeFileSync(path.join(folder, '.ci/run'), changed);
    const { status, stdout } = spawnSync('bash', ['.ci/run'], { cwd: folder, encoding: 'utf8' });
    return { status, lines: stdout.trim().split('\n') };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

onUnix('the last line lists what was skipped, once each', () => {
  const { status, lines } = runWith(`
    skip 'valgrind: it is not installed'
    echo '    skipped: the page: there is no browser'
    echo 'skipped: arm64: it takes minutes' >&2
    echo 'Tests: 1 skipped, 3 passed'
    skip 'valgrind: it is not installed'`);
  expect(status).toBe(0);
  expect(lines.at(-1)).toBe(
    'skipped: arm64: it takes minutes; the page: there is no browser; valgrind: it is not installed',
  );
});

onUnix('the last line says so when nothing was', () => {
  expect(runWith('echo fine')).toMatchObject({
    status: 0,
    lines: expect.arrayContaining(['skipped: nothing']),
  });
});

onUnix('a step that fails ends the run, and fails it', () => {
  const { status, lines } = runWith("false\necho 'after it'");
  expect(status).not.toBe(0);
  expect(lines).not.toContain('after it');
  expect(lines.at(-1)).not.toMatch(/^skipped/);
});

test('every step is one of those that run', () => {
  const source = fs.readFileSync(SCRIPT, 'utf8');
  const defined = [...source.matchAll(/^(\w+)\(\) \{$/gm)].map(([, name]) => name);
  const helpers = ['step', 'skip', 'has_or_installs', 'run_steps'];
  const [, all] = /^ALL='(.*)'$/m.exec(source);
  expect(all.split(' ')).toEqual(defined.filter((name) => !helpers.includes(name)));
});

test('the hosted workflow runs every step, and no other', () => {
  const workflow = fs.readFileSync(path.resolve(SCRIPT, '../../.github/workflows/ci.yml'), 'utf8');
  const named = [...workflow.matchAll(/run: \.ci\/run (.*)$/gm)].flatMap(([, it]) => it.split(' '));
  const [, all] = /^ALL='(.*)'$/m.exec(fs.readFileSync(SCRIPT, 'utf8'));
  expect(named.sort()).toEqual(
    all
      .split(' ')
      .filter((it) => it !== 'install')
      .sort(),
  );
});
