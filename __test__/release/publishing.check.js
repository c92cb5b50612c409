'use strict';

// What scripts/publish-release.js put into the registry, and what it refuses.

const fs = require('node:fs');
const path = require('node:path');
const { version } = require('../../package.json');
const { npmPack } = require('../../scripts/npm');
const {
  ACCESS_TOKEN_FOLDER,
  ACCESS_TOKEN_PACKAGE,
  NAMES,
  PACKAGE_PREFIX,
  ROOT,
} = require('../../scripts/release-targets');
const { run } = require('../package/support/run');
const { rehearsal } = require('./support/user');

const SCRIPT = path.join(ROOT, 'scripts/publish-release.js');
const PLATFORM_PACKAGES = NAMES.map((it) => `${PACKAGE_PREFIX}-${it}`);
const ALL = [...PLATFORM_PACKAGES, 'agora-token-native', ACCESS_TOKEN_PACKAGE];

/** The folder of the repository that a package comes from; none for the main one. */
const DIRECTORIES = {
  ...Object.fromEntries(NAMES.map((it) => [`${PACKAGE_PREFIX}-${it}`, `npm/${it}`])),
  [ACCESS_TOKEN_PACKAGE]: ACCESS_TOKEN_FOLDER,
};

async function packument(name) {
  const response = await fetch(`${rehearsal.url}${name.replace('/', '%2f')}`);
  expect(response.status).toBe(200);
  return response.json();
}

/** A copy of what was packed, to break. */
function copyOfRelease() {
  const folder = fs.mkdtempSync(path.join(rehearsal.folder, 'release-'));
  for (const it of ['platforms', 'main', 'access-token']) {
    fs.cpSync(path.join(rehearsal.release, it), path.join(folder, it), { recursive: true });
  }
  return folder;
}

/** What the script printed, or the message of its error. */
async function publish(from, flags, env = {}) {
  const args = [SCRIPT, '--from', from, ...flags];
  return run(process.execPath, args, { env: { NPM_TOKEN: rehearsal.token, ...env } }).catch(
    ({ message }) => message,
  );
}

const rehearse = (from) => publish(from, ['--rehearse', rehearsal.url]);

describe.each(ALL)('%s', (name) => {
  test('is in the registry, from the repository that was named', async () => {
    const { 'dist-tags': tags, versions } = await packument(name);
    expect(tags).toEqual({ latest: version });
    expect(Object.keys(versions)).toEqual([version]);
    const { repository, homepage, bugs, author, license } = versions[version];
    const directory = DIRECTORIES[name];
    expect(repository).toEqual({
      type: 'git',
      url: `git+${rehearsal.repository}.git`,
      ...(directory ? { directory } : {}),
    });
    expect(homepage).toBe(`${rehearsal.repository}#readme`);
    expect(bugs).toEqual({ url: `${rehearsal.repository}/issues` });
    expect(author.name).toMatch(/contributors$/);
    expect(license).toBe('MIT');
  });
});

test('the main package lists the platforms, at this version exactly', async () => {
  const { versions } = await packument('agora-token-native');
  expect(versions[version].optionalDependencies).toEqual(
    Object.fromEntries(PLATFORM_PACKAGES.map((it) => [it, version])),
  );
});

test('the platforms were there before it', async () => {
  const published = async (name) => Date.parse((await packument(name)).time[version]);
  const platforms = await Promise.all(PLATFORM_PACKAGES.map(published));
  expect(Math.max(...platforms)).toBeLessThan(await published('agora-token-native'));
});

test('the package for users of agora-access-token depends on it at this version, and came last', async () => {
  const { time, versions } = await packument(ACCESS_TOKEN_PACKAGE);
  expect(versions[version].dependencies).toEqual({ 'agora-token-native': version });
  const main = (await packument('agora-token-native')).time[version];
  expect(Date.parse(time[version])).toBeGreaterThan(Date.parse(main));
});

test.each(['README.md', 'CHANGELOG.md'])('%s has links that work away from here', (page) => {
  const text = fs.readFileSync(path.join(rehearsal.release, 'stage', page), 'utf8');
  const links = Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, link]) => link);
  const here = `${rehearsal.repository}/blob/v${version}/`;
  const own = links.filter((it) => it.startsWith(here));
  expect(own.length).toBeGreaterThan(0);
  expect(links.filter((it) => !/^(https:|#)/.test(it))).toEqual([]);
  const files = own.map((it) => it.slice(here.length).split('#')[0]);
  expect(files.filter((it) => !fs.existsSync(path.join(ROOT, it)))).toEqual([]);
});

test('published again, all of it is out already', async () => {
  const printed = await rehearse(rehearsal.release);
  expect(printed.split('\n').sort()).toEqual(
    ALL.map((it) => `${it}@${version} is out already`).sort(),
  );
});

test('it refuses to publish the same version with another content', async () => {
  const folder = copyOfRelease();
  const stage = path.join(folder, 'stage');
  fs.cpSync(path.join(rehearsal.release, 'stage'), stage, { recursive: true });
  fs.appendFileSync(path.join(stage, 'README.md'), '\nMore.\n');
  npmPack(stage, path.join(folder, 'main'));
  expect(await rehearse(folder)).toContain(
    `agora-token-native@${version} is out, and holds something else`,
  );
});

test('it refuses to publish without a platform', async () => {
  const folder = copyOfRelease();
  const [first] = fs.readdirSync(path.join(folder, 'platforms'));
  fs.rmSync(path.join(folder, 'platforms', first));
  expect(await rehearse(folder)).toContain('nothing is published:\n- these are packed: ');
});

test('it refuses to publish to npm from another repository, or none', async () => {
  const { REPOSITORY } = require('../../scripts/repository');
  expect(REPOSITORY).not.toBe(rehearsal.repository);
  expect(await publish(rehearsal.release, [])).toMatch(
    REPOSITORY
      ? 'names the repository https://github.com/rehearsal/agora-token-native'
      : 'there is no repository yet',
  );
});

test('a rehearsal is for this machine', async () => {
  const printed = await publish(rehearsal.release, ['--rehearse', 'https://registry.npmjs.org/']);
  expect(printed).toContain('https://registry.npmjs.org/ is no registry on this machine');
});
