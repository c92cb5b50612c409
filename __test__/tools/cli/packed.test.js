'use strict';

// What this package adds to agora-token's API, from the packed tarball.

const fs = require('node:fs');
const path = require('node:path');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { packBoth } = require('../../package/support/pack');
const { createProject } = require('../../package/support/project');
const { startRegistry } = require('../../package/support/registry');
const { run } = require('../../package/support/run');

let packages;
let registry;
let user;

beforeAll(async () => {
  packages = await packBoth();
  registry = await startRegistry(packages.dependencies.map(({ file }) => file));
  user = createProject(path.join(packages.folder, 'user'));
  await user.install([packages.main.file, packages.platform.file], { registry: registry.url });
});

afterAll(async () => {
  await registry?.close();
  fs.rmSync(packages.folder, { recursive: true });
});

const env = { AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: CERTIFICATE };

function command(...args) {
  const program = path.join(user.folder, 'node_modules/.bin/agora-token');
  // On Windows npm writes a batch file for it, which only a shell runs.
  const [shell, first] =
    process.platform === 'win32' ? ['cmd', ['/d', '/c', program]] : [program, []];
  return run(shell, [...first, ...args], { cwd: user.folder, env: { ...env, NO_COLOR: '1' } });
}

test('decode, verify and build from an ES module, with a duration in words', async () => {
  const source = `
    import { createTokenBuilder, decodeToken, TokenError, verifyToken } from 'agora-token-native';
    const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
    const token = createTokenBuilder({ appId, appCertificate }).rtm({ userId: 'ada', expiresIn: '10m' });
    console.log(decodeToken(token).expire, verifyToken(token, appCertificate).valid);
    try { decodeToken('x'); } catch (error) { console.log(error instanceof TokenError, error.code); }`;
  const printed = await user.node(source, { file: 'main.mjs', env });
  expect(printed.trim()).toBe('600 true\ntrue ERR_TOKEN_VERSION');
});

test('agora-access-token', async () => {
  const source = `
    const { RtcTokenBuilder, RtcRole } = require('agora-token-native/agora-access-token');
    const { AccessToken } = require('agora-token-native/agora-access-token/src/AccessToken');
    const token = RtcTokenBuilder.buildTokenWithUid('id', 'key', 'c', 1, RtcRole.PUBLISHER, 60);
    console.log(token.slice(0, 3), RtcTokenBuilder.key instanceof AccessToken);`;
  expect((await user.node(source)).trim()).toBe('006 true');
});

test('the command', async () => {
  const { version } = require('../../../package.json');
  expect((await command('--version')).trim()).toBe(version);
  const token = (await command('build', 'rtm', '--user-id', 'ada', '--expires-in', '10m')).trim();
  expect((await command('verify', token, '--user-id', 'ada')).trim()).toBe('valid');
  expect(JSON.parse(await command('decode', token, '--json'))).toMatchObject({ expire: 600 });
  expect(JSON.parse(await command('doctor', '--json'))).toMatchObject({
    healthy: true,
    platformPackage: { name: packages.platform.name, version },
  });
});
