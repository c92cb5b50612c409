'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { inspect } = require('node:util');
const { backend } = require('../..');
const { BUILDERS } = require('../support/builders');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
const { plainArgument } = require('../support/every-builder');
const { libraries } = require('../support/libraries');
const { ROOT } = require('./support/child');

const { ours } = libraries();

/** Shorter pieces of a certificate than this occur by chance. */
const TELLING = 8;

/** The pieces of the certificate that a text shows. */
function shown(text) {
  const pieces = [];
  for (let start = 0; start + TELLING <= CERTIFICATE.length; start++) {
    const piece = CERTIFICATE.slice(start, start + TELLING);
    if (text.toLowerCase().includes(piece.toLowerCase())) pieces.push(piece);
  }
  return pieces;
}

/** A certificate, and what callers pass when they mean one. */
const CERTIFICATES = [
  CERTIFICATE,
  ` ${CERTIFICATE}`,
  `${CERTIFICATE}\n`,
  CERTIFICATE.slice(1),
  `${CERTIFICATE}0`,
  `${CERTIFICATE}😀`,
  Object(CERTIFICATE),
  [CERTIFICATE],
  { toString: () => CERTIFICATE },
  { appCertificate: CERTIFICATE },
  Buffer.from(CERTIFICATE),
  new Uint8Array(Buffer.from(CERTIFICATE)),
];

/** Everything that an error says, and its causes. */
function told(error) {
  return [error.message, error.stack, inspect(error, { depth: 9 }), JSON.stringify(error)].join(
    '\n',
  );
}

/** What an action throws, returns or prints, but for the certificate that it was given. */
function outcome(action) {
  const printed = [];
  const spies = ['log', 'error', 'warn', 'info', 'debug'].map((name) =>
    jest.spyOn(console, name).mockImplementation((...args) => printed.push(inspect(args))),
  );
  try {
    const result = action();
    return [typeof result === 'string' ? result : '', ...printed].join('\n');
  } catch (error) {
    return [told(error), ...printed].join('\n');
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test('the search finds a piece', () => {
  expect(shown(`x${CERTIFICATE.slice(3, 20)}y`)).not.toEqual([]);
  expect(shown(OTHER_CERTIFICATE)).toEqual([]);
});

test.each(BUILDERS.map((builder) => [builder.name, builder]))(
  '%s neither tells nor prints a certificate',
  (_name, builder) => {
    const broken = [undefined, null, -1, Symbol('x'), {}, 1n, 'x'.repeat(70_000), 2 ** 40];
    for (const certificate of CERTIFICATES) {
      for (const odd of [null, ...broken]) {
        builder.parameters.forEach((kind, at) => {
          if (kind.startsWith('certificate')) return;
          const args = builder.parameters.map((other) =>
            other.startsWith('certificate') ? certificate : plainArgument(other, ours),
          );
          if (odd !== null) args[at] = odd;
          const said = outcome(() => {
            const built = builder.call(ours, args);
            return typeof built === 'string' ? built : built.result;
          });
          expect(shown(said)).toEqual([]);
        });
      }
    }
  },
);

test('the interfaces of our own tell none', () => {
  const { createTokenBuilder, verifyToken, decodeToken, buildTokens } = ours.modules.index;
  const good = { appId: APP_ID, appCertificate: CERTIFICATE };
  const builder = createTokenBuilder(good);
  const rtc = { channel: 'lobby', uid: 1, role: 'publisher', expiresIn: 60 };
  const token = builder.rtc(rtc);
  const said = [
    inspect(builder, { depth: 9, showHidden: true }),
    JSON.stringify(builder),
    String(builder),
    token,
    inspect(verifyToken(token, CERTIFICATE), { depth: 9 }),
    inspect(verifyToken(token, OTHER_CERTIFICATE), { depth: 9 }),
    inspect(decodeToken(token), { depth: 9 }),
    outcome(() => builder.rtc({ ...rtc, role: 'king' })),
    outcome(() => builder.rtc({ ...rtc, channel: 7 })),
    outcome(() => builder.rtm({ userId: null, expiresIn: 1 })),
    ...CERTIFICATES.flatMap((certificate) => [
      outcome(() => createTokenBuilder({ ...good, appCertificate: certificate }) && ''),
      outcome(() => inspect(verifyToken(token, certificate))),
      outcome(() => inspect(buildTokens([{ method: 'x.y', args: [APP_ID, certificate] }]))),
      outcome(() =>
        inspect(
          buildTokens([
            { method: 'RtcTokenBuilder.buildTokenWithUid', args: [APP_ID, certificate, {}, 1] },
          ]),
        ),
      ),
    ]),
  ];
  expect(shown(said.join('\n'))).toEqual([]);
});

test.each([
  ['build', ['build', 'rtc', '--channel', 'lobby', '--uid', '1', '--role', 'publisher']],
  ['build, wrongly', ['build', 'rtc', '--channel', 'lobby', '--uid', 'x', '--role', 'king']],
  ['build as JSON', ['build', 'rtc', '--channel', 'lobby', '--uid', '1', '--json']],
  ['verify', ['verify', '007eJx']],
  ['verify as JSON', ['verify', '007eJx', '--json']],
  ['decode', ['decode', '007eJx']],
  ['doctor', ['doctor']],
  ['help', ['--help']],
  ['an unknown command', ['frobnicate']],
])('the command line tells none: %s', (_name, args) => {
  for (const certificate of [
    CERTIFICATE,
    ` ${CERTIFICATE}`,
    `${CERTIFICATE}0`,
    CERTIFICATE.slice(1),
  ]) {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, 'bin/agora-token.js'), ...args],
      {
        encoding: 'utf8',
        input: '',
        cwd: ROOT,
        env: { ...process.env, AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: certificate },
      },
    );
    expect(`${stdout}${stderr}`).not.toBe('');
    expect(shown(`${stdout}${stderr}`)).toEqual([]);
  }
});

const onLinuxAddon = backend === 'native' && process.platform === 'linux' ? test : test.skip;

onLinuxAddon('none is left but on the heap of the engine', () => {
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(ROOT, '__test__/reliability/programs/memory-scan.mjs')],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(stdout)).toMatchObject({ stack: 0, addon: 0, allocated: 0, other: 0 });
});
