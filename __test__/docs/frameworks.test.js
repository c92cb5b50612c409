'use strict';

// The page of frameworks is made of the files that the tests run.

const fs = require('node:fs');
const path = require('node:path');
const { PAGES, samplesOf, withSamples } = require('../../scripts/embed-samples');

const ROOT = path.resolve(__dirname, '../..');
const SAMPLES = path.join(ROOT, 'sample/frameworks');

const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8').replaceAll('\r\n', '\n');

test.each(PAGES)('%s shows its files as they are: node scripts/embed-samples.js', (name) => {
  expect(read(name)).toBe(withSamples(read(name)).replaceAll('\r\n', '\n'));
});

test('a block that drifted is noticed', () => {
  const page = read('docs/frameworks.md');
  const drifted = page.replace('function findUser', 'function findUsers');
  expect(withSamples(drifted)).not.toBe(drifted);
});

test('every example is on the page, once', () => {
  const files = fs
    .readdirSync(SAMPLES, { recursive: true })
    .map((file) => `sample/frameworks/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => /\.(m?js|ts)$|\/deno\.json$/.test(file) && !file.includes('node_modules'));
  expect(files.length).toBeGreaterThan(10);
  expect(samplesOf(read('docs/frameworks.md')).sort()).toEqual(files.sort());
});

test('each framework has a heading', () => {
  const headings = [...read('docs/frameworks.md').matchAll(/^## (.*)$/gm)].map(([, it]) => it);
  expect(headings).toEqual(
    expect.arrayContaining([
      'Express 5',
      'Fastify 5',
      'NestJS 11',
      'Next.js 16',
      'Hono',
      'Koa 3',
      'AWS Lambda',
      'Firebase Functions',
      'Supabase Edge Functions',
      'Cloudflare Workers',
    ]),
  );
});
