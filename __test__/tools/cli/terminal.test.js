'use strict';

// The command line on a pseudo-terminal. `script` of util-linux makes it, so these run on Linux.

const { createTokenBuilder, decodeToken } = require('../../..');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { CREDENTIALS, makeFolder, runOnTerminal } = require('./process');

const NOW = 1700000000;
const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE, now: NOW });
const TOKEN = builder.rtm({ userId: 'ada' });
const AT = ['--now', String(NOW)];
const ESCAPE = '\x1b[';

const cwd = makeFolder();
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('on a terminal', () => {
  test('output has colours', async () => {
    const { status, shown } = await runOnTerminal(['decode', TOKEN, ...AT], { cwd });
    expect(status).toBe(0);
    expect(shown).toContain(`${ESCAPE}36mversion`);
    expect(shown).toContain(`2023-11-14T23:13:20Z, ${ESCAPE}32min 1 hour${ESCAPE}39m, 3600 s`);
  });

  test('of an expired token only how long ago is red', async () => {
    const { shown } = await runOnTerminal(['decode', TOKEN, '--now', String(NOW + 7200)], { cwd });
    const red = shown
      .split(`${ESCAPE}31m`)
      .slice(1)
      .map((text) => text.split(ESCAPE)[0]);
    expect(red).toEqual(['expired 1 hour ago', 'expired 1 hour ago']);
  });

  test.each([[{ NO_COLOR: '1' }], [{ TERM: 'dumb' }]])('and none with %j', async (env) => {
    const { status, shown } = await runOnTerminal(['decode', TOKEN, ...AT], { cwd, env });
    expect(status).toBe(0);
    expect(shown).not.toContain(ESCAPE);
    expect(shown).toContain('  1 login   2023-11-14T23:13:20Z, in 1 hour, 3600 s\n');
  });

  test('of a failure only the code is red, and of a difference nothing', async () => {
    const failed = await runOnTerminal(['decode', `Bearer ${TOKEN}`], { cwd });
    expect(failed.status).toBe(1);
    const code = `${ESCAPE}31mERR_TOKEN_VERSION${ESCAPE}39m: A token begins with `;
    expect(failed.shown.slice(0, code.length)).toBe(code);
    expect(failed.shown.slice(code.length)).not.toContain(ESCAPE);
    const wrong = await runOnTerminal(['decode', '--colour'], { cwd });
    expect(wrong.shown).toBe('Unknown option "--colour".\n');
    const other = builder.rtm({ userId: 'bob' });
    const different = await runOnTerminal(['diff', TOKEN, other], { cwd });
    expect(different.shown).toContain('- ada');
    expect(different.shown).not.toContain(`${ESCAPE}31m`);
  });

  test('wrong options are told before a question is asked', async () => {
    for (const args of [
      ['build', 'rtc', '--channel', 'a/b', '--uid', '1', '--role', 'publisher'],
      ['build', 'rtc'],
      ['verify', TOKEN, '--privilege', 'fly'],
    ]) {
      const { status, shown } = await runOnTerminal(args, { cwd });
      expect(status).toBe(2);
      expect(shown).not.toContain('App ');
    }
  });

  test('the certificate is asked for, and what is typed does not appear', async () => {
    const { status, shown, unasked } = await runOnTerminal(['verify', TOKEN, ...AT], {
      cwd,
      env: { NO_COLOR: '1' },
      answers: [{ after: 'App Certificate: ', type: `${CERTIFICATE}\r` }],
    });
    expect({ status, unasked }).toEqual({ status: 0, unasked: 0 });
    expect(shown).toBe('App Certificate: \nvalid\n');
  });

  test('typing can be corrected', async () => {
    const { status, shown } = await runOnTerminal(['verify', TOKEN, ...AT], {
      cwd,
      env: { NO_COLOR: '1' },
      answers: [{ after: 'App Certificate: ', type: `${CERTIFICATE}xy\x7f\x7f\r` }],
    });
    expect({ status, shown }).toEqual({ status: 0, shown: 'App Certificate: \nvalid\n' });
  });

  test('a wrong certificate', async () => {
    const { status, shown } = await runOnTerminal(['verify', TOKEN, ...AT], {
      cwd,
      answers: [{ after: 'App Certificate: ', type: `${OTHER_CERTIFICATE}\r` }],
    });
    expect(status).toBe(1);
    expect(shown).toContain('ERR_TOKEN_SIGNATURE');
    expect(shown).not.toContain(OTHER_CERTIFICATE);
  });

  test('the App ID is asked for too, and may be seen', async () => {
    const { status, shown, unasked } = await runOnTerminal(['build', 'rtm', '--user-id', 'ada'], {
      cwd,
      env: { NO_COLOR: '1' },
      answers: [
        { after: 'App ID: ', type: `${APP_ID}\r` },
        { after: 'App Certificate: ', type: `${CERTIFICATE}\r` },
      ],
    });
    expect({ status, unasked }).toEqual({ status: 0, unasked: 0 });
    expect(shown).toContain(APP_ID);
    expect(shown).not.toContain(CERTIFICATE);
    expect(decodeToken(/007\S+/.exec(shown)[0]).appId).toBe(APP_ID);
  });

  test.each([
    ['Ctrl+C', '\x03'],
    ['Ctrl+D', '\x04'],
  ])('%s at the prompt cancels', async (_name, type) => {
    const { status, shown } = await runOnTerminal(['verify', TOKEN], {
      cwd,
      answers: [{ after: 'App Certificate: ', type }],
    });
    expect(status).toBe(130);
    expect(shown).toContain('Cancelled.');
  });

  test('nothing is asked when the environment has the credentials', async () => {
    const { status, shown } = await runOnTerminal(['build', 'rtm', '--user-id', 'ada'], {
      cwd,
      env: CREDENTIALS,
    });
    expect(status).toBe(0);
    expect(shown).toMatch(/^007\S+\n$/);
  });

  test('a missing token is a usage error, not a wait', async () => {
    const { status, shown } = await runOnTerminal(['decode'], { cwd });
    expect(status).toBe(2);
    expect(shown).toContain('No TOKEN');
  });
});
