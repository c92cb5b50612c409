'use strict';

// What is reported of which argument, with AGORA_TOKEN_CHECK=warn, in a process as a user has it.

const { CERTIFICATE } = require('../../support/identifiers');
const { createProject, lineOf } = require('./process');

const project = createProject();

afterAll(() => {
  project.remove();
});

const rtc = (...args) => `RtcTokenBuilder.buildTokenWithUid(${args.join(', ')})`;

/** What is wrong with a call, the call, and the codes that are reported. */
const CALLS = [
  ['a point in time', rtc('id', 'key', "'c'", 1, 1, 'inOneHour'), ['ERR_DURATION']],
  ['one for a privilege', rtc('id', 'key', "'c'", 1, 1, 60, 'inOneHour'), ['ERR_DURATION']],
  ['one as text', rtc('id', 'key', "'c'", 1, 1, "'1700003600'"), ['ERR_DURATION']],
  ['one with a fraction', rtc('id', 'key', "'c'", 1, 1, 'inOneHour + 0.5'), ['ERR_DURATION']],
  ['both', rtc('id', 'key', "'c'", 1, 1, 'inOneHour', 'inOneHour'), Array(2).fill('ERR_DURATION')],
  ['30 days', rtc('id', 'key', "'c'", 1, 1, '30 * 86400'), ['WARN_LONG_DURATION']],
  ['milliseconds', rtc('id', 'key', "'c'", 1, 1, '3600000'), ['ERR_DURATION']],
  ['a unit, of which the builder makes 0', rtc('id', 'key', "'c'", 1, 1, "'1h'"), ['ERR_DURATION']],
  ['no duration', rtc('id', 'key', "'c'", 1, 1), ['ERR_DURATION']],
  ["the uid 'undefined'", rtc('id', 'key', "'c'", "'undefined'", 1, 60), ['ERR_UID']],
  ['the uid undefined', rtc('id', 'key', "'c'", 'undefined', 1, 60), ['ERR_UID']],
  ["the uid 'null'", rtc('id', 'key', "'c'", "'null'", 1, 60), ['ERR_UID']],
  ['the uid NaN', rtc('id', 'key', "'c'", 'NaN', 1, 60), ['ERR_UID']],
  ["the uid '0'", rtc('id', 'key', "'c'", "'0'", 1, 60), ['ERR_UID']],
  ['a uid that is too large', rtc('id', 'key', "'c'", 2 ** 32, 1, 60), ['ERR_UID']],
  ['an empty account', rtc('id', 'key', "'c'", "''", 1, 60), ['ERR_USER_ID']],
  ['an empty channel', rtc('id', 'key', "''", 1, 1, 60), ['ERR_CHANNEL']],
  ['a channel with an umlaut', rtc('id', 'key', "'Zoë'", 1, 1, 60), ['ERR_CHANNEL']],
  ['a channel of 65 bytes', rtc('id', 'key', "'x'.repeat(65)", 1, 1, 60), ['ERR_CHANNEL']],
  ['no role', rtc('id', 'key', "'c'", 1, 'undefined', 60), ['ERR_ROLE']],
  ['a role of 006', rtc('id', 'key', "'c'", 1, 101, 60), ['ERR_ROLE']],
  ['an App ID that is none', rtc("'id'", 'key', "'c'", 1, 1, 60), ['ERR_APP_ID']],
  ['no certificate', rtc('id', 'undefined', "'c'", 1, 1, 60), ['ERR_APP_CERTIFICATE']],
  ['a padded certificate', rtc('id', "key + ' '", "'c'", 1, 1, 60), ['ERR_APP_CERTIFICATE']],
  ['the App ID as certificate', rtc('id', 'id', "'c'", 1, 1, 60), ['ERR_APP_CERTIFICATE']],
  [
    'an account of the wrong kind',
    "RtcTokenBuilder.buildTokenWithUserAccount(id, key, 'c', 'null', 1, 60)",
    ['ERR_USER_ID'],
  ],
  [
    'the account of the user named 0',
    "RtcTokenBuilder.buildTokenWithUserAccount(id, key, 'c', '0', 1, 60)",
    ['ERR_UID'],
  ],
  [
    'a long privilege',
    "RtcTokenBuilder.buildTokenWithUidAndPrivilege(id, key, 'c', 1, 60, 60, inOneHour, 0, 0)",
    ['ERR_DURATION'],
  ],
  ["RTM's user 'null'", "RtmTokenBuilder.buildToken(id, key, 'null', 60)", ['ERR_USER_ID']],
  [
    'the arguments of 006',
    "RtmTokenBuilder.buildToken(id, key, 'ada', 1, inOneHour)",
    ['ERR_DURATION'],
  ],
  [
    'a text role of ConvoAI, which takes none',
    "agora.ConvoAITokenBuilder.buildToken(id, key, 'c', 1, '1', 60, 60, 60, 60, 60, 'ada', 60)",
    ['ERR_ROLE'],
  ],
  ['Chat', 'agora.ChatTokenBuilder.buildAppToken(id, key, inOneHour)', ['ERR_DURATION']],
  [
    'aPaaS',
    "agora.ApaasTokenBuilder.buildRoomUserToken(id, key, '', 'undefined', 1, inOneHour)",
    ['ERR_CHANNEL', 'ERR_USER_ID', 'ERR_DURATION'],
  ],
  ['FPA', "agora.FpaTokenBuilder.buildToken('', key)", ['ERR_APP_ID']],
  [
    'a builder by its deep path',
    "require('agora-token/src/RtmTokenBuilder2').RtmTokenBuilder.buildToken(id, key, 'ada', inOneHour)",
    ['ERR_DURATION'],
  ],
  [
    'a request of a batch',
    "agora.buildTokens([{ method: 'RtmTokenBuilder.buildToken', args: [id, key, 'ada', inOneHour] }])",
    ['ERR_DURATION'],
  ],
];

