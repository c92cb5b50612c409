'use strict';

// docs/api is what scripts/api-reference.js makes of the declarations, and its links lead somewhere.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { anchorOf } = require('../../scripts/api-reference/pages');
const { ROOT } = require('./project');

const API = path.join(ROOT, 'docs/api');

/** What is older than Token007, and so all that its pages describe. */
const OLDER = [
  'AccessToken.md',
  'DynamicKey5.md',
  'RtcTokenBuilder.md',
  'RtmTokenBuilder.md',
  'SignalingToken.md',
  'agora-access-token.md',
  'agora-access-token-src-AccessToken.md',
];

function pagesIn(folder) {
  const read = (file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')];
  return Object.fromEntries(fs.readdirSync(folder).sort().map(read));
}

const pages = pagesIn(API);

test('the pages are what the declarations say; if not, run npm run docs:api', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agora-api-'));
  const script = path.join(ROOT, 'scripts/api-reference.js');
  execFileSync(process.execPath, [script, folder]);
  const made = pagesIn(folder);
  fs.rmSync(folder, { recursive: true });
  expect(pages).toEqual(made);
});

test('every export of the root is described, and every module has a page', () => {
  const root = pages['agora-token.md'];
  for (const name of Object.keys(require('../..'))) {
    expect([name, root.includes(`## ${name}\n`) || root.includes(`[\`${name}\`](`)]).toEqual([
      name,
      true,
    ]);
  }
  const modules = fs
    .readdirSync(path.join(ROOT, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.js'))
    .map((file) => `agora-token/src/${file.replaceAll(path.sep, '/').replace(/\.js$/, '')}`);
  expect(modules.length).toBeGreaterThan(10);
  expect(modules.filter((it) => !pages['README.md'].includes(`\`${it}\``))).toEqual([]);
});

test.each(Object.keys(pages))('%s links to pages and headings that exist', (page) => {
  const links = [...pages[page].matchAll(/\]\(([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  for (const [link, file, anchor] of links) {
    const target = pages[file || page];
    expect([link, typeof target]).toEqual([link, 'string']);
    if (!anchor) continue;
    const anchors = [...target.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading));
    expect([link, anchors.includes(anchor)]).toEqual([link, true]);
  }
});

test.each(OLDER)('everything on %s is deprecated, and names what to use', (page) => {
  const [, ...entries] = pages[page].split(/^## /m);
  expect(entries.length).toBeGreaterThan(0);
  for (const entry of entries) {
    const [, advice] = /^\*\*Deprecated\.\*\* (.*?)\n\n/ms.exec(`${entry}\n\n`) ?? [];
    expect([entry.split('\n')[0], advice]).toEqual([
      entry.split('\n')[0],
      expect.stringMatching(/`[\w./-]+`/),
    ]);
  }
});

test('the roles that do the same as another are deprecated', () => {
  for (const page of ['RtcTokenBuilder.md', 'agora-access-token.md']) {
    for (const role of ['ATTENDEE', 'ADMIN']) {
      const row = pages[page]
        .split('\n')
        .find((line) => line.includes(`${role}: number`) && line.startsWith('|'));
      expect(row).toContain('**Deprecated.** Use `PUBLISHER`.');
    }
  }
});
