'use strict';

const original = require('agora-token-reference/src/AccessToken2');
const { createTokenBuilder } = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');

const create = (compression) =>
  createTokenBuilder({
    appId: APP_ID,
    appCertificate: CERTIFICATE,
    now: 1700000000,
    salt: 7,
    compression,
  });

// Long enough for codes of its own to pay, which 'fixed' never has.
const names = Array.from({ length: 30 }, (_, i) => `channel-of-team-${i * 7919}`);
const grant = {
  expiresIn: 3600,
  rtm2: { userId: 'ada', permissions: { messageChannels: { read: names, write: names } } },
};

function parse(token) {
  const parsed = new original.AccessToken2();
  expect(parsed.from_string(token)).toBe(true);
  return parsed;
}

test("'fixed' gives other characters, and the content of 'zlib'", () => {
  const [zlib, fixed] = [create('zlib'), create('fixed')].map((builder) => builder.build(grant));
  expect(fixed).not.toBe(zlib);
  expect(parse(fixed)).toEqual(parse(zlib));
  expect(parse(fixed).verifySignature(CERTIFICATE)).toBe(true);
});

test("'zlib' is the default", () => {
  expect(create(undefined).build(grant)).toBe(create('zlib').build(grant));
});

test('any other compression is refused', () => {
  expect(() => create('brotli')).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
});
