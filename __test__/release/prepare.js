'use strict';

// Packs a release and publishes it to a registry of this machine, with a package that depends on
// agora-token itself, and what can be told from the original: which of the two gets installed matters.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { npmPack } = require('../../scripts/npm');
const { packRelease } = require('../../scripts/pack-release');
const { addonFile, ROOT } = require('../../scripts/release-targets');
const { dependencies } = require('../../package.json');
const { run } = require('../package/support/run');
const { makeStandIn } = require('./support/stand-ins');
const { installTools } = require('./support/tools');
const { startVerdaccio } = require('./support/verdaccio');
const runtimes = require('../runtimes/runtimes');

const REPOSITORY = 'https://github.com/rehearsal/agora-token-native';

const FIXTURES = [
  {
    manifest: {
      name: '@rehearsal/dependent',
      version: '1.0.0',
      dependencies: { 'agora-token': '^2.0.0' },
    },
    source: "module.exports = require('agora-token');",
  },
  { manifest: { name: 'agora-token', version: '2.0.6' }, source: 'module.exports = {};' },
];

function packFixture(folder, { manifest, source }) {
  const fixture = path.join(folder, 'fixtures', path.basename(manifest.name));
  fs.mkdirSync(fixture, { recursive: true });
  fs.writeFileSync(path.join(fixture, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(fixture, 'index.js'), source);
  return npmPack(fixture, folder).file;
}

/** What is installed along with the release: the fixtures and its dependencies. */
function packOthers(folder) {
  const names = Object.keys(dependencies);
  return [
    ...FIXTURES.map((it) => packFixture(folder, it)),
    ...names.map((it) => npmPack(path.join(ROOT, 'node_modules', it), folder).file),
  ];
}

function addonsFor(folder) {
  const built = JSON.parse(process.env.AGORA_REHEARSAL_BUILT ?? '[]');
  fs.mkdirSync(folder, { recursive: true });
  return (name) => (built.includes(name) ? addonFile(name) : standIn(name, folder));
}

function standIn(name, folder) {
  const made = addonFile(name, folder);
  if (fs.existsSync(made)) return made;
  fs.mkdirSync(path.dirname(made), { recursive: true });
  return makeStandIn(name, path.dirname(made));
}

/** Publishes the release with its own script, then the others. */
async function publishAll(folder, release, { url, token }) {
  const publish = path.join(ROOT, 'scripts/publish-release.js');
  await run(process.execPath, [publish, '--rehearse', url, '--from', release], {
    env: { NPM_TOKEN: token },
  });
  const flags = [`--registry=${url}`, `--${url.replace('http:', '')}:_authToken=${token}`];
  for (const file of packOthers(folder)) await run('npm', ['publish', file, ...flags]);
}

module.exports = async function prepare() {
  await installTools();
  await runtimes.findRuntimes();
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-rehearsal-')));
  const release = path.join(folder, 'release');
  packRelease(release, REPOSITORY, addonsFor(path.join(folder, 'stand-ins')));
  const registry = await startVerdaccio(path.join(folder, 'registry'));
  globalThis.rehearsal = { folder, registry };
  try {
    await publishAll(folder, release, registry);
  } catch (error) {
    // Nobody else would: jest ends without the teardown when the set-up fails.
    await registry.stop();
    throw error;
  }
  const { url, token } = registry;
  process.env.AGORA_REHEARSAL = JSON.stringify({
    folder,
    release,
    repository: REPOSITORY,
    url,
    token,
  });
};
