'use strict';

// What the pages say of codes, options and other pages must be so.

const fs = require('node:fs');
const path = require('node:path');
const { COMMANDS, optionsOf } = require('../../tools/cli/catalogue');
const { TOKEN_CODES, TokenError } = require('../../tools/token-error');
const { SERVICES } = require('../../tools/decode/service-table');

const DOCS = path.resolve(__dirname, '../../docs');
const PAGES = [
  'agora-access-token.md',
  'bundlers.md',
  'checks.md',
  'cli.md',
  'containers.md',
  'decode.md',
  'frameworks.md',
  'inspector.md',
  'install.md',
  'migrating.md',
  'releasing.md',
  'runtimes.md',
  'server.md',
  'token-builder.md',
  'troubleshooting.md',
  'uid.md',
  'verify.md',
];

function read(page) {
  return fs.readFileSync(path.join(DOCS, page), 'utf8');
}

function tableRows(page) {
  return [...read(page).matchAll(/^\| `((?:ERR|WARN)_\w+)` \|(.*)\|$/gm)].map(([, code, rest]) => ({
    code,
    cells: rest.split('|').map((cell) => cell.trim()),
  }));
}

test('every code is in one table, with its meaning and what a client sees', () => {
  const rows = ['decode.md', 'verify.md', 'token-builder.md'].flatMap(tableRows);
  expect(rows.map(({ code }) => code)).toEqual(Object.keys(TOKEN_CODES));
  for (const { code, cells } of rows) {
    const { meaning, clientError } = TOKEN_CODES[code];
    expect([code, cells.at(-1)]).toEqual([code, meaning]);
    if (/^ERR_(?!TOKEN_)/.test(code)) {
      expect([code, cells[0]]).toEqual([code, String(new TokenError(code, '').status)]);
    } else if (cells.length > 1) {
      expect([code, cells[0]]).toEqual([code, String(clientError ?? '')]);
    }
  }
});

test('every service and its privileges are listed', () => {
  const page = read('decode.md');
  for (const { name, privileges } of Object.values(SERVICES)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    expect(row).toBeDefined();
    for (const privilege of Object.values(privileges)) expect(row).toContain(`\`${privilege}\``);
  }
});

test.each(Object.entries(COMMANDS))(
  '%s, its services and all their options are on the page of the command line',
  (name, command) => {
    const page = read('cli.md');
    expect(page).toMatch(new RegExp(`^\\| \\[\`${name}\`\\]\\(#${name}\\)`, 'm'));
    const services = Object.keys(command.services ?? {});
    for (const service of services) expect(page).toContain(`\`${service}\``);
    for (const service of [undefined, ...services]) {
      for (const option of Object.keys(optionsOf(command, service))) {
        expect(page).toContain(`--${option}`);
      }
    }
  },
);

test.each(PAGES)('%s links to pages and headings that exist', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]);
  for (const link of links.filter((target) => !/^https?:/.test(target))) {
    const [file, anchor] = link.split('#');
    const target = path.join(DOCS, file || page);
    expect([link, fs.existsSync(target)]).toEqual([link, true]);
    if (!anchor) continue;
    const anchors = [...fs.readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)].map(
      ([, heading]) =>
        heading
          .toLowerCase()
          .replace(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
    );
    expect(anchors).toContain(anchor);
  }
});
