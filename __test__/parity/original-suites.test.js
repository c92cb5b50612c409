'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { ORIGINAL, libraries } = require('../support/libraries');
const { createTree, runNode } = require('../support/original-tree');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');

const NODEUNIT = require.resolve('nodeunit/bin/nodeunit');
const ASSERTIONS = /OK: (\d+) assertions/;
const FROZEN = path.join(__dirname, '../support/frozen-process.js');
const CREDENTIALS = { AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: CERTIFICATE };

const { original } = libraries();
const listed = (folder) =>
  fs.readdirSync(path.join(ORIGINAL, folder)).filter((name) => name.endsWith('.js'));
const SUITES = listed('test');
const SAMPLES = listed('sample');

let tree;

beforeAll(() => {
  tree = createTree();
});

afterAll(() => {
  fs.rmSync(tree, { recursive: true });
});

// That the code under test is ours, from the tree, and that nothing of the original was loaded.
function expectOurs(files) {
  const sources = files.filter((file) => file.startsWith(path.join(tree, 'src')));
  expect(sources.length).toBeGreaterThan(0);
  for (const file of sources) {
    const theirs = path.join(ORIGINAL, path.relative(tree, file));
    const isTheirs = fs.existsSync(theirs) && fs.readFileSync(file).equals(fs.readFileSync(theirs));
    expect([file, isTheirs]).toEqual([file, false]);
  }
  expect(files.filter((file) => file.startsWith(ORIGINAL))).toEqual([]);
}

test('the original has twelve suites and eleven samples', () => {
  expect(SUITES).toHaveLength(12);
  expect(SAMPLES).toHaveLength(11);
});

test.each([...SUITES.map((name) => ['test', name]), ...SAMPLES.map((name) => ['sample', name])])(
  '%s/%s is unchanged',
  (folder, name) => {
    const [copy, source] = [tree, ORIGINAL].map((root) =>
      fs.readFileSync(path.join(root, folder, name)),
    );
    expect(copy.equals(source)).toBe(true);
  },
);

describe("the original's suites pass over our code", () => {
  test.each(SUITES)('%s', async (name) => {
    const { code, stdout, files } = await runNode(tree, [NODEUNIT, path.join('test', name)]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(ASSERTIONS)]);
    const [, assertions] = ASSERTIONS.exec(stdout);
    expect(Number(assertions)).toBeGreaterThan(0);
    expect(stdout).not.toMatch(/✖/);
    expectOurs(files);
  });
});

// The tokens on the lines that a sample prints, each with the version it begins with.
function printedTokens(stdout) {
  return stdout.match(/00[67][A-Za-z0-9+/=]{60,}/g) ?? [];
}

function expectReadable(text) {
  if (text.startsWith('006')) {
    const { AccessToken } = original.modules['src/AccessToken'];
    const token = new AccessToken('', CERTIFICATE, '', '');
    expect(token.fromString(text)).toBe(true);
    expect(token.appID).toBe(APP_ID);
    return;
  }
  const { AccessToken2 } = original.modules['src/AccessToken2'];
  const token = new AccessToken2();
  expect(token.from_string(text)).toBe(true);
  expect(token.verifySignature(CERTIFICATE)).toBe(true);
}

describe("the original's samples run over our code", () => {
  test.each(SAMPLES)('%s prints what it prints with the original', async (name) => {
    const args = ['-r', FROZEN, path.join('sample', name)];
    const ours = await runNode(tree, args, CREDENTIALS);
    const expected = await runNode(ORIGINAL, args, CREDENTIALS);
    expect(ours.code).toBe(0);
    expect(ours.stdout).toBe(expected.stdout);
    expectOurs(ours.files);
  });

  test.each(SAMPLES)('%s prints tokens that the original reads and verifies', async (name) => {
    const { code, stdout } = await runNode(tree, [path.join('sample', name)], CREDENTIALS);
    const tokens = printedTokens(stdout);
    expect(code).toBe(0);
    expect(tokens.length).toBeGreaterThan(0);
    expect(tokens).toHaveLength(stdout.split('\n').filter((line) => /token/i.test(line)).length);
    tokens.forEach(expectReadable);
  });
});
