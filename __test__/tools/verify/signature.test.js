'use strict';

// A token whose signature is not right in every byte is refused, and nothing else is told of it.

const { AccessToken2 } = require('../../../src/AccessToken2');
const original = require('agora-token-reference/src/AccessToken2');
const { verifyToken } = require('../../..');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { field, message006, service, token005, token006, token007, u16 } =
  require('../../support/raw-tokens');

const NOW = 1700000000;
const ENDS = NOW + 3600;
const QUESTION = { now: NOW, channelName: 'lobby', uid: 42 };
const RTC = service(1, [[1, 600]], field('lobby'), field('42'));

/** One token of each version, with a signature to choose. */
const MAKERS = {
  '007': (sign) => token007({ issueTs: NOW, services: [RTC], sign }),
  '006': (sign) => {
    const token = { channel: 'lobby', uid: '42', message: message006(ENDS, [[1, ENDS]]) };
    // The signature is the first field of the content, behind its length.
    const right = Buffer.from(token006(token).slice(35), 'base64').subarray(2, 34);
    return token006({ ...token, signature: sign(right) });
  },
  '005': (sign) =>
    token005({
      channel: 'lobby',
      uid: 42,
      issueTs: NOW,
      expireTs: ENDS,
      sign: (text) => sign(Buffer.from(text)),
    }),
};

function codes(token, options = QUESTION, certificate = CERTIFICATE) {
  return verifyToken(token, certificate, options).reasons.map(({ code }) => code);
}

const SIGNATURE = ['ERR_TOKEN_SIGNATURE'];

describe.each(Object.entries(MAKERS))('%s', (_version, make) => {
  test('the right signature', () => {
    expect(codes(make((signature) => signature))).toEqual([]);
  });

  test('the beginning or the end of the right signature, of any length', () => {
    make((right) => {
      for (let length = 0; length < right.length; length++) {
        expect([length, codes(make((it) => it.subarray(0, length)))]).toEqual([length, SIGNATURE]);
        const end = (it) => it.subarray(it.length - length);
        expect([length, codes(make(end))]).toEqual([length, SIGNATURE]);
      }
      return right;
    });
    expect.hasAssertions();
  });

  test('more than the right signature', () => {
    for (const more of [[0], [1], Buffer.alloc(32), Buffer.alloc(200, 255)]) {
      expect(codes(make((it) => Buffer.concat([it, Buffer.from(more)])))).toEqual(SIGNATURE);
      expect(codes(make((it) => Buffer.concat([Buffer.from(more), it])))).toEqual(SIGNATURE);
    }
    expect(codes(make((it) => Buffer.concat([it, it])))).toEqual(SIGNATURE);
  });

  test('any wrong bit of it', () => {
    make((right) => {
      for (let bit = 0; bit < right.length * 8; bit++) {
        const wrong = (it) => {
          const changed = Buffer.from(it);
          changed[bit >> 3] ^= 1 << (bit & 7);
          return changed;
        };
        expect([bit, codes(make(wrong))]).toEqual([bit, SIGNATURE]);
      }
      return right;
    });
    expect.hasAssertions();
  });

  test('of a forged token no more is told than that', () => {
    const forged = make((it) => Buffer.alloc(it.length, 65));
    const options = { ...QUESTION, now: NOW + 999_999, appId: 'f'.repeat(32), privilege: 'login' };
    const verification = verifyToken(forged, CERTIFICATE, options);
    expect(verification).toEqual({
      valid: false,
      reasons: [
        {
          code: 'ERR_TOKEN_SIGNATURE',
          clientError: 110,
          message: expect.stringMatching(/^The signature is not that of this App Certificate/),
          hint: expect.stringMatching(/^A client sees 110 /),
        },
      ],
      warnings: [],
      token: null,
      certificateIndex: null,
    });
    expect(
      verifyToken(
        make((it) => it),
        OTHER_CERTIFICATE,
        options,
      ),
    ).toEqual(verification);
  });
});

test('the services of a forged token are not even read', () => {
  const forged = (services, count) =>
    token007({ issueTs: NOW, services, count, certificate: OTHER_CERTIFICATE });
  const fpa = Array(65_535).fill(service(4, []));
  for (const token of [forged(fpa), forged([], 65_535), forged([RTC, u16(1)], 2)]) {
    const verification = verifyToken(token, CERTIFICATE, QUESTION);
    expect(verification.reasons.map(({ code }) => code)).toEqual(SIGNATURE);
    expect(JSON.stringify(verification).length).toBeLessThan(500);
  }
});

