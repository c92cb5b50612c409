'use strict';

// Publishes what scripts/pack-release.js packed: the platforms first, so that nobody can install the
// package that lists them without them, and what depends on that last. What is out already is left
// alone, so that a run that broke off can be run again. It needs nothing but Node.js and npm.
//
//   node scripts/publish-release.js                      to npm
//   node scripts/publish-release.js --rehearse URL       to a registry on this machine
//
// `--from FOLDER` takes the packages from elsewhere than release/.
//
// npm is trusted by the workflow's identity. For a package that does not exist yet it needs a token:
// then NPM_TOKEN has one.

const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { npm } = require('./npm');
const { ACCESS_TOKEN_PACKAGE, NAMES, PACKAGE_PREFIX, ROOT } = require('./release-targets');
const { REPOSITORY, repositoryOf } = require('./repository');
const { readManifest } = require('./tarball');
const { compareVersions } = require('./versions');

/** What was packed, in the order of publishing. */
const FOLDERS = ['platforms', 'main', 'access-token'];

const REGISTRY = 'https://registry.npmjs.org/';

/** The first npm that takes the workflow's identity for a token. */
const OLDEST_NPM = '11.5.1';

function tarballsIn(folder) {
  return fs
    .readdirSync(folder)
    .filter((it) => it.endsWith('.tgz'))
    .sort()
    .map((it) => readTarball(path.join(folder, it)));
}

function readTarball(file) {
  const hash = crypto.createHash('sha512').update(fs.readFileSync(file)).digest('base64');
  return { file, manifest: readManifest(file), integrity: `sha512-${hash}` };
}

/** What forbids to publish these, one line each. */
function* faultsOf(tarballs, { env, repository }) {
  const { version } = require('../package.json');
  const platforms = NAMES.map((it) => `${PACKAGE_PREFIX}-${it}`);
  const expected = [...platforms, 'agora-token-native', ACCESS_TOKEN_PACKAGE];
  const found = tarballs.map(({ manifest }) => manifest.name);
  if ([...found].sort().join() !== [...expected].sort().join()) yield `these are packed: ${found}`;
  for (const { manifest } of tarballs) {
    if (manifest.version !== version) yield `${manifest.name} has version ${manifest.version}`;
    if (repository && repositoryOf(manifest) !== repository) {
      yield `${manifest.name} names the repository ${repositoryOf(manifest)}, not ${repository}`;
    }
  }
  const { GITHUB_REPOSITORY: slug, GITHUB_REF_NAME: tag } = env;
  if (!repository) yield 'there is no repository yet: fill in scripts/repository.js';
  else if (slug && `https://github.com/${slug}` !== repository) {
    yield `${slug} is not the repository ${repository}`;
  }
  if (tag && tag !== `v${version}`) yield `the tag ${tag} is not v${version}`;
}

/** The checksum under which a registry has this very version, or undefined. */
async function publishedIntegrity({ name, version }, registry) {
  const response = await fetch(new URL(name.replace('/', '%2f'), registry));
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()).versions?.[version]?.dist.integrity;
}

/** Those that are not out yet. They are looked up before the first is published, lest it be half done. */
async function unpublished(tarballs, registry) {
  const published = await Promise.all(
    tarballs.map(({ manifest }) => publishedIntegrity(manifest, registry)),
  );
  return tarballs.filter(({ manifest: { name, version }, integrity }, at) => {
    if (!published[at]) return true;
    if (published[at] !== integrity) {
      throw new Error(`${name}@${version} is out, and holds something else`);
    }
    console.log(`${name}@${version} is out already`);
    return false;
  });
}

/** A configuration with the token in it, for a package that no workflow is trusted with yet. */
function configurationWith(token, registry) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publish-'));
  const file = path.join(folder, 'npmrc');
  fs.writeFileSync(file, `${registry.replace(/^https?:/, '')}:_authToken=${token}\n`, {
    mode: 0o600,
  });
  return { flags: [`--userconfig=${file}`], remove: () => fs.rmSync(folder, { recursive: true }) };
}

async function main() {
  const { values } = parseArgs({
    options: {
      rehearse: { type: 'string' },
      from: { type: 'string', default: path.join(ROOT, 'release') },
    },
  });
  const { rehearse, from } = values;
  if (rehearse && !/^http:\/\/(127\.0\.0\.1|localhost):\d+\/$/.test(rehearse)) {
    throw new Error(`${rehearse} is no registry on this machine`);
  }
  const tarballs = FOLDERS.flatMap((it) => tarballsIn(path.join(from, it)));
  // A rehearsal takes whatever repository the packages name.
  const repository = rehearse ? repositoryOf(tarballs.at(-1).manifest) : REPOSITORY;
  const env = rehearse ? {} : process.env;
  const faults = [...faultsOf(tarballs, { env, repository })];
  if (!rehearse && compareVersions(npm(['--version']).trim(), OLDEST_NPM) < 0) {
    faults.push(`npm is older than ${OLDEST_NPM}`);
  }
  if (faults.length > 0) throw new Error(`nothing is published:\n- ${faults.join('\n- ')}`);

  const registry = rehearse ?? REGISTRY;
  const waiting = await unpublished(tarballs, registry);
  const token = process.env.NPM_TOKEN;
  const configuration = token ? configurationWith(token, registry) : undefined;
  const flags = ['--access=public', `--registry=${registry}`, ...(configuration?.flags ?? [])];
  if (!rehearse) flags.push('--provenance');
  try {
    for (const { file } of waiting) npm(['publish', file, ...flags], { stdio: 'inherit' });
  } finally {
    configuration?.remove();
  }
}

main();
