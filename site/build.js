'use strict';

// Builds the token inspector: everything in one file, site/index.html, that opens from disk. Its policy
// lets run what is in it, by hash, and lets it reach nothing.

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const SOURCE = path.join(__dirname, 'src');
const PAGE = path.join(__dirname, 'index.html');

/** What of others ends up in the page. */
const BUNDLED = ['base64-js', 'buffer', 'ieee754', 'pako'];

/** Gives the decoder what browsers have in the place of Node's modules. */
const nodeModules = {
  name: 'node-modules',
  setup(build) {
    const file = path.join(SOURCE, 'node-modules.js');
    build.onResolve({ filter: /\/node-modules$/ }, () => ({ path: file }));
  },
};

const FOR_BROWSERS = {
  inject: [path.join(SOURCE, 'buffer.mjs')],
  platform: 'browser',
  plugins: [nodeModules],
};

/** The text of the page. */
async function buildPage() {
  const style = await bundle('page.css', {});
  const script = await bundle('main.js', { format: 'iife', ...FOR_BROWSERS });
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  const parts = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    style: `<style>${style}</style>`,
    script: `<script>${script}</script>`,
    licenses: licenses(),
  };
  return fs
    .readFileSync(path.join(SOURCE, 'page.html'), 'utf8')
    .replace(/<!-- (policy|style|script|licenses) -->/g, (_, part) => parts[part]);
}

/** A file of the sources with all that it needs, as one text. */
async function bundle(file, options) {
  // Loaded here: who only serves the page does not have it.
  const { outputFiles } = await require('esbuild').build({
    entryPoints: [path.resolve(SOURCE, file)],
    bundle: true,
    charset: 'utf8',
    legalComments: 'none',
    minify: true,
    target: 'es2022',
    write: false,
    ...options,
  });
  return outputFiles[0].text.trim();
}

function hashOf(text) {
  return `sha256-${crypto.createHash('sha256').update(text).digest('base64')}`;
}

function licenses() {
  const texts = BUNDLED.map((name) => {
    const folder = path.join(__dirname, 'node_modules', name);
    const { version } = require(path.join(folder, 'package.json'));
    const text = fs.readFileSync(path.join(folder, 'LICENSE'), 'utf8').trim();
    return `${name} ${version}\n\n${text.replaceAll('-->', '-- >')}`;
  });
  return `<!--\nMade by site/build.js. In it are:\n\n${texts.join('\n\n')}\n-->`;
}

module.exports = { PAGE, buildPage, bundle, FOR_BROWSERS };

if (require.main === module) {
  buildPage().then((text) => fs.writeFileSync(PAGE, text));
}
