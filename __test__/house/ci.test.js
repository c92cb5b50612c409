'use strict';

// .ci/run must not say that all is well where something was not run: its last line lists what was
// skipped, and a step that fails ends it.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const SCRIPT = path.resolve(__dirname, '../../.ci/run');
const onUnix = process.platform === 'win32' ? test.skip : test;

/** Runs the script with other steps in the place of its own. */
function runWith(steps) {
  const source = fs.readFileSync(SCRIPT, 'utf8');
  const changed = source.replace(/^run_all\(\) \{\n.*?^\}$/ms, () => `run_all() {\n${steps}\n}`);
  expect(changed).not.toBe(source);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agora-ci-'));
  try {
    fs.mkdirSync(path.join(folder, '.ci'));
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
