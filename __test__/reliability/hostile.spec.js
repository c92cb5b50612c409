'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { CERTIFICATE } = require('../support/identifiers');
const { TOKEN007_BUILDERS } = require('../support/builders');
const { callPlainly } = require('../support/every-builder');
const { libraries } = require('../support/libraries');
const { assault, isAccepted } = require('./support/assault');
const { BUILDERS_005, BUILDERS_006, legacyToken } = require('./support/hostile-tokens');

const { ours, original } = libraries();

test.each([
  ['native', 1],
  ['javascript', 2],
])('no tampered token is accepted, or read unlike the original (%s)', (backend, seed) => {
  const program = path.join(__dirname, './programs/hostile.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--tokens', '10000', '--seed', `${seed}`],
    { encoding: 'utf8', env: { ...process.env, AGORA_TOKEN_BACKEND: backend } },
  );
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ backend, tokens: 10_000, differences: [] });
  expect(status).toBe(0);
});

test('the judge is no fool: it accepts what was not tampered with', async () => {
  for (const builder of [...BUILDERS_005, ...BUILDERS_006]) {
    expect([builder.name, isAccepted(legacyToken(builder, original))]).toEqual([
      builder.name,
      true,
    ]);
  }
  const report = await assault(300, 3);
  expect(report.read).toBeGreaterThan(50);
  expect(report.reencoded).toBeGreaterThan(0);
});

test('every bit of a signature counts', () => {
  const { AccessToken2 } = ours.modules['src/AccessToken2'];
  for (const builder of TOKEN007_BUILDERS.slice(0, 4)) {
    const token = new AccessToken2();
    token.from_string(callPlainly(builder, ours));
    expect(token.verifySignature(CERTIFICATE)).toBe(true);
    for (let bit = 0; bit < token.__signature.length * 8; bit++) {
      token.__signature[bit >> 3] ^= 1 << (bit & 7);
      expect(token.verifySignature(CERTIFICATE)).toBe(false);
      token.__signature[bit >> 3] ^= 1 << (bit & 7);
    }
  }
});
