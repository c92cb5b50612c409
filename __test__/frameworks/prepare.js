'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { stagePlatform, ROOT } = require('../package/support/pack');
const { stageMain } = require('../../scripts/stage-release');
const { installTools } = require('../support/install-tools');
const { signIn } = require('./sign-in');

const SAMPLES = path.join(ROOT, 'sample/frameworks');
const TOOLS = path.join(ROOT, 'target/frameworks');
const BUNDLERS = path.join(ROOT, 'target/bundlers');
const NEXT_PAGE = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

/**
 * Two projects of users with this package as it is published: one with the examples as they are, one
 * where users can sign in. They lie below the frameworks, so that they find them.
 */
module.exports = async function prepare() {
  await installTools(SAMPLES, TOOLS, ['--omit=optional']);
  await installTools(path.join(ROOT, '__test__/bundlers'), BUNDLERS);
  const folder = fs.mkdtempSync(path.join(TOOLS, 'project-'));
  const modules = path.join(folder, 'node_modules');
  stageModules(modules, folder);
  for (const variant of ['as-it-is', 'signed-in']) {
    const project = path.join(folder, variant);
    fs.mkdirSync(project);
    for (const file of examples()) {
      const target = path.join(project, file);
      const text = fs.readFileSync(path.join(SAMPLES, file), 'utf8');
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, variant === 'signed-in' ? signIn(text) : text);
    }
    fs.symlinkSync(modules, path.join(project, 'supabase/node_modules'), 'junction');
    compileNest(project);
    for (const file of ['lambda', 'hono', 'worker']) bundle(project, file);
  }
  const next = prepareNext(folder, modules);
  process.env.AGORA_FRAMEWORKS_FOLDERS = JSON.stringify([folder, next]);
};

/** The names of the examples' files, in folders too. */
function examples() {
  return fs
    .readdirSync(SAMPLES, { recursive: true })
    .filter((file) => !file.startsWith('node_modules') && /\.(m?js|ts|json)$/.test(file))
    .filter((file) => !/^package(-lock)?\.json$/.test(file));
}

/** This package and what it depends on, under the name that users import and under its own. */
function stageModules(modules, folder) {
  stageMain(path.join(modules, 'agora-token'));
  const platform = stagePlatform(path.join(folder, 'platform'));
  const { name } = require(path.join(platform, 'package.json'));
  fs.cpSync(platform, path.join(modules, name), { recursive: true });
  fs.cpSync(path.join(ROOT, 'node_modules/ms'), path.join(modules, 'ms'), { recursive: true });
  fs.symlinkSync('agora-token', path.join(modules, 'agora-token-native'), 'junction');
}

function compileNest(project) {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const flags = [
    '--strict',
    '--experimentalDecorators',
    '--emitDecoratorMetadata',
    ...['--target', 'es2022', '--module', 'commonjs', '--types', 'node'],
    ...['--typeRoots', path.join(ROOT, 'node_modules/@types')],
  ];
  execFileSync(process.execPath, [tsc, 'nest.ts', ...flags], { cwd: project, stdio: 'inherit' });
}

/** For Lambda without node_modules, and for Workers. */
function bundle(project, file) {
  const esbuild = path.join(BUNDLERS, 'node_modules/.bin/esbuild');
  const platform =
    file === 'lambda'
      ? ['--platform=node']
      : ['--conditions=workerd,worker,browser', '--external:node:*'];
  const out = `--outfile=bundles/${file}.mjs`;
  const args = [`${file}.mjs`, '--bundle', '--format=esm', '--log-level=warning', ...platform, out];
  execFileSync(esbuild, args, { cwd: project, stdio: 'inherit' });
}

/** An application of Next.js with both routes, below where Next.js is installed. */
function prepareNext(folder, modules) {
  const next = fs.mkdtempSync(path.join(BUNDLERS, 'frameworks-'));
  fs.cpSync(modules, path.join(next, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(next, file)), { recursive: true });
    fs.writeFileSync(path.join(next, file), text);
  };
  write('package.json', '{ "private": true }');
  write('app/layout.js', NEXT_PAGE);
  for (const variant of ['as-it-is', 'signed-in']) {
    const route = fs.readFileSync(path.join(folder, variant, 'next/route.js'), 'utf8');
    write(`app/${variant}/token/route.js`, route);
  }
  return next;
}
