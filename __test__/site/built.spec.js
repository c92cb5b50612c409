'use strict';

// The page that is committed is what its sources make, and needs nothing else.

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { PAGE, buildPage } = require('../../site/build');

const page = fs.readFileSync(PAGE, 'utf8');
const MOST_BYTES = 256 * 1024;

test('it is what its sources make: npm run build:site', async () => {
  expect((await buildPage()) === page).toBe(true);
});

test('it is one file: it names no other', () => {
  const markup = page.replace(/<(script|style)>.*?<\/\1>/gs, '').replace(/<!--.*?-->/gs, '');
  const named = [...markup.matchAll(/(?:src|href|srcset|action|url)\s*[=(]\s*"?([^">)]*)/g)];
  expect(named.map(([, target]) => target.slice(0, 5))).toEqual(['data:']);
  expect(Buffer.byteLength(page)).toBeLessThan(MOST_BYTES);
});

test('its policy comes first, allows what is in it by hash, and no requests', () => {
  const at = page.indexOf('Content-Security-Policy');
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(page.search(/<(script|style|link)/));
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page);
  const rules = Object.fromEntries(
    policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );
  const hashOf = (tag) => {
    const [, text] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page);
    return `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
  };
  expect(rules).toEqual({
    'default-src': "'none'",
    'script-src': hashOf('script'),
    'style-src': hashOf('style'),
    'img-src': 'data:',
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
  });
});

test('it says how it is encoded where browsers look for it', () => {
  const at = Buffer.from(page).indexOf('<meta charset="utf-8">');
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(1000);
});

test('it has the licences of what it has of others', () => {
  for (const name of ['base64-js', 'buffer', 'ieee754', 'pako']) {
    const folder = path.resolve(__dirname, '../../site/node_modules', name);
    const license = fs.readFileSync(path.join(folder, 'LICENSE'), 'utf8').trim();
    expect([name, page.includes(license)]).toEqual([name, true]);
  }
});
