'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { packBoth, ROOT } = require('../package/support/pack');
const { createProject } = require('../package/support/project');
const { startRegistry } = require('../package/support/registry');
const { installTools } = require('../support/install-tools');

const TOOLS = path.join(ROOT, 'target/bundlers');

/** Puts the original into a project as `original`, with what it depends on. */
function copyOriginal(folder) {
  const copy = (name, as = name) => {
    const source = path.join(ROOT, 'node_modules', name);
    fs.cpSync(source, path.join(folder, 'node_modules', as), { recursive: true });
    const { dependencies = {} } = require(path.join(source, 'package.json'));
    for (const dependency of Object.keys(dependencies)) copy(dependency);
  };
  copy('agora-token-reference', 'original');
}

/** A project with the package installed from its tarballs, below the tools so that it finds them. */
module.exports = async function prepare() {
  await installTools(__dirname, TOOLS);
  const packages = await packBoth();
  const registry = await startRegistry(packages.dependencies.map((it) => it.file));
  const folder = fs.mkdtempSync(path.join(TOOLS, 'project-'));
  fs.cpSync(path.join(__dirname, 'project'), folder, { recursive: true });
  const user = createProject(folder);
  const main = `agora-token@file:${packages.main.file}`;
  await user.install([main, packages.platform.file], { registry: registry.url });
  await registry.close();
  copyOriginal(folder);
  process.env.AGORA_BUNDLERS_PROJECT = folder;
  process.env.AGORA_BUNDLERS_PACKAGES = JSON.stringify(packages);
};
