'use strict';

// Puts the JavaScript of a staged package into few files, since a process spends most of the time
// until its first token on opening files. Done when the package is packed; a checkout runs its sources.
//
// - lib/bundle.js holds index.js, src/, lib/ and the list of tools, each module in a function that runs
//   when it is first asked for.
// - tools/bundle.js holds what stands on top, and is loaded when the first of it is used.
// - Every file that users may require stays where it is, with one line that asks for its module; so
//   deep paths give the very objects that the root has.
// - What package.json's `browser` field replaces in a bundle for browsers is replaced in
//   lib/bundle.browser.js, and that file takes the place of lib/bundle.js.
// - The files that look for the addon stay files, since tracers of what to deploy read them.
// - Functions of modules that every process needs stand in parentheses: by them the engine knows that
//   it is to compile a function at once, and does not read it twice.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

/** What is required with a plain relative path. */
const RELATIVE_REQUIRE = /(?<!\w|[^.]\.)require\('(\.[^']*)'\)/g;

/** Files of lib/ that are not bundled. */
const LOOSE = [
  'lib/kernel/addon.js',
  'lib/kernel/addon-failure.js',
  'lib/kernel/deno.js',
  'lib/kernel/no-addon.js',
  'lib/kernel/platform.js',
];

const CORE = 'lib/bundle.js';
const BROWSER_CORE = 'lib/bundle.browser.js';
const TOOLS = 'tools/bundle.js';
const CLI = 'tools/cli.bundle.js';
const BIN = 'bin/agora-token.js';

const LOADER = `// Made by scripts/bundle.js: index.js, src/ and lib/ in one file.

const modules = {};
const loaded = {};

function use(id) {
  if (loaded[id] === undefined) {
    if (modules[id] === undefined) require('../tools/bundle.js')(modules, use);
    const module = { exports: {} };
    loaded[id] = module;
    modules[id](module);
  }
  return loaded[id].exports;
}

module.exports = use;
use.modules = modules;
`;

const TOOLS_HEAD = `// Made by scripts/bundle.js: what stands on top of lib/, in one file.

module.exports = function define(modules, use) {
`;

const CLI_HEAD = `// Made by scripts/bundle.js: the command line, in a file that no bundler is led to.

const use = require('../lib/bundle.js');

const { modules } = use;
`;

/** Bundles the JavaScript of the package in `folder`. */
function bundlePackage(folder) {
  const read = (file) => fs.readFileSync(path.join(folder, file), 'utf8');
  const write = (file, text) => fs.writeFileSync(path.join(folder, file), text);
  const manifest = JSON.parse(read('package.json'));
  const replaced = new Map(
    Object.entries(manifest.browser).map((pair) => pair.map((file) => file.replace('./', ''))),
  );

  const lib = scriptsUnder(folder, 'lib').filter(
    (file) => !LOOSE.includes(file) && ![...replaced.values()].includes(file),
  );
  const src = scriptsUnder(folder, 'src');
  const above = scriptsUnder(folder, 'tools').filter((file) => file !== 'tools/index.js');
  const cli = above.filter((file) => file.startsWith('tools/cli/'));
  const tools = above.filter((file) => !cli.includes(file));
  const core = ['index.js', 'tools/index.js', ...src, ...lib];
  const known = new Set([...core, ...above]);

  const needed = neededModules(folder);
  const chunk = (head, file, ids, sourceOf = (id) => id) => {
    const moduleOf = (id) =>
      functionOf(id, connect(read(sourceOf(id)), id, file, known), needed.has(id));
    return head + ids.map(moduleOf).join('');
  };
  const texts = [
    [CORE, chunk(LOADER, CORE, core)],
    [BROWSER_CORE, chunk(LOADER, BROWSER_CORE, core, (id) => replaced.get(id) ?? id)],
    [TOOLS, `${chunk(TOOLS_HEAD, TOOLS, tools)}};\n`],
    [CLI, `${chunk(CLI_HEAD, CLI, cli)}\nmodule.exports = use('tools/cli/main.js');\n`],
    ...Object.entries(namesOf(['index.js', ...src], folder)).map(([id, names]) => [
      id,
      doorTo(id, names),
    ]),
    [BIN, read(BIN).replace("'../tools/cli/main'", `'${relative(BIN, CLI)}'`)],
  ];

  for (const [id, file] of replaced) {
    if (!LOOSE.includes(id)) fs.rmSync(path.join(folder, file));
  }
  for (const id of [...lib, ...above, 'tools/index.js']) fs.rmSync(path.join(folder, id));
  for (const [file, text] of texts) write(file, text);

  const loose = [...replaced].filter(([id]) => LOOSE.includes(id));
  manifest.browser = Object.fromEntries(
    [[CORE, BROWSER_CORE], ...loose].map((pair) => pair.map((file) => `./${file}`)),
  );
  write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

function scriptsUnder(folder, place) {
  return fs
    .readdirSync(path.join(folder, place), { recursive: true })
    .map((file) => `${place}/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith('.js'))
    .sort();
}

/** A module with what it requires of the package taken from where it is now, for a bundle. */
function connect(source, id, file, known) {
  return source.replace(RELATIVE_REQUIRE, (_, specifier) => {
    const target = resolve(id, specifier, known);
    return known.has(target) ? `use('${target}')` : `require('${relative(file, target)}')`;
  });
}

/** A module in a function, for a file that holds several. */
function functionOf(id, source, isNeeded) {
  const [open, close] = isNeeded ? ['(', ')'] : ['', ''];
  return `\nmodules['${id}'] = ${open}function (module) {\n${source}}${close};\n`;
}

/** The modules that a process loads for a token, but for the kernels, of which each has one. */
function neededModules(folder) {
  const program = `
    const { RtcTokenBuilder } = require(${JSON.stringify(folder)});
    RtcTokenBuilder.buildTokenWithUid('', '', '', 0, 1, 1, 1);
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  return new Set(
    runWithoutAddon(program)
      .map((file) => path.relative(folder, file).replaceAll(path.sep, '/'))
      .filter((id) => !id.startsWith('lib/kernel/')),
  );
}

/** The names that modules export, by the modules. */
function namesOf(ids, folder) {
  const program = `
    const names = (id) => Object.keys(require(${JSON.stringify(folder)} + '/' + id));
    const all = ${JSON.stringify(ids)}.map((id) => [id, names(id)]);
    console.log(JSON.stringify(Object.fromEntries(all)));`;
  return runWithoutAddon(program);
}

/** What a program prints as JSON, in a process of its own. */
function runWithoutAddon(program) {
  const env = { ...process.env, AGORA_TOKEN_BACKEND: 'javascript' };
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8', env }));
}

/** The file of a module that is bundled; Node reads the names of ES module imports off its last line. */
function doorTo(id, names) {
  return [
    "'use strict';",
    '',
    `module.exports = require('${relative(id, CORE)}')('${id}');`,
    `0 && (module.exports = { ${names.join(', ')} });`,
    '',
  ].join('\n');
}

/** The file of the package that a module requires. */
function resolve(id, specifier, known) {
  const target = path.posix.join(path.posix.dirname(id), specifier);
  const candidates = [target, `${target}.js`, `${target}/index.js`];
  const loose = candidates.find((it) => LOOSE.includes(it));
  return candidates.find((it) => known.has(it)) ?? loose ?? target;
}

function relative(file, target) {
  const found = path.posix.relative(path.posix.dirname(file), target);
  return found.startsWith('.') ? found : `./${found}`;
}

module.exports = { BUNDLES: [CORE, BROWSER_CORE, TOOLS, CLI], LOOSE, bundlePackage };
