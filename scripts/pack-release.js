'use strict';

// Packs what is published, from the addons under npm/: the platform packages into
// release/platforms, into release/main the package that lists them, and into release/access-token the
// one that depends on that. Each addon is checked first.
//
//   node scripts/pack-release.js [--repository URL]
//
// A rehearsal names a repository, as long as scripts/repository.js has none.

const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { checkAddons } = require('./check-addon');
const { npmPack } = require('./npm');
const { ACCESS_TOKEN_FOLDER, addonFile, NAMES, ROOT } = require('./release-targets');
const { REPOSITORY } = require('./repository');
const { stageRelease } = require('./stage-release');

/** Packs into `release`, and gives the reports of npm, in the order of publishing. */
function packRelease(release, repository, addonOf = undefined) {
  const stage = path.join(release, 'stage');
  fs.rmSync(release, { recursive: true, force: true });
  stageRelease(stage, repository, addonOf);
  const staged = NAMES.map((name) => ({ file: addonFile(name, stage), name }));
  console.log(checkAddons(staged).join('\n'));
  const platforms = NAMES.map((name) =>
    npmPack(path.join(stage, 'npm', name), path.join(release, 'platforms')),
  );
  const main = npmPack(stage, path.join(release, 'main'));
  const accessToken = path.join(stage, ACCESS_TOKEN_FOLDER);
  return [...platforms, main, npmPack(accessToken, path.join(release, 'access-token'))];
}

function main() {
  const { values } = parseArgs({ options: { repository: { type: 'string' } } });
  const repository = values.repository ?? REPOSITORY;
  if (!repository) {
    throw new Error('there is no repository yet: fill in scripts/repository.js');
  }
  const packed = packRelease(path.join(ROOT, 'release'), repository);
  for (const { file, size } of packed) {
    console.log(`${path.relative(ROOT, file)}: ${Math.ceil(size / 1000)} kB`);
  }
}

if (require.main === module) main();

module.exports = { packRelease };
