'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { version } = require('../package.json');
const { bundlePackage } = require('./bundle');
const { npmPack } = require('./npm');
const { ACCESS_TOKEN_FOLDER, addonFile, NAMES, ROOT } = require('./release-targets');
const { repositoryFields, withAbsoluteLinks } = require('./repository');
const { unpack } = require('./tarball');

const NAPI = path.join(ROOT, 'node_modules/@napi-rs/cli/dist/cli.js');
const PREPUBLISH = ['pre-publish', '-t', 'npm', '--skip-optional-publish', '--no-gh-release'];

/** The pages that a registry shows or that users read in the package. */
const PAGES = ['README.md', 'CHANGELOG.md'];

function edit(file, change) {
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, `${JSON.stringify(change(manifest), null, 2)}\n`);
}

/** Lays the files of the main package into a folder, as `npm pack` chooses them, and bundles them. */
function stageMain(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const tarball = npmPack(ROOT, folder);
  unpack(tarball.file, folder);
  fs.rmSync(tarball.file);
  bundlePackage(folder);
}

/** Names the repository in them. */
function nameRepository(folder, repository) {
  for (const page of PAGES) {
    const file = path.join(folder, page);
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, withAbsoluteLinks(text, repository, `v${version}`));
  }
  edit(path.join(folder, 'package.json'), (it) => ({ ...it, ...repositoryFields(repository) }));
}

function stagePlatform(folder, repository, name, addon) {
  const target = path.join(folder, 'npm', name);
  fs.cpSync(path.join(ROOT, 'npm', name), target, {
    recursive: true,
    filter: (file) => !file.endsWith('.node'),
  });
  fs.copyFileSync(addon, addonFile(name, folder));
  const fields = repositoryFields(repository, `npm/${name}`);
  edit(path.join(target, 'package.json'), (it) => ({ ...it, ...fields }));
}

/** Lays the package for users of agora-access-token under packages/. */
function stageAccessToken(folder, repository) {
  const target = path.join(folder, ACCESS_TOKEN_FOLDER);
  fs.cpSync(path.join(ROOT, ACCESS_TOKEN_FOLDER), target, { recursive: true });
  const fields = repositoryFields(repository, ACCESS_TOKEN_FOLDER);
  edit(path.join(target, 'package.json'), (it) => ({ ...it, ...fields }));
}

/**
 * Lays what is published into an empty folder: the main package, under npm/ those of the platforms, and
 * under packages/ the one for users of agora-access-token. The checkout is left as it is.
 *
 * @param {string} folder
 * @param {string} repository - the public repository
 * @param {(name: string) => string} addonOf - the file with a platform's addon
 */
function stageRelease(folder, repository, addonOf = (name) => addonFile(name)) {
  const missing = NAMES.filter((name) => !fs.existsSync(addonOf(name)));
  if (missing.length > 0) throw new Error(`there is no addon for ${missing.join(', ')}`);
  stageMain(folder);
  nameRepository(folder, repository);
  stageAccessToken(folder, repository);
  for (const name of NAMES) stagePlatform(folder, repository, name, addonOf(name));
  // It lists the platforms' packages as optional dependencies of the main one.
  const args = [NAPI, ...PREPUBLISH, '--cwd', folder];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

module.exports = { stageMain, stageRelease };