describe('a call is reported for', () => {
  // A call a line, so that the place of a warning says which it is of.
  const source = CALLS.map(([, call]) => `try { ${call}; } catch {}`).join('\n');
  const first = lineOf(source, 'try {');
  let reported;

  beforeAll(() => {
    const { status, warnings } = project.run(source, 'warn');
    expect(status).toBe(0);
    reported = warnings.map(([code, , place]) => {
      const [, line] = /\.cjs:(\d+):\d+\)?$/.exec(place);
      return { code, at: line - first };
    });
  });

  test.each(CALLS.map(([what, , codes], at) => [what, at, codes]))('%s', (_what, at, codes) => {
    expect(reported.filter((it) => it.at === at).map(({ code }) => code)).toEqual(codes);
  });
});

test('calls that are right are not reported', () => {
  const { status, stderr } = project.run(
    `
    for (const role of [1, 2, '1']) ${rtc('id', 'key', "'c'", 1, 'role', 60)};
    for (const uid of [0, 42, '42', 'ada', 4294967295]) ${rtc('id', 'key', "'c'", 'uid', 1, 86400, 0)};
    for (const expire of [1, 3600, '3600', 86400]) ${rtc('id', 'key', "'*'", 1, 1, 'expire', 'expire')};
    ${rtc('Buffer.from(id)', 'key', "Buffer.from('c')", 1, 1, 60)};
    RtcTokenBuilder.buildTokenWithUserAccount(id, key, 'c', '12345678901234', 1, 60);
    RtcTokenBuilder.buildTokenWithUidAndPrivilege(id, key, 'c', 1, 60, 60, 0, 0, 0);
    RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege(id, key, 'c', 'ada', 60, 60, 60, 60, 60);
    RtcTokenBuilder.buildTokenWithRtm(id, key, 'c', 'ada', 1, 60);
    RtcTokenBuilder.buildTokenWithRtm2(id, key, 'c', 1, 2, 60, 60, 60, 60, 60, 'ada', 60);
    RtmTokenBuilder.buildToken(id, key, 'ada', 60);
    RtmTokenBuilder.buildToken(id, key, 'ada', 60, { 0: { 0: ['news'] } });
    RtmTokenBuilder.buildTokenWithPermissions(id, key, 42, new agora.Rtm2Permissions(), 60);
    agora.ChatTokenBuilder.buildUserToken(id, key, 'ada', 60);
    agora.ChatTokenBuilder.buildAppToken(id, key, 60);
    agora.ApaasTokenBuilder.buildRoomUserToken(id, key, 'room', 'ada', 1, 60);
    agora.ApaasTokenBuilder.buildUserToken(id, key, 'ada', 60);
    agora.EducationTokenBuilder.buildAppToken(id, key, 60);
    agora.FpaTokenBuilder.buildToken(id, key);
    agora.SttTokenBuilder.buildToken(id, key, 'c', 1, 1, 60, 60, 60, 60, 60, 'ada', 60);
    `,
    'warn',
  );
  expect([status, stderr]).toEqual([0, '']);
});

