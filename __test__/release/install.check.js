'use strict';

// The commands and entries of docs/install.md, as they stand there, with every package manager.

const { version } = require('../../package.json');
const { code, tableUnder } = require('./support/page');
const { chosenManagers, MANAGERS } = require('./support/tools');
const { createUser } = require('./support/user');

const COMMANDS = tableUnder('install.md', 'In your project').map(([names, command]) => ({
  names,
  command: code(command),
}));
const ENTRIES = tableUnder('install.md', 'In your dependencies').map(
  ([names, file, entry, command]) => ({
    names,
    file: code(file),
    entry: code(entry),
    command: code(command),
  }),
);

/** Whether words such as `Yarn 1 and 4` or `pnpm 10 and newer` name a package manager. */
function names(words, manager) {
  const [tool, release] = manager.split(' ');
  const [, itsTool, first, rest] = /^(\w+)(?: (\d+))?(?: and (newer|\d+))?/.exec(words);
  if (itsTool !== tool) return false;
  if (!first) return true;
  return first === release || rest === release || (rest === 'newer' && +release >= +first);
}

function commandFor(manager) {
  const found = COMMANDS.filter((it) => names(it.names, manager));
  expect(found).toHaveLength(1);
  return found[0].command;
}

/** Puts an entry of the page into its file. */
function putEntry(user, { file, entry }) {
  if (!file.endsWith('.json')) return user.write(file, `${entry}\n`);
  const fields = JSON.parse(`{ ${entry} }`);
  return user.write(file, JSON.stringify({ ...user.manifest(), ...fields }));
}

test('the page names every package manager, in both tables', () => {
  for (const manager of Object.keys(MANAGERS)) {
    for (const table of [COMMANDS, ENTRIES]) {
      expect([manager, table.some((it) => names(it.names, manager))]).toEqual([manager, true]);
    }
  }
});

describe.each(chosenManagers())('%s', (manager) => {
  test('installs it under the old name, with the addon', async () => {
    const user = await createUser(manager);
    await user.shell(commandFor(manager));
    expect(user.manifest().dependencies['agora-token']).toMatch(
      new RegExp(`^npm:agora-token-native@\\^${version}$`),
    );
    expect(await user.backendOf('agora-token')).toBe('native');
  });

  test('installs it under its own name', async () => {
    const user = await createUser(manager);
    await user.shell(commandFor(manager).replace('agora-token@npm:', ''));
    expect(await user.backendOf('agora-token-native')).toBe('native');
  });

  test('installs the package for users of agora-access-token', async () => {
    const user = await createUser(manager);
    const command = commandFor(manager);
    const other = command.replaceAll('agora-token', 'agora-access-token');
    expect(other).toContain('agora-access-token@npm:agora-access-token-native');
    await user.shell(other);
    user.write('app.js', 'console.log(Object.keys(require(process.argv[2])).join())');
    expect(await user.backendOf('agora-access-token')).toBe(
      'RtcTokenBuilder,RtcRole,RtmTokenBuilder,RtmRole',
    );
  });

  const entries = ENTRIES.filter((it) => names(it.names, manager));

  test.each(entries)('replaces it in a dependency: $names', async (documented) => {
    const user = await createUser(manager);
    const isDirect = documented.entry.includes('$agora-token');
    if (isDirect) await user.shell(commandFor(manager));
    await user.shell(
      `${MANAGERS[manager][0]} ${manager.startsWith('npm') ? 'install' : 'add'} @rehearsal/dependent`,
    );
    expect(await user.backendOf('@rehearsal/dependent')).toBe('undefined');
    putEntry(user, documented);
    await user.shell(documented.command);
    expect(await user.backendOf('@rehearsal/dependent')).toBe('native');
    if (isDirect) expect(await user.backendOf('agora-token')).toBe('native');
  });
});
