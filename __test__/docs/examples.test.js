'use strict';

// Runs the examples of the pages, and compares what they print with what the pages show.

const fs = require('node:fs');
const path = require('node:path');
const { readBlocks } = require('./blocks');
const { makeProject, runBlock } = require('./run-block');

const DOCS = path.resolve(__dirname, '../../docs');

// The least number of blocks that each page must run.
const PAGES = {
  'agora-access-token.md': 2,
  'checks.md': 1,
  'cli.md': 7,
  'decode.md': 2,
  'token-builder.md': 4,
  'troubleshooting.md': 10,
  'verify.md': 2,
};

let project;

beforeAll(() => {
  project = makeProject();
});

afterAll(() => {
  fs.rmSync(project.folder, { recursive: true });
});

function read(page) {
  return fs.readFileSync(path.join(DOCS, page), 'utf8');
}

describe.each(Object.keys(PAGES))('%s', (page) => {
  const blocks = readBlocks(read(page));

  test('has examples', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(PAGES[page]);
  });

  test.each(blocks.map((block, index) => [index + 1, block.heading, block]))(
    'example %i, of "%s", prints what the page shows',
    (_index, _heading, block) => {
      expect(block.output).not.toBe('');
      expect(runBlock(block, project)).toBe(block.output);
    },
  );
});

test('each symptom of the troubleshooting page is reproduced', () => {
  const page = read('troubleshooting.md');
  const symptoms = [...page.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
  const reproduced = new Set(readBlocks(page).map(({ heading }) => heading));
  expect(symptoms.length).toBeGreaterThanOrEqual(10);
  expect([...reproduced]).toEqual(symptoms);
});

test('a block that prints something else is noticed', () => {
  const [block] = readBlocks("# A\n\n```js\nconsole.log('one');\n```\n\n```text\ntwo\n```\n");
  expect(block).toMatchObject({ heading: 'A', output: 'two\n' });
  expect(runBlock(block, project)).toBe('one\n');
});

test('commands of a console block are told from their output', () => {
  const blocks = readBlocks('```console\n$ echo a \\\n  b\na b\n$ echo c >&2\nc\n```\n');
  expect(blocks.map(({ output }) => output)).toEqual(['a b\n', 'c\n']);
  expect(blocks.map((block) => runBlock(block, project))).toEqual(['a b\n', 'c\n']);
});
