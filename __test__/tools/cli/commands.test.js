'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { createTokenBuilder, decodeToken, verifyToken } = require('../../..');
const { currentPlatform } = require('../../../lib/kernel/platform');
const { version } = require('../../../package.json');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { CREDENTIALS, makeFolder, run } = require('./process');

const ROOT = path.resolve(__dirname, '../../..');

const NOW = 1700000000;
const builder = createTokenBuilder({
  appId: APP_ID,
  appCertificate: CERTIFICATE,
  now: NOW,
  salt: 12345678,
});
const RTC = builder.rtc({ channel: 'demo-room', uid: 42, role: 'subscriber', expiresIn: '1h' });
const AT = ['--now', String(NOW)];

let folder;

beforeAll(() => {
  folder = makeFolder();
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

describe('decode', () => {
  const table = (state) => `version          007
App ID           ${APP_ID}
issued at        2023-11-14T22:13:20Z
expires at       2023-11-14T23:13:20Z, ${state}, 3600 s
salt             12345678
signature        ${decodeToken(RTC).signature}
service          rtc (type 1)
  channel        demo-room
  uid            42
  1 joinChannel  2023-11-14T23:13:20Z, ${state}, 3600 s
`;

  test('an argument as a table, without colours where there is no terminal', () => {
    expect(run(['decode', RTC, ...AT])).toEqual({
      status: 0,
      stdout: table('in 1 hour'),
      stderr: '',
    });
  });

  test('an expired token decodes, and says so', () => {
    const later = ['--now', String(NOW + 3600 + 90_000)];
    expect(run(['decode', RTC, ...later])).toEqual({
      status: 0,
      stdout: table('expired 1 day 1 hour ago'),
      stderr: '',
    });
    expect(run(['decode', RTC]).stdout).toMatch(/^expires at .*, expired \d+ days .*ago, 3600 s$/m);
  });

  test.each([[[]], [['-']]])('standard input, with %j', (args) => {
    const { status, stdout } = run(['decode', ...args, ...AT], { input: `\n  ${RTC}\n` });
    expect({ status, stdout }).toEqual({ status: 0, stdout: table('in 1 hour') });
  });

  test('--json gives what decodeToken gives', () => {
    const { status, stdout } = run(['decode', '--json', RTC]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(decodeToken(RTC))));
  });

  test('a malformed token', () => {
    expect(run(['decode', RTC.slice(0, 40)])).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^ERR_TOKEN_TRUNCATED: .*\n$/),
    });
    const { status, stdout } = run(['decode', 'abc', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'ERR_TOKEN_VERSION', message: expect.any(String), offset: 0 },
    });
  });

  test('control characters of a token do not reach the terminal', () => {
    const { RtcTokenBuilder } = require('../../..');
    const channel = 'a\x1b]0;title\x07\u202eb\nversion  006';
    const token = RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, channel, 1, 1, 60, 60);
    const { stdout } = run(['decode', token]);
    expect(stdout).toContain('a\\u{1B}]0;title\\u{7}\\u{202E}b\\u{A}version  006\n');
    expect(stdout).not.toContain('\x1b');
  });

  test.each([[[]], [['--json']]])('a token of 65 535 services is too large, %j', (options) => {
    const { service, token007 } = require('../../support/raw-tokens');
    const token = token007({ issueTs: NOW, services: Array(65_535).fill(service(4, [[1, 0]])) });
    const { status, stdout, stderr } = run(['decode', ...options], { input: token });
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('ERR_TOKEN_TOO_LARGE');
    expect(stdout + stderr).toContain('The token has more than 100 services.');
  });

  test('a key that does not end', () => {
    const { generateMediaChannelKey } = require('../../../src/DynamicKey5');
    const key = generateMediaChannelKey(APP_ID, CERTIFICATE, 'c', NOW, 7, 42, 0);
    expect(run(['decode', key]).stdout).toMatch(/^expires at +never$/m);
    const other = generateMediaChannelKey(APP_ID, CERTIFICATE, 'c', NOW, 7, 42, NOW);
    expect(run(['diff', key, other]).stdout).toContain('expires at  - never\n');
  });

  test('every kind of row', () => {
    const { service, token007 } = require('../../support/raw-tokens');
    const { Rtm2Permissions } = require('../../..');
    const { ServiceRtm2 } = require('../../../src/AccessToken2');
    const permissions = { messageChannels: { read: ['a', 'b'], write: [] } };
    const { stdout } = run(['decode', ...AT], {
      input: builder.build({
        rtc: { channel: 'c', uid: 0, role: 'subscriber' },
        rtm2: { userId: 'ada', permissions },
        apaas: { app: true },
      }),
    });
    expect(stdout.split('\n').slice(6)).toEqual([
      'service                  rtc (type 1)',
      '  channel                c',
      '  uid                    (any)',
      '  1 joinChannel          2023-11-14T23:13:20Z, in 1 hour, 3600 s',
      'service                  apaas (type 7)',
      '  user id                (none)',
      '  room                   (none)',
      '  role                   -1',
      '  3 app                  2023-11-14T23:13:20Z, in 1 hour, 3600 s',
      'service                  rtm2 (type 8)',
      '  user id                ada',
      '  1 login                2023-11-14T23:13:20Z, in 1 hour, 3600 s',
      '  read messageChannels   a, b',
      '  write messageChannels  (none)',
      '',
    ]);

    const odd = new Rtm2Permissions();
    odd.add(77, 66, ['later']);
    odd.add(77, Rtm2Permissions.kRead, ['now']);
    const { AccessToken2 } = require('../../../src/AccessToken2');
    const token = new AccessToken2(APP_ID, CERTIFICATE, NOW, 60);
    token.add_service(new ServiceRtm2('ada', odd));
    const { stdout: worded } = run(['decode', token.build()]);
    expect(worded).toMatch(/^ {2}read resource 77 +now$/m);
    expect(worded).toMatch(/^ {2}permission 66 resource 77 +later$/m);

    const unknown = token007({ issueTs: NOW, services: [service(99, [])] });
    const { stdout: noted } = run(['decode', unknown]);
    expect(noted).toMatch(/^service +unknown \(type 99\)$/m);
    expect(noted).toMatch(/^note +There is no service of type 99/m);
  });

  test('seconds as the token holds them, beside the moment that counts', () => {
    const privileges = { joinChannel: 600, publishAudio: 7200, publishVideo: 86_400 };
    const { ServiceRtc, AccessToken2 } = require('../../../src/AccessToken2');
    const token = new AccessToken2(APP_ID, CERTIFICATE, NOW, 3600);
    token.issueTs = NOW;
    const service = new ServiceRtc('c', 1);
    for (const [id, seconds] of [...Object.values(privileges), 0, 5].entries()) {
      service.add_privilege(id === 4 ? 99 : id + 1, seconds);
    }
    token.add_service(service);
    const { stdout } = run(['decode', token.build(), ...AT]);
    expect(stdout.split('\n').slice(9, -1)).toEqual([
      '  1 joinChannel   2023-11-14T22:23:20Z, in 10 minutes, 600 s',
      '  2 publishAudio  2023-11-14T23:13:20Z, in 1 hour, 7200 s, cut to the end of the token',
      '  3 publishVideo  2023-11-14T23:13:20Z, in 1 hour, 86400 s, cut to the end of the token',
      '  4 publishData   2023-11-14T23:13:20Z, in 1 hour, 0 s: as long as the token',
      '  privilege 99    2023-11-14T22:13:25Z, in 5 seconds, 5 s',
    ]);
  });

  test('a token 006 holds moments', () => {
    const { AccessToken } = require('../../../src/AccessToken');
    const token = new AccessToken(APP_ID, CERTIFICATE, 'c', 42);
    token.ts = NOW + 60;
    for (const [id, ts] of [
      [1, 0],
      [2, NOW + 90],
      [3, NOW + 30],
    ])
      token.addPriviledge(id, ts);
    const { stdout } = run(['decode', token.build(), ...AT]);
    expect(stdout).toMatch(/1 joinChannel +2023-11-14T22:14:20Z, in 1 minute, 0: as long as/);
    expect(stdout).toMatch(/2 publishAudio +2023-11-14T22:14:20Z, in 1 minute, 1700000090, cut to/);
    expect(stdout).toMatch(/3 publishVideo +2023-11-14T22:13:50Z, in 30 seconds$/m);
  });

  test('a key 004, and what replaces it', () => {
    const key = `004${'4f1b9a7c0d'.repeat(4)}${APP_ID}14464554720383bbe51446455471`;
    const { status, stdout } = run(['decode', key]);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^App ID +${APP_ID}$`, 'm'));
    expect(stdout).toMatch(/^issued at +2015-11-02T09:11:12Z$/m);
    expect(stdout).toMatch(/^note +Agora retired .* 004. Token007 replaces it/m);
  });

  test('an empty App ID is flagged', () => {
    const { generateMediaChannelKey } = require('../../../src/DynamicKey5');
    const key = generateMediaChannelKey('no hex', CERTIFICATE, 'c', NOW, 7, 42, 0);
    const { stdout } = run(['decode', key]);
    expect(stdout).toMatch(/^App ID +\(none\)$/m);
    expect(stdout).toMatch(/^note +The App ID is empty/m);
  });

  test('what happened to a token, and what to do', () => {
    const { status, stderr } = run(['decode', `Bearer ${RTC}`]);
    expect(status).toBe(1);
    expect(stderr).toContain('"Bearer" stands before the token: pass what follows it.');
  });
});

describe('verify', () => {
  const env = { AGORA_APP_CERTIFICATE: CERTIFICATE };

  test('a good token', () => {
    const args = ['verify', RTC, '--channel', 'demo-room', '--uid', '42', ...AT];
    expect(run([...args, '--privilege', 'joinChannel'], { env })).toEqual({
      status: 0,
      stdout: 'valid\n',
      stderr: '',
    });
  });

  test('an invalid one, with what a client sees and the usual cause', () => {
    const { status, stdout } = run(['verify', '--channel', 'lobby', ...AT], { env, input: RTC });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^invalid\nERR_TOKEN_CHANNEL {2}The token is for channel "demo-room", not "lobby"\.\n +A client sees 110 .*\n$/,
    );
  });

  test('an expired one', () => {
    const { status, stdout } = run(['verify', RTC, '--json'], { env });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(verifyToken(RTC, CERTIFICATE))));
    expect(JSON.parse(stdout).reasons).toMatchObject([{ clientError: 109 }]);
  });

  test.each([
    [{ AGORA_APP_CERTIFICATE: OTHER_CERTIFICATE }, [], 'ERR_TOKEN_SIGNATURE'],
    [{ ...env, AGORA_APP_ID: 'f'.repeat(32) }, [], 'ERR_TOKEN_APP_ID'],
    [env, ['--account', 'ada'], 'ERR_TOKEN_UID'],
    [env, ['--user-id', 'ada'], 'ERR_TOKEN_USER_ID'],
    [env, ['--privilege', 'publishAudio'], 'ERR_TOKEN_PRIVILEGE_MISSING'],
  ])('%j %j', (environment, args, code) => {
    const { status, stdout } = run(['verify', RTC, ...AT, ...args], { env: environment });
    expect(status).toBe(1);
    expect(stdout).toContain(code);
  });

  test('what should be known of a token that is valid', () => {
    const { generateMediaChannelKey } = require('../../../src/DynamicKey5');
    const key = generateMediaChannelKey(APP_ID, CERTIFICATE, 'demo-room', NOW, 7, 42, 0);
    const { status, stdout } = run(['verify', key, '--channel=demo-room', '--uid=42', ...AT], {
      env,
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^valid\nWARN_TOKEN_005 {2}A key 005 is signed with HMAC-SHA1.*\n$/);
  });

  test('a token that cannot be read needs no certificate', () => {
    for (const environment of [env, {}]) {
      const { status, stdout, stderr } = run(['verify', ''], { env: environment });
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      expect(stdout).toContain('ERR_TOKEN_EMPTY');
    }
    expect(run(['verify', RTC]).stderr).toMatch(/^No App Certificate/);
  });

  test('several certificates, and which one signed', () => {
    const several = { AGORA_APP_CERTIFICATE: `${OTHER_CERTIFICATE}, ${CERTIFICATE}` };
    expect(run(['verify', RTC, ...AT], { env: several }).stdout).toBe(
      'valid, signed with App Certificate 2 of 2\n',
    );
    expect(run(['verify', RTC, ...AT, '--channel', 'x'], { env: several }).stdout).toMatch(
      /^invalid, signed with App Certificate 2 of 2\n/,
    );
    const { stdout } = run(['verify', RTC, ...AT, '--json'], { env: several });
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, certificateIndex: 1 });
    const broken = { AGORA_APP_CERTIFICATE: `${CERTIFICATE},` };
    const { status, stderr } = run(['verify', RTC], { env: broken });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^ERR_APP_CERTIFICATE: The App Certificate at 1 .* empty string\.$/m);
  });

  test('a tolerance for clocks', () => {
    const late = ['verify', RTC, '--now', String(NOW + 3600)];
    expect(run([...late, '--clock-tolerance', '1'], { env }).stdout).toBe('valid\n');
    expect(run([...late, '--clock-tolerance', '0'], { env }).stdout).toMatch(/^invalid\n/);
    const { status, stderr } = run([...late, '--clock-tolerance', '86401'], { env });
    expect(status).toBe(2);
    expect(stderr).toContain('--clock-tolerance must be seconds, from 0 to 86400; found 86401.');
  });
});

describe('build', () => {
  test.each([
    [['rtc', '--channel', 'lobby', '--uid', '42', '--role', 'publisher'], ['rtc']],
    [['rtc', '--channel', 'lobby', '--uid', '0', '--role', 'subscriber'], ['rtc']],
    [['rtc', '--channel', 'lobby', '--account', 'ada', '--privilege', 'publishAudio=5m'], ['rtc']],
    [['rtm', '--user-id', 'ada'], ['rtm']],
    [['rtm2', '--user-id', 'ada', '--permission', 'messageChannels.read=a,b'], ['rtm2']],
    [['chat', '--user-id', 'ada'], ['chat']],
    [['chat', '--app'], ['chat']],
    [
      ['apaas', '--user-id', 'ada', '--room', 'r', '--room-role', '2'],
      ['rtm', 'chat', 'apaas'],
    ],
    [['education', '--app'], ['apaas']],
    [['fpa'], ['fpa']],
    [
      ['convo', '--channel', 'c', '--uid', '1', '--role', 'publisher', '--user-id', 'ada'],
      ['rtc', 'rtm', 'conversationalAi'],
    ],
    [
      ['stt', '--channel', 'c', '--uid', '1', '--role', 'publisher', '--user-id', 'ada'],
      ['rtc', 'rtm', 'stt'],
    ],
  ])('%j', (args, services) => {
    const { status, stdout, stderr } = run(['build', ...args, '--expires-in', '10m'], {
      env: CREDENTIALS,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const decoded = decodeToken(stdout.trimEnd());
    expect(decoded.services.map(({ name }) => name)).toEqual(services);
    expect(decoded.expire).toBe(600);
    expect(verifyToken(stdout.trimEnd(), CERTIFICATE, { appId: APP_ID }).valid).toBe(true);
  });

  test('options reach the token', () => {
    const { stdout } = run(
      [
        'build',
        'rtm2',
        '--user-id=ada',
        '--permission=messageChannels.read=a,b',
        '--permission=messageChannels.write=c=d',
        '--permission=users.read=',
        '--json',
      ],
      { env: CREDENTIALS },
    );
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ version: '007', token: expect.stringMatching(/^007/) });
    expect(result.services[0].permissions).toEqual({
      messageChannels: { read: ['a', 'b'], write: ['c=d'] },
      users: { read: [] },
    });
  });

  test('a long duration warns on the standard error', () => {
    const { status, stdout, stderr } = run(
      ['build', 'rtm', '--user-id', 'ada', '--expires-in', '2d'],
      { env: CREDENTIALS },
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^007\S+\n$/);
    expect(stderr).toMatch(/^Warning: --expires-in is 172800 seconds.*\n$/);
    const json = run(['build', 'rtm', '--user-id', 'ada', '--expires-in', '2d', '--json'], {
      env: CREDENTIALS,
    });
    expect(json.stderr).toBe('');
    expect(JSON.parse(json.stdout).warnings).toEqual([
      { code: 'WARN_LONG_DURATION', message: expect.stringMatching(/^--expires-in is 172800/) },
    ]);
  });

  test('several certificates: the first signs', () => {
    const env = { ...CREDENTIALS, AGORA_APP_CERTIFICATE: `${CERTIFICATE},${OTHER_CERTIFICATE}` };
    const { stdout } = run(['build', 'rtm', '--user-id', 'ada'], { env });
    expect(verifyToken(stdout.trim(), CERTIFICATE).valid).toBe(true);
  });

  test('a role 0 in a room', () => {
    const args = [
      'build',
      'apaas',
      '--user-id',
      'ada',
      '--room',
      'r',
      '--room-role',
      '0',
      '--json',
    ];
    const { services } = JSON.parse(run(args, { env: CREDENTIALS }).stdout);
    expect(services[2]).toMatchObject({ role: 0, privileges: [{ name: 'roomUser' }] });
  });

  const rtc = (...more) => ['rtc', '--channel', 'c', '--uid', '1', '--role', 'publisher', ...more];

  test.each([
    [[], /Name one service to build for: rtc, rtm/],
    [['cake'], /Name one service/],
    [['rtx'], /Name one service .* Did you mean rtc\?$/m],
    [['toString'], /Name one service/],
    [['rtc', 'rtm'], /Name one service/],
    [
      ['rtm', '--user-id', 'ada', '--channel', 'c'],
      /build rtm has no option --channel\. It has --user-id,/,
    ],
    [['rtc'], /build rtc needs --channel, and --uid or --account, and --role or --privilege\./],
    [['rtc', '--channel', 'c', '--account', 'a'], /build rtc needs --role or --privilege\./],
    [['rtm'], /build rtm needs --user-id\./],
    [['chat'], /build chat needs --user-id or --app\./],
    [['chat', '--user-id', 'ada', '--app'], /either --app or --user-id, not both/],
    [rtc('--account', 'ada'), /either --uid or --account, not both/],
    [['apaas', '--app', '--room', 'r'], /either --app or --room, not both/],
    [['apaas', '--user-id', 'ada', '--room', 'r'], /--room needs --room-role\./],
    [['apaas', '--user-id', 'ada', '--room-role', '1'], /--room-role needs --room\./],
    [['apaas', '--user-id', 'a', '--room', 'r', '--room-role', 'x'], /--room-role takes a number/],
    [
      ['apaas', '--user-id', 'a', '--room', 'r', '--room-role', '40000'],
      /ERR_ROLE: --room-role must/,
    ],
    [['apaas', '--user-id', 'a', '--room', '', '--room-role', '1'], /ERR_CHANNEL: --room must/],
    [
      ['convo', '--channel', 'c', '--uid', '1', '--role', 'publisher'],
      /build convo needs --user-id\./,
    ],
    [rtc('--channel', 'a/b'), /ERR_CHANNEL: --channel has '\/' at 1/],
    [rtc('--uid', 'x'), /ERR_UID: --uid must .* Pass a user account as --account\.$/m],
    [rtc('--role', 'host'), /ERR_ROLE: --role must .*publisher/],
    [
      ['rtc', '--channel', 'c', '--account', '', '--role', 'publisher'],
      /ERR_USER_ID: --account must/,
    ],
    [['rtm', '--user-id', ''], /ERR_USER_ID: --user-id must/],
    [
      ['rtm', '--user-id', 'a', '--expires-in', '1700000000'],
      /ERR_DURATION: --expires-in is .*point in time/,
    ],
    [rtc('--privilege', 'publishAudio=0'), /ERR_DURATION: --privilege publishAudio must/],
    [['rtm2', '--user-id', 'ada', '--permission', 'x'], /--permission takes NAME=VALUE/],
    [['rtm2', '--user-id', 'ada', '--permission', 'x=y'], /--permission takes RESOURCE/],
    [['rtm2', '--user-id', 'ada', '--permission', '__proto__.read=y'], /ERR_PERMISSIONS/],
    [
      ['rtm2', '--user-id', 'ada', '--permission', 'users.read=,'],
      /--permission users\.read must hold/,
    ],
    [rtc('--privilege', 'publishAudio'), /--privilege takes/],
    [['rtc', '--channel'], /"--channel" is used wrongly: it needs a value/],
  ])('%j is a usage error, told before credentials are', (args, message) => {
    const { status, stdout, stderr } = run(['build', ...args], { cwd: folder });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/expiresIn|userId|privileges\./);
  });
});

describe('diff', () => {
  const other = builder.build({
    expiresIn: '2h',
    rtc: { channel: 'demo-room', uid: 43, role: 'subscriber' },
    rtm: { userId: 'ada' },
  });

  test('the same token', () => {
    expect(run(['diff', RTC, RTC])).toEqual({
      status: 0,
      stdout: 'The tokens hold the same.\n',
      stderr: '',
    });
  });

  test('two tokens, one from the standard input', () => {
    const expected = `expires at         - 2023-11-14T23:13:20Z, 3600 s
                   + 2023-11-15T00:13:20Z, 7200 s
signature          - ${decodeToken(RTC).signature}
                   + ${decodeToken(other).signature}
rtc uid            - 42
                   + 43
rtc 1 joinChannel  - 2023-11-14T23:13:20Z, 3600 s
                   + 2023-11-15T00:13:20Z, 7200 s
rtm service        - (missing)
                   + rtm (type 2)
rtm user id        - (missing)
                   + ada
rtm 1 login        - (missing)
                   + 2023-11-15T00:13:20Z, 7200 s
`;
    expect(run(['diff', RTC, other])).toEqual({ status: 1, stdout: expected, stderr: '' });
    expect(run(['diff', RTC, '-'], { input: other }).stdout).toBe(expected);
    expect(run(['diff', RTC], { input: other }).stdout).toBe(expected);
  });

  test('--json', () => {
    const { status, stdout } = run(['diff', RTC, other, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual({ label: 'rtc uid', left: '42', right: '43' });
  });

  test.each([[[]], [['-', '-']], [[RTC, RTC, RTC]]])('%j is a usage error', (tokens) => {
    expect(run(['diff', ...tokens]).status).toBe(2);
  });

  test('a malformed token, and which of the two it is', () => {
    expect(run(['diff', RTC, '007'])).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^ERR_TOKEN_TRUNCATED: The second token: Nothing follows/),
    });
    expect(run(['diff', '007', RTC]).stderr).toMatch(/: The first token: /);
    const { status, stdout } = run(['diff', RTC, 'abc', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'ERR_TOKEN_VERSION',
      token: 2,
      offset: 0,
    });
  });
});

describe('doctor', () => {
  const { backend, backendInfo } = require('../../..');

  test('tells what runs here, and that it works', () => {
    const { status, stdout } = run(['doctor', '--json']);
    expect(status).toBe(0);
    const findings = JSON.parse(stdout);
    // A checkout has the addon beside it, or the package of the platform, or both, or neither.
    const installedVersion = fs.existsSync(
      path.join(ROOT, 'node_modules', findings.platformPackage.name),
    )
      ? version
      : null;
    expect(findings).toEqual({
      version,
      node: process.versions.node,
      zlib: process.versions.zlib,
      platform: expect.stringContaining(`${process.platform}-${process.arch}`),
      platformPackage: {
        name: currentPlatform().packageName,
        version: installedVersion,
      },
      requested: process.env.AGORA_TOKEN_BACKEND || null,
      backend,
      addon: backendInfo().addonPath,
      reason: backendInfo().reason,
      error: null,
      sample: 'identical',
      healthy: true,
    });
  });

  test('as a table', () => {
    const { status, stdout } = run(['doctor']);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^version +${version.replaceAll('.', '\\.')}\n`));
    expect(stdout).toMatch(new RegExp(`^kernel +${backend}$`, 'm'));
    expect(stdout).toMatch(/^check +the sample token is right$/m);
  });

  test('names the package to install where the addon is asked for and missing', () => {
    const folder = makeFolder();
    try {
      for (const part of ['bin', 'lib', 'tools', 'src', 'package.json', 'index.js', 'binding.js']) {
        fs.cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
      }
      const doctor = (env) =>
        spawnSync(process.execPath, [path.join(folder, 'bin/agora-token.js'), 'doctor'], {
          env: { PATH: process.env.PATH, ...env },
          encoding: 'utf8',
        });
      const asked = doctor({ AGORA_TOKEN_BACKEND: 'native' });
      expect(asked.status).toBe(1);
      expect(asked.stdout).toMatch(/^kernel +AGORA_TOKEN_BACKEND=native, but no addon loads/m);
      const unasked = doctor({});
      expect(unasked.status).toBe(0);
      expect(unasked.stdout).toMatch(/^platform package .*\(not installed\)$/m);
      expect(unasked.stdout).toMatch(/^kernel +javascript$/m);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  test('takes no arguments', () => {
    expect(run(['doctor', 'now']).status).toBe(2);
  });
});

describe('usage', () => {
  test.each([
    [['--help'], /decode \[TOKEN\]/],
    [['help'], /doctor/],
    [['decode', '--help'], /^agora-token decode/],
    [['verify', '-h'], /--privilege/],
    [['build', '--help'], /education/],
    [['diff', '--help'], /standard input/],
    [['doctor', '--help'], /kernel/],
    [['completion', '--help'], /source <\(agora-token completion bash\)/],
    [['help', 'verify'], /^agora-token verify/],
    [['help', 'build'], /^agora-token build SERVICE/],
    [
      ['help', 'build', 'rtc'],
      /^agora-token build rtc\n[\s\S]*Needs --channel, and --uid or --account/,
    ],
    [
      ['build', 'apaas', '--help'],
      /^agora-token build apaas\n[\s\S]*--room and --room-role belong/,
    ],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j', (args, text) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(text);
    if (args[0] !== '--version') expect(stdout).toMatch(/\nExamples:\n {2}\S/);
  });

  test('the help of a service has its options alone', () => {
    const { stdout } = run(['help', 'build', 'rtm']);
    expect(stdout.match(/^ {2}(?:-h, )?--[\w-]+/gm).map((each) => each.trim())).toEqual([
      '--user-id',
      '--expires-in',
      '--dotenv',
      '--json',
      '-h, --help',
    ]);
  });

  test.each([
    [[], /^agora-token COMMAND/],
    [['decipher'], /no command "decipher"\. Try/],
    [['decdoe'], /no command "decdoe"\. Did you mean decode\?/],
    [['help', 'bild'], /no command "bild"\. Did you mean build\?/],
    [['toString'], /no command "toString"/],
    [['decode', '--colour'], /Unknown option "--colour"\.$/m],
    [['verify', '--chanel', 'x'], /Unknown option "--chanel"\. Did you mean --channel\?/],
    [
      ['build', 'rtc', '--expires', '1h'],
      /Unknown option "--expires"\. Did you mean --expires-in\?/,
    ],
    [['decode', '--json=yes', RTC], /"--json" is used wrongly: it takes no value/],
    [['decode', RTC, RTC], /1 TOKEN at most, found 2/],
    [['decode', RTC, '--now', 'soon'], /--now takes/],
    [['decode', RTC, '--now', '99999999999'], /ERR_CLOCK: --now must be/],
    [['verify', RTC, '--uid', 'ada'], /--uid takes a number\. See --account\./],
    [['verify', RTC, '--uid', '1', '--account', 'a'], /either --uid or --account/],
    [['verify', RTC, '--clock-tolerance', '-1'], /"--clock-tolerance" is used wrongly/],
    [['verify', RTC, '--clock-tolerance', '1m'], /--clock-tolerance takes a number/],
    [['verify', RTC, '--privilege', 'fly'], /ERR_PRIVILEGE: There is no privilege "fly"/],
    [['verify', RTC, '--dotenv', '/no/such/file'], /ENOENT/],
    [['completion'], /Name one shell: bash, zsh, fish\./],
    [['completion', 'fihs'], /Did you mean fish\?/],
  ])('%j is a usage error', (args, message) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test.each([
    [['decipher', '--json'], 2, 'ERR_COMMAND'],
    [['--json'], 2, 'ERR_COMMAND'],
    [['decode', '--json', '--colour'], 2, 'ERR_COMMAND'],
    [['decode', '--json', 'abc'], 1, 'ERR_TOKEN_VERSION'],
    [['verify', '--json', RTC], 2, 'ERR_COMMAND'],
    [['verify', '--json', RTC, '--privilege', 'fly'], 2, 'ERR_PRIVILEGE'],
    [['build', 'rtm', '--json'], 2, 'ERR_COMMAND'],
    [['build', 'rtm', '--json', '--user-id', ''], 2, 'ERR_USER_ID'],
    [['diff', '--json', RTC, 'abc'], 1, 'ERR_TOKEN_VERSION'],
    [['doctor', '--json', 'now'], 2, 'ERR_COMMAND'],
    [['completion', '--json', 'fsh'], 2, 'ERR_COMMAND'],
  ])('%j gives its error as JSON', (args, expected, code) => {
    const { status, stdout, stderr } = run(args, { cwd: folder });
    expect({ status, stderr }).toEqual({ status: expected, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      error: expect.objectContaining({ code, message: expect.stringMatching(/./) }),
    });
  });

  test('help as JSON', () => {
    const { help } = JSON.parse(run(['help', 'build', 'rtc', '--json']).stdout);
    expect(`${help}\n`).toBe(run(['help', 'build', 'rtc']).stdout);
    expect(JSON.parse(run(['build', 'rtc', '--help', '--json']).stdout)).toEqual({ help });
    expect(JSON.parse(run(['--help', '--json']).stdout).help).toMatch(/^agora-token COMMAND/);
  });

  test('the version as JSON', () => {
    expect(JSON.parse(run(['--version', '--json']).stdout)).toEqual({ version });
  });
});
