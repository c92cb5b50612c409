'use strict';

// Switches of Node that take something away. The addon is asked for by nobody: each row says which kernel
// runs.

const { createCheckout } = require('../support/checkout');

const FLAGS = process.allowedNodeEnvironmentFlags;
const PERMISSION = ['--permission', '--experimental-permission'].find((it) => FLAGS.has(it));

const BUILD = `
  const { AccessToken2 } = require('./src/AccessToken2');
  const { backend, RtcTokenBuilder } = require('.');
  const id = 'a'.repeat(32);
  const token = RtcTokenBuilder.buildTokenWithUid(id, id, 'lobby', 1, 1, 60, 60);
  const parsed = new AccessToken2();
  console.log(backend, parsed.from_string(token), parsed.verifySignature(id));`;

let checkout;

beforeAll(() => {
  checkout = createCheckout();
  checkout.installAddon();
});

afterAll(() => {
  checkout.remove();
});

function build(flags) {
  const { stdout, stderr } = checkout.node(BUILD, { flags: ['--no-warnings', ...flags] });
  return stdout.trim() || stderr;
}

test.each([
  ['--no-addons', 'javascript'],
  ['--frozen-intrinsics', 'native'],
  ['--jitless', 'native'],
  ['--disable-proto=throw', 'native'],
  ['--disallow-code-generation-from-strings', 'native'],
])('%s: %s', (flag, backend) => {
  expect(build([flag])).toBe(`${backend} true true`);
});

// Node.js 18 has no permissions.
(PERMISSION ? describe : describe.skip)(`${PERMISSION}`, () => {
  test.each([
    [[], 'javascript'],
    [['--allow-addons'], 'native'],
  ])('to read the project, and %j: %s', (rest, backend) => {
    expect(build([PERMISSION, `--allow-fs-read=${checkout.folder}/*`, ...rest])).toBe(
      `${backend} true true`,
    );
  });
});