test('what ends before the signature can be checked is truncated', () => {
  const { inflateToken, tokenAround } = require('../../support/token-content');
  const content = inflateToken(MAKERS['007']((it) => it));
  const fieldsEnd = 34 + 34 + 12;
  const cut = (length) => codes(tokenAround(content.subarray(0, length)));
  expect(cut(fieldsEnd - 1)).toEqual(['ERR_TOKEN_TRUNCATED']);
  expect(cut(fieldsEnd)).toEqual(SIGNATURE);
});

test('a token that was signed, and ends too early all the same', () => {
  const token = token007({ issueTs: NOW, services: [RTC], count: 2 });
  expect(verifyToken(token, CERTIFICATE, QUESTION)).toMatchObject({
    valid: false,
    reasons: [{ code: 'ERR_TOKEN_TRUNCATED', clientError: 110 }],
    warnings: [],
    token: null,
  });
});

test('the letter case of a certificate counts for 007 and 006, whose text is signed', () => {
  const make = (version) => MAKERS[version]((it) => it);
  expect(codes(make('007'), QUESTION, CERTIFICATE.toUpperCase())).toEqual(SIGNATURE);
  expect(codes(make('006'), QUESTION, CERTIFICATE.toUpperCase())).toEqual(SIGNATURE);
  expect(codes(make('005'), QUESTION, CERTIFICATE.toUpperCase())).toEqual([]);
});

// `verifyToken` refuses such a certificate before; `verifySignature` must too, as the original does.
test.each([
  ['a letter that is no hex digit', `${CERTIFICATE.slice(1)}g`],
  ['too short', CERTIFICATE.slice(1)],
  ['too long', `${CERTIFICATE}0`],
  ['a line break behind it', `${CERTIFICATE}\n`],
  ['empty', ''],
])('a certificate that is none verifies nothing, though it signed: %s', (_name, certificate) => {
  const token = token007({ issueTs: NOW, services: [RTC], certificate });
  const verified = [AccessToken2, original.AccessToken2].map((Class) => {
    const parsed = new Class();
    expect(parsed.from_string(token)).toBe(true);
    return parsed.verifySignature(certificate);
  });
  expect(verified).toEqual([false, false]);
  expect(() => verifyToken(token, certificate)).toThrow(
    expect.objectContaining({ code: 'ERR_APP_CERTIFICATE' }),
  );
});

test('a part of the right signature does not satisfy verifySignature', () => {
  const parsed = new AccessToken2();
  parsed.from_string(MAKERS['007']((it) => it));
  const right = Buffer.from(parsed.__signature);
  expect(parsed.verifySignature(CERTIFICATE)).toBe(true);
  for (let length = 0; length < right.length; length++) {
    parsed.__signature = right.subarray(0, length);
    expect([length, parsed.verifySignature(CERTIFICATE)]).toEqual([length, false]);
    parsed.__signature = right.subarray(right.length - length);
    expect([length, parsed.verifySignature(CERTIFICATE)]).toEqual([length, false]);
  }
  parsed.__signature = Buffer.concat([right, Buffer.alloc(1)]);
  expect(parsed.verifySignature(CERTIFICATE)).toBe(false);
});

test('an error that is not the token’s is no answer about it', () => {
  const crypto = require('node:crypto');
  const token = MAKERS['006']((it) => it);
  const failing = jest.spyOn(crypto, 'createHmac').mockImplementation(() => {
    throw new Error('no digest');
  });
  try {
    expect(() => codes(token)).toThrow('no digest');
  } finally {
    failing.mockRestore();
  }
});

test('the time and the salt of a token are signed as they stand in it', () => {
  for (const [issueTs, salt] of [
    [0, 0],
    [1, 0xffffffff],
    [0xffffffff, 1],
    [0x01020304, 0x80000000],
  ]) {
    const token = token007({ issueTs, salt, expire: 0, services: [RTC] });
    expect(codes(token, { now: 0, clockTolerance: 0 })).not.toContain('ERR_TOKEN_SIGNATURE');
    expect(codes(token, { now: 0 }, OTHER_CERTIFICATE)).toEqual(SIGNATURE);
  }
});

test('the App ID is signed, in its letter case', () => {
  const { inflateToken, tokenAround } = require('../../support/token-content');
  const content = inflateToken(MAKERS['007']((it) => it)).toString('latin1');
  const changed = content.replace(APP_ID, APP_ID.toLowerCase());
  expect(changed).not.toBe(content);
  expect(codes(tokenAround(Buffer.from(changed, 'latin1')))).toEqual(SIGNATURE);
});
