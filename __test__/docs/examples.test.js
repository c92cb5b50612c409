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
  'batch.md': 2,
  'checks.md': 1,
  'cli.md': 7,
  'decode.md': 2,
  'migrating.md': 3,
  'token-builder.md': 4,
  'troubleshooting.md': 10,
  'uid.md': 1,
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

describe('README', () => {
  const blocks = readBlocks(fs.readFileSync(path.join(DOCS, '../README.md'), 'utf8'));
  const programs = blocks.filter(({ language }) => language === 'js');

  test.each(programs.map((block, index) => [index + 1, block.heading, block]))(
    'example %i, of "%s", runs',
    (_index, _heading, block) => {
      expect(runBlock(block, project)).toBe('');
    },
  );

  test('the first one makes a token', () => {
    const [block] = programs;
    const printing = { ...block, text: `${block.text}\nconsole.log(token.slice(0, 3));\n` };
    expect(runBlock(printing, project)).toBe('007\n');
  });
});

describe('where what an example prints depends on the clock', () => {
  const LATER = { AGORA_FROZEN_MS: String(1700000000123 + 90 * 86400 * 1000) };
  const NOTE = 'The clock of the examples stands still at 2023-11-14T22:13:20Z';

  function dependsOnClock(block) {
    const later = { ...project, env: { ...project.env, ...LATER } };
    return runBlock(block, later) !== block.output;
  }

  test.each(Object.keys(PAGES))('%s says so', (page) => {
    const text = read(page);
    const programs = readBlocks(text).filter(({ language }) => language === 'js');
    expect(text.replaceAll('\n', ' ').includes(NOTE)).toBe(programs.some(dependsOnClock));
  });
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
