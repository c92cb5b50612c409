'use strict';

const zlib = require('node:zlib');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
const { Random } = require('../support/random');
const { packRecord, packSigningInfo } = require('../support/signing-info');
const {
  ISSUE_TS,
  SALT,
  addon,
  describeOnAddon,
  momentOf,
  original,
  outcome,
} = require('./on-addon');

const REFUSED = { name: 'Error', code: 'InvalidArg' };
const SIGNATURE_FIELD_LENGTH = 34;

/** Real signing info, from the original's tokens. */
const token = original('src/RtcTokenBuilder2', 'RtcTokenBuilder', 'buildTokenWithRtm', [
  ...[APP_ID, CERTIFICATE, 'lobby', 'ada', 1, 3600, 600],
]);
const content = zlib.inflateSync(Buffer.from(token.slice(3), 'base64'));
const signature = content.subarray(2, SIGNATURE_FIELD_LENGTH);
const signingInfo = content.subarray(SIGNATURE_FIELD_LENGTH);

function seal(bytes, length = bytes.length, isFixed = false) {
  return outcome(() => addon.seal(CERTIFICATE, bytes, length, isFixed));
}

/** The tokens of packed results. */
function unpack(results) {
  const tokens = [];
  for (let at = 0; at < results.length; ) {
    const end = at + 4 + results.readUInt32LE(at);
    tokens.push(results.latin1Slice(at + 4, end));
    at = end;
  }
  return tokens;
}

describeOnAddon("the addon's seal", () => {
  test("gives the original's token of its signing info, whatever follows it", () => {
    expect(seal(signingInfo)).toBe(token);
    const longer = Buffer.concat([signingInfo, Buffer.alloc(100, 7)]);
    expect(seal(longer, signingInfo.length)).toBe(token);
  });

  test('gives the same content with the fixed codes', () => {
    const fixed = seal(signingInfo, signingInfo.length, true);
    expect(zlib.inflateSync(Buffer.from(fixed.slice(3), 'base64'))).toEqual(content);
  });

  test("gives '' unless the certificate is 32 hex digits", () => {
    for (const certificate of ['', 'none', CERTIFICATE.slice(1), `${CERTIFICATE}0`]) {
      expect(addon.seal(certificate, signingInfo, signingInfo.length, false)).toBe('');
    }
  });

  test('refuses what ends before the services, and a length beyond the bytes', () => {
    const head = 2 + 32 + 3 * 4;
    for (let length = 0; length < head; length++)
      expect(seal(signingInfo, length)).toEqual(REFUSED);
    expect(momentOf(seal(packSigningInfo({ issueTs: 7, salt: 8 })))).toEqual({
      issueTs: 7,
      salt: 8,
    });
    expect(seal(signingInfo, signingInfo.length + 1)).toEqual(REFUSED);
  });
});

describeOnAddon("the addon's sealBatch and sealBatchAsync", () => {
  const next = packSigningInfo({ issueTs: ISSUE_TS + 1, salt: SALT });
  const records = Buffer.concat([
    packRecord(CERTIFICATE, signingInfo),
    packRecord('', next),
    packRecord('none', signingInfo),
    packRecord(OTHER_CERTIFICATE, next),
  ]);
  const expected = () => [
    token,
    addon.seal(CERTIFICATE, next, next.length, false),
    '',
    addon.seal(OTHER_CERTIFICATE, next, next.length, false),
  ];

  test('give each record the token that it has alone', async () => {
    expect(unpack(addon.sealBatch(records, false))).toEqual(expected());
    expect(unpack(await addon.sealBatchAsync(records, false))).toEqual(expected());
    expect(addon.sealBatch(Buffer.alloc(0), false)).toHaveLength(0);
    expect(await addon.sealBatchAsync(Buffer.alloc(0), false)).toHaveLength(0);
  });

  test('read the records at once, so that the caller may erase them', async () => {
    const own = Buffer.from(records);
    const promise = addon.sealBatchAsync(own, false);
    own.fill(0);
    expect(unpack(await promise)).toEqual(expected());
  });

  test('refuse bytes that are no records', async () => {
    const cut = records.subarray(0, -1);
    expect(outcome(() => addon.sealBatch(cut, false))).toEqual(REFUSED);
    await expect(addon.sealBatchAsync(cut, false)).rejects.toMatchObject({ code: 'InvalidArg' });
  });

  test('have a thread for each core', () => {
    expect(addon.threadCount()).toBeGreaterThanOrEqual(1);
  });
});

describeOnAddon("the addon's encode, open, inflate and verify", () => {
  test('encode gives the token of a signature and its signing info', () => {
    expect(addon.encode(signature, signingInfo)).toBe(token);
    const tooLong = Buffer.alloc(65_536);
    expect(outcome(() => addon.encode(tooLong, signingInfo))).toEqual(REFUSED);
  });

  test('open writes the content where it has room', () => {
    const scratch = Buffer.alloc(content.length + 1, 9);
    expect(addon.open(token, scratch)).toBe(content.length);
    expect(scratch).toEqual(Buffer.concat([content, Buffer.from([9])]));
    const small = Buffer.alloc(content.length - 1, 9);
    expect(addon.open(token, small)).toBe(content.length);
    expect(small).toEqual(Buffer.alloc(content.length - 1, 9));
    for (const none of ['', '006', '007', `${token}!`, token.slice(0, -4), ` ${token}`]) {
      expect(addon.open(none, scratch)).toBe(-1);
    }
  });

  test('inflate gives null for what is no stream, and for more than 1 MiB', () => {
    const limit = 1024 * 1024;
    const random = new Random(7);
    for (const bytes of [Buffer.alloc(0), random.bytes(5000), Buffer.alloc(limit)]) {
      expect(addon.inflate(zlib.deflateSync(bytes)).equals(bytes)).toBe(true);
    }
    expect(addon.inflate(zlib.deflateSync(Buffer.alloc(limit + 1)))).toBe(null);
    expect(addon.inflate(zlib.gzipSync(content))).toBe(null);
    expect(addon.inflate(Buffer.alloc(0))).toBe(null);
  });

  test('verify takes the signature alone that the certificate made', () => {
    const bytes = Buffer.concat([signature, signingInfo]);
    const verify = (certificate = CERTIFICATE, issueTs = ISSUE_TS, salt = SALT, length = 32) =>
      addon.verify(certificate, issueTs, salt, bytes, length, bytes.length);
    expect(verify()).toBe(true);
    expect(verify(OTHER_CERTIFICATE)).toBe(false);
    expect(verify('none')).toBe(false);
    expect(verify(CERTIFICATE, ISSUE_TS + 1)).toBe(false);
    expect(verify(CERTIFICATE, ISSUE_TS, SALT + 1)).toBe(false);
    for (const length of [0, 31, 33, bytes.length, bytes.length + 1]) {
      expect(verify(CERTIFICATE, ISSUE_TS, SALT, length)).toBe(false);
    }
    for (let at = 0; at < bytes.length; at++) {
      bytes[at] ^= 1;
      expect([at, verify()]).toEqual([at, false]);
      bytes[at] ^= 1;
    }
    expect(verify()).toBe(true);
  });

  test('md5 is that of Node.js', () => {
    const { createHash } = require('node:crypto');
    for (const text of ['', 'a', 'x'.repeat(1000)]) {
      expect(addon.md5(Buffer.from(text))).toBe(createHash('md5').update(text).digest('hex'));
    }
  });
});
