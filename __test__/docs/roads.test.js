'use strict';

// Who comes to README with an app, with the other package or with an error finds their page in at most
// two clicks, each on a line that names what they have.

const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const LINK = /\[([^\]]*)\]\(([^)\s]+)\)/g;

const read = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');

function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}

/** Clicks the first link in a cell, line or paragraph of a page that matches; says where it leads. */
function click(file, what) {
  const line = read(file)
    .split('\n')
    .find((it) => what.test(it) && it.search(LINK) >= 0);
  if (line === undefined) throw new Error(`${file} has no link for ${what}`);
  const links = [...line.matchAll(LINK)];
  const [, , target] = links.find(([link]) => what.test(link)) ?? links.at(-1);
  const [page, anchor] = target.split('#');
  const next = page ? path.posix.join(path.posix.dirname(file), page) : file;
  return { file: next, section: sectionOf(next, anchor) };
}

/** The text under a heading of a page, or all of the page. */
function sectionOf(file, anchor) {
  const page = read(file);
  if (anchor === undefined) return page;
  const parts = page.split(/^(?=## )/m);
  const part = parts.find((it) => anchorOf(/^## (.*)$/m.exec(it)?.[1] ?? '') === anchor);
  if (part === undefined) throw new Error(`${file} has no heading #${anchor}`);
  return part;
}

test('with an Express app: to a complete program', () => {
  const first = click('README.md', /Express/);
  expect(first.file).toBe('docs/frameworks.md');
  const { section } = click(first.file, /Express 5/);
  expect(section).toContain(read('sample/frameworks/express.js'));
});

test.each([
  'Fastify',
  'NestJS',
  'Next.js',
  'Hono',
  'Koa',
  'Lambda',
  'Firebase',
  'Supabase',
  'Workers',
])('with %s: to an example', (name) => {
  const { section } = click(
    click('README.md', /your framework/).file,
    new RegExp(`\\[[^\\]]*${name}`),
  );
  expect(section).toMatch(/^```[jt]s\n/m);
  expect(section).toContain('createTokenBuilder');
});

test('with agora-access-token: to the swap, and to Token007', () => {
  const first = click('README.md', /`agora-access-token`/);
  expect(first.file).toBe('docs/migrating.md');
  const stays = click(first.file, /`agora-access-token`, which is to go on/);
  expect(stays.section).toContain("require('agora-access-token')");
  const goes = click(first.file, /to Token007/);
  expect(goes.section).toContain('buildTokenWithUserAccount');
});

test('with an error 110: to its causes', () => {
  const first = click('README.md', /\b110\b/);
  expect(first.file).toBe('docs/troubleshooting.md');
  expect(sectionOf(first.file, '110-invalid-token')).toContain('verifyToken');
  expect(first.section.indexOf('## 110, invalid token')).toBeLessThan(1500);
});

test('the first screen of README has the install, one call and the figures', () => {
  const screen = read('README.md').split('\n').slice(0, 50).join('\n');
  expect(screen).toContain('npm install agora-token@npm:agora-token-native');
  expect(screen.match(/buildTokenWithUid\(/g)).toHaveLength(1);
  expect(screen).toContain('| RTC |');
});

describe('README', () => {
  test('links to pages and headings that exist', () => {
    const links = [...read('README.md').matchAll(LINK)].map(([, , target]) => target);
    const local = links.filter((target) => !/^https?:/.test(target));
    expect(local.length).toBeGreaterThan(20);
    for (const target of local) {
      const [file, anchor] = target.split('#');
      expect([target, fs.existsSync(path.join(ROOT, file))]).toEqual([target, true]);
      if (anchor) expect(sectionOf(file, anchor)).toMatch(/^## /);
    }
  });

  test('links to every page for users', () => {
    const pages = fs.readdirSync(path.join(ROOT, 'docs')).filter((file) => file.endsWith('.md'));
    const reached = new Set();
    const visit = (file, clicks) => {
      if (clicks < 0 || !file.endsWith('.md') || !fs.existsSync(path.join(ROOT, file))) return;
      reached.add(file);
      for (const [, , target] of read(file).matchAll(LINK)) {
        if (/^(https?:|#)/.test(target)) continue;
        visit(path.posix.join(path.posix.dirname(file), target.split('#')[0]), clicks - 1);
      }
    };
    visit('README.md', 2);
    expect(pages.filter((page) => !reached.has(`docs/${page}`))).toEqual([]);
  });
});
