'use strict';

// A project has two App Certificates while they are replaced: the answer says which one signed.

const { verifyToken } = require('../../..');
const { kernel } = require('../../../lib/kernel/backend');
const { CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { field, message006, service, token005, token006, token007 } =
  require('../../support/raw-tokens');

const NOW = 1700000000;
const ENDS = NOW + 3600;
const QUESTION = { now: NOW, channelName: 'lobby', uid: 42 };
const RTC = service(1, [[1, 600]], field('lobby'), field('42'));
const THIRD_CERTIFICATE = 'f'.repeat(32);

const TOKENS = [
  ['007', token007({ issueTs: NOW, services: [RTC] })],
  ['006', token006({ channel: 'lobby', uid: '42', message: message006(ENDS, [[1, ENDS]]) })],
  ['005', token005({ channel: 'lobby', uid: 42, issueTs: NOW, expireTs: ENDS })],
];

describe.each(TOKENS)('%s', (_version, token) => {
  test.each([
    [CERTIFICATE, 0],
    [[CERTIFICATE], 0],
    [[CERTIFICATE, OTHER_CERTIFICATE], 0],
    [[OTHER_CERTIFICATE, CERTIFICATE], 1],
    [[OTHER_CERTIFICATE, THIRD_CERTIFICATE, CERTIFICATE], 2],
    [[OTHER_CERTIFICATE, CERTIFICATE, CERTIFICATE], 1],
  ])('%j', (certificates, certificateIndex) => {
    expect(verifyToken(token, certificates, QUESTION)).toMatchObject({
      valid: true,
      certificateIndex,
    });
  });

  test('which one signed is told of a token that is of no use otherwise', () => {
    const certificates = [OTHER_CERTIFICATE, CERTIFICATE];
    const result = verifyToken(token, certificates, { ...QUESTION, now: ENDS });
    expect(result).toMatchObject({ valid: false, certificateIndex: 1 });
  });

  test('none of them', () => {
    const certificates = [OTHER_CERTIFICATE, THIRD_CERTIFICATE];
    expect(verifyToken(token, certificates, QUESTION)).toEqual({
      valid: false,
      reasons: [
        expect.objectContaining({
          code: 'ERR_TOKEN_SIGNATURE',
          message: expect.stringMatching(
            /^The signature is that of none of these App Certificates/,
          ),
        }),
      ],
      warnings: [],
      token: null,
      certificateIndex: null,
    });
  });
});

test('every certificate is tried, whichever signed', () => {
  const [[, token]] = TOKENS;
  const verify = jest.spyOn(kernel, 'verify');
  try {
    for (const place of [0, 1, 2]) {
      const certificates = Array(3).fill(OTHER_CERTIFICATE);
      certificates[place] = CERTIFICATE;
      verify.mockClear();
      expect(verifyToken(token, certificates, QUESTION).certificateIndex).toBe(place);
      expect(verify.mock.calls.map(([certificate]) => certificate)).toEqual(certificates);
    }
  } finally {
    verify.mockRestore();
  }
});

test.each([
  [[], /^Pass from 1 to 10 App Certificates; found 0\.$/],
  [Array(11).fill(CERTIFICATE), /found 11\.$/],
  [[CERTIFICATE, ''], /^The App Certificate at 1 must be 32 hexadecimal digits; found an empty/],
  [[undefined, CERTIFICATE], /^The App Certificate at 0 .* found undefined/],
  [[`${CERTIFICATE.slice(0, 31)}x`], /the one at 31 is not a hexadecimal digit/],
])('%j is refused, and not repeated', (certificates, message) => {
  const verify = () => verifyToken(TOKENS[0][1], certificates, QUESTION);
  expect(verify).toThrow(
    expect.objectContaining({
      code: 'ERR_APP_CERTIFICATE',
      message: expect.stringMatching(message),
    }),
  );
  expect(verify).not.toThrow(CERTIFICATE.slice(0, 8));
});

test('ten are taken', () => {
  const certificates = [...Array(9).fill(OTHER_CERTIFICATE), CERTIFICATE];
  expect(verifyToken(TOKENS[0][1], certificates, QUESTION).certificateIndex).toBe(9);
});

test('a list that changes while the options are read is taken as it was checked', () => {
  const certificates = [CERTIFICATE];
  const options = {
    ...QUESTION,
    get uid() {
      certificates[0] = OTHER_CERTIFICATE;
      return QUESTION.uid;
    },
  };
  expect(verifyToken(TOKENS[0][1], certificates, options).valid).toBe(true);
});

test.each(['003', '004'])('a key %s is not verified, and what replaces it is told', (version) => {
  const uid = version === '003' ? '2882341273' : '';
  const key = `${version}${'4f1b9a7c0d'.repeat(4)}${'a'.repeat(32)}14464554720383bbe5${uid}1446455471`;
  expect(verifyToken(key, CERTIFICATE, QUESTION)).toMatchObject({
    valid: false,
    reasons: [
      {
        code: 'ERR_TOKEN_VERSION',
        message: `Agora retired Dynamic Keys of version ${version}; this one is not verified.`,
        hint: expect.stringMatching(/^A client sees 110 .*Token007 replaces it/),
      },
    ],
    token: null,
    certificateIndex: null,
  });
});
