'use strict';

// Installs that are not the plain one: for another machine, from its lockfile, and with what users
// add to a command. The commands and entries are those of docs/containers.md.

const { PLATFORMS } = require('../../scripts/release-targets');
const { code, tableUnder } = require('./support/page');
const { chosenManagers } = require('./support/tools');
const { createUser } = require('./support/user');

const ROWS = tableUnder('containers.md', 'An install for another machine');
const DEPENDENCIES = { 'agora-token': 'npm:agora-token-native@*' };

function rowOf(tool) {
  return ROWS.find(([names]) => names.startsWith(tool));
}

async function userWith(manager) {
  const user = await createUser(manager);
  user.write('package.json', JSON.stringify({ ...user.manifest(), dependencies: DEPENDENCIES }));
  return user;
}

/** What the page says for Linux on arm64 with glibc, for another platform. */
function forPlatform(text, [os, cpu, libc]) {
  const names = { linux: os, arm64: cpu, glibc: libc };
  return text.replace(/linux|arm64|glibc/g, (it) => names[it]);
}

const PLATFORM_WORDS = Object.entries(PLATFORMS).map(([name, libc]) => {
  const [os, cpu] = name.split('-');
  return { name, words: [os, cpu, libc || 'glibc'] };
});

describe.each(chosenManagers('npm'))('%s', (manager) => {
  test.each(PLATFORM_WORDS)('takes the addon of $name when told to', async ({ name, words }) => {
    const user = await userWith(manager);
    await user.shell(forPlatform(code(rowOf('npm')[2]), words));
    expect(user.addons()).toEqual([name]);
  });

  test('takes its own addon from a lockfile that another platform wrote', async () => {
    const user = await userWith(manager);
    await user.shell('npm install --os=darwin --cpu=arm64');
    expect(user.addons()).toEqual(['darwin-arm64']);
    expect(await user.backendOf('agora-token')).toBe('javascript');
    await user.shell('npm ci');
    expect(await user.backendOf('agora-token')).toBe('native');
  });

  test('runs JavaScript with --omit=optional', async () => {
    const user = await userWith(manager);
    await user.shell('npm install --omit=optional');
    expect(user.addons()).toEqual([]);
    expect(await user.backendOf('agora-token')).toBe('javascript');
  });

  test('has the addon with --ignore-scripts', async () => {
    const user = await userWith(manager);
    await user.shell('npm install --ignore-scripts');
    expect(await user.backendOf('agora-token')).toBe('native');
  });
});

describe.each(chosenManagers('pnpm'))('%s', (manager) => {
  test('takes the addon of the machine that is named', async () => {
    const user = await userWith(manager);
    const [, file, entry] = rowOf('pnpm');
    user.write(code(file), `${code(entry)}\n`);
    await user.shell('pnpm install');
    expect(await user.shell('ls node_modules/.pnpm | grep -o "binding-.*"')).toMatch(
      /^binding-linux-arm64-gnu@\S+$/,
    );
    expect(await user.backendOf('agora-token')).toBe('javascript');
    // The lockfile that this wrote serves this machine too.
    user.write(code(file), '');
    await user.shell('pnpm install --frozen-lockfile --force');
    expect(await user.backendOf('agora-token')).toBe('native');
  });
});

describe('Yarn 4', () => {
  const [, file, entry] = rowOf('Yarn 4');
  const linker = 'nodeLinker: node-modules\n';

  test('takes the addon of the machine that is named', async () => {
    const user = await userWith('Yarn 4');
    user.write(code(file), `${linker}${code(entry)}\n`);
    await user.shell('yarn install');
    expect(user.addons()).toEqual(['linux-arm64-gnu']);
  });

  test('has the addon in a folder node_modules too, from a lockfile of another machine', async () => {
    const user = await userWith('Yarn 4');
    user.write(code(file), `${linker}${code(entry)}\n`);
    await user.shell('yarn install');
    user.write(code(file), linker);
    await user.shell('yarn install --immutable');
    expect(user.addons()).toEqual(['linux-x64-gnu']);
    expect(await user.backendOf('agora-token')).toBe('native');
  });
});

test('Yarn 1 takes the addons of both libcs, and the right one is loaded', async () => {
  const user = await userWith('Yarn 1');
  await user.shell('yarn install --ignore-scripts');
  expect(user.addons()).toEqual(['linux-x64-gnu', 'linux-x64-musl']);
  expect(await user.backendOf('agora-token')).toBe('native');
});