test('the text names the method and the parameter, and where it was called', () => {
  const source = `
    function makeToken() {
      return ${rtc('id', 'key', "'c'", 1, 1, 'inOneHour')};
    }
    makeToken();`;
  const { warnings } = project.run(source, 'warn');
  expect(warnings).toEqual([
    [
      'ERR_DURATION',
      'RtcTokenBuilder.buildTokenWithUid: tokenExpire is 1700003600, which looks like a point in time ' +
        '(2023-11-14T23:13:20.000Z, in seconds since 1970). Pass a duration: seconds from now.',
      `makeToken (${project.file}:${lineOf(source, 'return ')}:30)`,
    ],
  ]);
});

test('the text says what the builder makes of a duration that is none', () => {
  const source = `${rtc('id', 'key', "'c'", 1, 1, "'1h'")}; ${rtc('id', 'key', "'c'", 1, 1, 'null')};`;
  const texts = project.run(source, 'warn').warnings.map(([, text]) => text);
  expect(texts).toEqual([
    expect.stringContaining('found "1h". The builder takes it for 0.'),
    expect.stringContaining('found null. The builder takes it for 0.'),
  ]);
});

test('a batch is reported where it was asked for', () => {
  const source = `
    const args = [id, key, 'ada', inOneHour];
    agora.buildTokens([{ method: 'RtmTokenBuilder.buildToken', args }]);`;
  const [[, , place]] = project.run(source, 'warn').warnings;
  expect(place).toContain(`${project.file}:${lineOf(source, 'agora.buildTokens')}:`);
});

test.each([
  ['has frozen Error', 'Object.freeze(Error);'],
  ['fails to format a stack', "Error.prepareStackTrace = () => { throw new Error('no'); };"],
  ['formats stacks as it likes', 'Error.prepareStackTrace = (error, sites) => sites;'],
])('a program that %s gets its token, and its warning', (_what, before) => {
  const call = rtc('id', 'key', "'c'", 1, 1, 'inOneHour');
  const source = `${before} process.stdout.write(${call}.slice(0, 3));`;
  const { status, stdout, stderr } = project.run(source, 'warn');
  expect([status, stdout]).toEqual([0, '007']);
  expect(stderr).toContain('tokenExpire is 1700003600');
});

test('one place is reported once, another one again', () => {
  const { warnings } = project.run(
    `for (let i = 0; i < 10; i++) ${rtc('id', 'key', "'c'", 'i', 1, 'inOneHour + i')};
    ${rtc('id', 'key', "'c'", 1, 1, 'inOneHour')};`,
    'warn',
  );
  const places = warnings.map(([, , place]) => place);
  expect(places).toHaveLength(2);
  expect(new Set(places).size).toBe(2);
});

test('places that are made while a program runs have an end', () => {
  const { warnings } = project.run(
    `process.setMaxListeners(0);
    for (let i = 0; i < 1500; i++) {
      new Function('RtcTokenBuilder', 'id', 'key', 'at', \`
        ${'$'}{'\\n'.repeat(i)}${rtc('id', 'key', "'c'", 1, 1, '1700003600')};
      \`)(RtcTokenBuilder, id, key, i);
    }`,
    'warn',
  );
  expect(warnings).toHaveLength(1000);
});

test('the certificate is in no text, wherever it is passed and however it is misspelt', () => {
  const misspelt = ['key', "key + ' '", 'key.slice(1)', 'key.slice(0, 20)', "'\"' + key + '\"'"];
  const calls = misspelt.flatMap((certificate) => [
    ...[0, 1, 2, 3, 4, 5, 6].map((at) => {
      const args = ['id', 'key', "'c'", 1, 1, 60, 60];
      args[at] = certificate;
      return rtc(...args);
    }),
    rtc('id', certificate, certificate, certificate, certificate, certificate, certificate),
    `RtmTokenBuilder.buildToken(id, ${certificate}, ${certificate}, ${certificate})`,
    `agora.ApaasTokenBuilder.buildRoomUserToken(id, key, undefined, ${certificate}, 1, ${certificate})`,
  ]);
  const attempts = calls.map((call) => `try { ${call}; } catch {}`);
  const { warnings, stderr } = project.run(attempts.join('\n'), 'warn');
  expect(warnings.length).toBeGreaterThan(40);
  const pieces = [0, 4, 8, 12, 16].map((at) => CERTIFICATE.slice(at, at + 16));
  expect(pieces.filter((it) => stderr.toLowerCase().includes(it.toLowerCase()))).toEqual([]);
});
