'use strict';

// Bundles for browsers and apps: each is built with the original and with this package, from the same
// project and settings, and run. What can be built with the original must be built with ours, and do
// the same.

const { readToken, runFile, runScript } = require('./support');

const PACKAGES = ['original', 'agora-token'];

const MISSING = "agora-token needs Node's Buffer, which this bundle does not have.";

/** What the bundle of a package does in a browser, or in an app. */
async function buildAndRun(tool, name, mode) {
  expect(await runScript(`browser-${tool}`, name, mode)).toBe('[]');
  const bundle = `out/browser/${tool}-${name}-${mode}.js`;
  const args = tool === 'metro' ? [bundle, 'app'] : [bundle];
  return JSON.parse(await runFile('browser/run.cjs', {}, args));
}

describe.each(['webpack', 'vite', 'esbuild', 'metro'])('%s with polyfills', (tool) => {
  test.each(PACKAGES)('%s builds a token', async (name) => {
    const { role, built, warnings } = await buildAndRun(tool, name, 'polyfilled');
    expect(role).toBe(1);
    expect(built.map(({ token }) => readToken(token))).toEqual([
      { channel: 'lobby', verified: true },
      { channel: 'lobby', verified: true },
    ]);
    const expected = name === 'original' ? [] : [expect.stringContaining('App Certificate')];
    expect(warnings).toEqual(expected);
  });
});

describe.each(['webpack', 'vite'])('%s without polyfills', (tool) => {
  test.each(PACKAGES)('%s is imported, and fails when it builds', async (name) => {
    const { role, built } = await buildAndRun(tool, name, 'bare');
    expect(role).toBe(1);
    const error = name === 'original' ? 'Buffer is not defined' : MISSING;
    expect(built).toEqual(Array(2).fill({ error: `ReferenceError: ${error}` }));
  });
});
