'use strict';

const { execFileSync } = require('node:child_process');
const root = require('../../package.json');
const { NAMES, TARGETS } = require('../../scripts/release-targets');

/** What rustc says of a target when it gets our flags. */
function configurationOf(target) {
  const args = ['--print=cfg', `--target=${target}`, ...(TARGETS[target].rustflags ?? [])];
  return execFileSync('rustc', args, { encoding: 'utf8' }).split('\n');
}

test('each platform has one target, and they are those of package.json', () => {
  const names = Object.values(TARGETS).map(({ name }) => name);
  expect(names.sort()).toEqual([...NAMES].sort());
  expect(Object.keys(TARGETS).sort()).toEqual([...root.napi.targets].sort());
});

test.each(Object.keys(TARGETS))('%s has the C runtime inside on Windows alone', (target) => {
  const isStatic = configurationOf(target).includes('target_feature="crt-static"');
  expect(isStatic).toBe(target.includes('windows'));
});
