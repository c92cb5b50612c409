'use strict';

// Writes THIRD-PARTY-LICENSES.md: the crates that are in the addons, with the licence that this project
// takes each under and its text. Crates that only run while the addon is built are not in it.
//
//   node scripts/third-party-licenses.js

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT, TARGETS } = require('./release-targets');

const FILE = path.join(ROOT, 'THIRD-PARTY-LICENSES.md');

/** The licences that deny.toml allows, the one that asks for least first. */
const CHOICE = ['MIT', 'ISC', 'Zlib', 'Apache-2.0'];

/** Where crates keep the text of a licence. */
const FILES = (licence) => [`LICENSE-${licence.toUpperCase()}`, 'LICENSE', 'LICENSE.md', 'COPYING'];

function cargo(...args) {
  return execFileSync('cargo', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 });
}

/** The crates of the addon for a target, as `name version`, without those that run in the compiler. */
function cratesFor(target) {
  const edges = ['--edges=normal,no-proc-macro', '--prefix=none', '--no-dedupe'];
  const printed = cargo('tree', '--locked', `--target=${target}`, ...edges, '--format={p}');
  return printed.match(/^\S+ v\S+/gm).map((it) => it.replace(' v', ' '));
}

/** What cargo knows of those of all targets, without this project's own. */
function crates() {
  const { packages } = JSON.parse(cargo('metadata', '--format-version=1', '--locked'));
  const names = new Set(Object.keys(TARGETS).flatMap(cratesFor));
  return packages
    .filter((it) => it.source !== null && names.has(`${it.name} ${it.version}`))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The licence that is taken: the first of CHOICE among the alternatives. */
function licenceOf({ name, license }) {
  const alternatives = license.split(/ OR |\//);
  const found = CHOICE.find((it) => alternatives.includes(it));
  if (!found) throw new Error(`no licence of ${name} is known here: ${license}`);
  return found;
}

function textOf(crate) {
  const folder = path.dirname(crate.manifest_path);
  const licence = licenceOf(crate);
  const file = FILES(licence).find((it) => fs.existsSync(path.join(folder, it)));
  if (file) return fs.readFileSync(path.join(folder, file), 'utf8');
  if (licence !== 'MIT') throw new Error(`${crate.name} has no text of ${licence}`);
  const own = fs.readFileSync(path.join(ROOT, 'LICENSE'), 'utf8');
  const holder =
    crate.authors.length > 0 ? crate.authors.join(', ') : `the authors of ${crate.name}`;
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

function page() {
  const groups = new Map();
  for (const crate of crates()) {
    const text = textOf(crate)
      .replace(/\r/g, '')
      .replace(/[ \t]+$/gm, '')
      .trim();
    groups.set(text, [...(groups.get(text) ?? []), crate]);
  }
  const sections = [...groups].map(([text, members]) => {
    const names = members.map(({ name, version }) => `${name} ${version}`);
    return `## ${names.join(', ')}\n\n${licenceOf(members[0])}:\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  });
  return `# Third-party licences

The addons of agora-token-native have these Rust crates in them, on one platform or another. The
JavaScript has nothing of others in it. The text of this page is written by
\`scripts/third-party-licenses.js\`.

Rust's standard library is in the addons too, under MIT or Apache-2.0, and for Linux and FreeBSD
LLVM's libunwind, under Apache-2.0 with the exception for what a compiler puts into a program.

${sections.join('\n')}`;
}

if (require.main === module) fs.writeFileSync(FILE, page());

module.exports = { FILE, page };
