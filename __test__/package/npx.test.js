'use strict';

// The commands of the pages that begin with npx, in an empty folder, as one types them who has nothing
// installed.

const fs = require('node:fs');
const path = require('node:path');
const { npmProgram } = require('../../scripts/npm');
const { packBoth, ROOT } = require('./support/pack');
const { startRegistry } = require('./support/registry');
const { run } = require('./support/run');

const PAGES = ['README.md', 'docs/cli.md'];
const COMMANDS = PAGES.flatMap((page) =>
  [...fs.readFileSync(path.join(ROOT, page), 'utf8').matchAll(/^npx (.*)$/gm)].map(([, args]) => [
    page,
    args,
  ]),
);

let packages;
let registry;

beforeAll(async () => {
  packages = await packBoth();
  registry = await startRegistry([
    packages.main.file,
    ...packages.dependencies.map((it) => it.file),
  ]);
});

afterAll(async () => {
  await registry?.close();
  fs.rmSync(packages.folder, { recursive: true });
});

function npx(args) {
  const cwd = fs.mkdtempSync(path.join(packages.folder, 'empty-'));
  // It asks whether to install, and gets a yes.
  const env = {
    npm_config_registry: registry.url,
    npm_config_cache: path.join(cwd, 'cache'),
    npm_config_yes: 'true',
  };
  const [npm, [script]] = npmProgram();
  const [program, first] =
    npm === 'npm' ? ['npx', []] : [npm, [script.replace('npm-cli.js', 'npx-cli.js')]];
  return run(program, [...first, ...args.split(' ')], { cwd, env });
}

test.each(COMMANDS)('%s: npx %s', async (_page, args) => {
  expect(await npx(args)).toMatch(args.includes('decode') ? /^version +007/ : /^kernel +\w/m);
});

test('each page has one', () => {
  expect(new Set(COMMANDS.map(([page]) => page))).toEqual(new Set(PAGES));
});

test('without the name of the package, it would be another', async () => {
  await expect(npx('agora-token doctor')).rejects.toThrow(/404|not found/i);
  expect(registry.asked).toContain('agora-token');
});
