'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { FILE, page } = require('../../scripts/third-party-licenses');

const LOCK = fs.readFileSync(path.resolve(__dirname, '../../Cargo.lock'), 'utf8');
const written = fs.readFileSync(FILE, 'utf8');

/** The crates in the headings of the page, as `name version`. */
const CRATES = Array.from(written.matchAll(/^## (.+)$/gm), ([, names]) => names.split(', ')).flat();

test('the page is what its script writes', () => {
  expect(written).toBe(page());
});

test('every crate on it is locked at that version', () => {
  expect(CRATES.length).toBeGreaterThan(20);
  const locked = Array.from(
    LOCK.matchAll(/name = "(.+)"\nversion = "(.+)"/g),
    ([, name, version]) => `${name} ${version}`,
  );
  expect(CRATES.filter((it) => !locked.includes(it))).toEqual([]);
});

test('what the addon is known to use is on it, and what only builds it is not', () => {
  const names = CRATES.map((it) => it.split(' ')[0]);
  expect(names).toEqual(expect.arrayContaining(['napi', 'zlib-rs', 'md-5', 'sha2', 'base64']));
  for (const it of ['napi-build', 'napi-derive', 'syn', 'criterion', 'agora-token-core']) {
    expect(names).not.toContain(it);
  }
});

test('each has a text that grants something', () => {
  const texts = Array.from(written.matchAll(/^```text\n([\s\S]+?)\n```$/gm), ([, text]) => text);
  expect(texts).toHaveLength(written.match(/^## /gm).length);
  for (const text of texts) expect(text).toMatch(/permission|granted/i);
});
