'use strict';

// What someone sees who has cloned the project: with Node.js alone, and on each version of it that
// CONTRIBUTING.md names.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const semver = require('semver');
const { packages } = require('../../package-lock.json');
const { scripts } = require('../../package.json');
const { createCheckout } = require('../support/checkout');

const ROOT = path.resolve(__dirname, '../..');
const WITHOUT_RUST = { PATH: '' };

describe('without Rust', () => {
  let checkout;

  beforeAll(() => {
    checkout = createCheckout();
    for (const name of ['scripts', 'Cargo.toml']) {
      fs.cpSync(path.join(ROOT, name), path.join(checkout.folder, name), { recursive: true });
    }
  });

  afterAll(() => {
    checkout.remove();
  });

  function run(script, env) {
    const options = { env: { ...WITHOUT_RUST, ...env }, encoding: 'utf8' };
    return spawnSync(process.execPath, [path.join(checkout.folder, script)], options);
  }

  test('npm start shows two tokens of the JavaScript kernel, and says how to get the addon', () => {
    expect(scripts.start).toBe('node scripts/start.js');
    const { status, stdout, stderr } = run('scripts/start.js');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Kernel: javascript\nThere is no Rust here .*install Rust \d+\.\d+.*\n/,
    );
    expect(stdout.match(/signature verified +yes/g)).toHaveLength(2);
  });

  test('npm test ends at once, with one line', () => {
    expect(scripts.test).toMatch(/^node scripts\/rust\.js && /);
    const { status, stdout, stderr } = run('scripts/rust.js');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^The tests need Rust, .*install Rust \d+\.\d+.*\n$/);
  });
});

describe('the tools run on each Node.js that CONTRIBUTING.md names', () => {
  const text = fs.readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const [, ...named] = /Node\.js (\d+\.\d+), (\d+\.\d+), or (\d+) and newer/.exec(text);
  const NEWEST_TESTED = '26';

  test.each([...named, NEWEST_TESTED])('%s', (version) => {
    const lowest = semver.coerce(version);
    const unfit = Object.entries(packages)
      .filter(([, { engines }]) => engines?.node && !semver.satisfies(lowest, engines.node))
      .map(([name, { engines }]) => `${name} needs ${engines.node}`);
    expect(unfit).toEqual([]);
  });
});
