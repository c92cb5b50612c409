'use strict';

// verifySignature says true of what was signed with the certificate, and of nothing else, as the original
// does.

const crypto = require('node:crypto');
const { differenceIn } = require('../support/compare');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { MOMENT, longToken, modelToken } = require('../support/re-entry');
const { frozen } = require('../support/sandbox');
const { inflateToken, tokenAround } = require('../support/token-content');

const { original, ours } = libraries();
const model = (library) => library.modules['src/AccessToken2'];
const SIGNATURE_FIELD = 34;

/** What a library says of a token under a certificate: whether it parses, and whether it is signed. */
function ask(library, text, certificate) {
  const token = new (model(library).AccessToken2)();
  return [token.from_string(text), token.verifySignature(certificate)];
}

/** A proxy that answers as its Buffer does. */
const proxyOf = (bytes) =>
  new Proxy(bytes, {
    get(target, key) {
      const value = target[key];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const TOKENS = frozen(MOMENT, () => {
  const long = longToken(original, 'long');
  Object.assign(long, { appId: APP_ID, appCertificate: CERTIFICATE });
  return {
    short: modelToken(original, APP_ID, CERTIFICATE, 'short').build(),
    long: long.build(),
  };
});

describe.each(Object.entries(TOKENS))('a %s token', (_name, text) => {
  const content = inflateToken(text);

  test('is signed with its certificate, and with no other', () => {
    for (const library of [original, ours]) {
      expect(ask(library, text, CERTIFICATE)).toEqual([true, true]);
      expect(ask(library, text, OTHER_CERTIFICATE)).toEqual([true, false]);
    }
  });

  test('is not signed with a byte that was changed', () => {
    // Every byte of the signature and of the header, and some of the rest.
    const places = Array.from(content.keys()).filter((at) => at < 120 || at % 97 === 0);
    const wrong = places.filter((at) => {
      const changed = Buffer.from(content);
      changed[at] ^= 1 << (at % 8);
      return ask(ours, tokenAround(changed), CERTIFICATE)[1];
    });
    expect(wrong).toEqual([]);
    expect(places.length).toBeGreaterThan(100);
  });

  test('is not signed with a byte more or less at its end', () => {
    const more = Buffer.concat([content, Buffer.alloc(1)]);
    for (const changed of [more, content.subarray(0, -1)]) {
      expect(ask(ours, tokenAround(changed), CERTIFICATE)[1]).toBe(false);
      expect(ask(original, tokenAround(changed), CERTIFICATE)[1]).toBe(false);
    }
  });

  test('is not signed with a part of its signature, or with more', () => {
    const [signature, info] = [content.subarray(2, SIGNATURE_FIELD), content.subarray(34)];
    const around = (bytes) => {
      const length = Buffer.alloc(2);
      length.writeUInt16LE(bytes.length);
      return tokenAround(Buffer.concat([length, bytes, info]));
    };
    expect(ask(ours, around(signature), CERTIFICATE)).toEqual([true, true]);
    for (let length = 0; length < signature.length; length++) {
      expect(ask(ours, around(signature.subarray(0, length)), CERTIFICATE)).toEqual([true, false]);
    }
    for (const added of [Buffer.alloc(1), signature, info]) {
      const longer = around(Buffer.concat([signature, added]));
      expect(ask(ours, longer, CERTIFICATE)).toEqual([true, false]);
    }
    expect(ask(ours, around(Buffer.alloc(0)), CERTIFICATE)).toEqual([true, false]);
  });

  test('is signed for no other moment, salt or App ID that the object is given', () => {
    const answers = (library) => {
      const token = new (model(library).AccessToken2)();
      token.from_string(text);
      const seen = [];
      const { appId, issueTs, salt, __signature, __signing_info } = token;
      const changes = [
        { issueTs: issueTs + 1 },
        { issueTs: issueTs + 0.5 },
        { issueTs: String(issueTs) },
        { issueTs: -1 },
        { issueTs: 4294967296 },
        { salt: salt + 1 },
        { salt: [salt] },
        { salt: NaN },
        { appId: 'x' },
        { appId: OTHER_CERTIFICATE },
        { __signature: [...__signature] },
        { __signature: new Uint8Array(__signature) },
        { __signature: __signature.toString('hex') },
        { __signing_info: new Uint8Array(__signing_info) },
        { __signature: proxyOf(__signature) },
        { __signing_info: proxyOf(__signing_info) },
        { __signing_info: Buffer.alloc(0) },
        { __signature: Buffer.alloc(0) },
        { __parsed: false },
        { __parsed: 1 },
      ];
      for (const change of changes) {
        const before = { appId, issueTs, salt, __signature, __signing_info, __parsed: true };
        Object.assign(token, before, change);
        try {
          seen.push(token.verifySignature(CERTIFICATE));
        } catch (error) {
          seen.push(`${error.name} ${error.code}`);
        }
      }
      return seen;
    };
    expect(answers(ours)).toEqual(answers(original));
    expect(answers(ours).filter((it) => it === false).length).toBeGreaterThan(5);
  });
});

// Signed by hand, since no library builds with such a certificate.
test.each([
  ['too short', CERTIFICATE.slice(1)],
  ['too long', `${CERTIFICATE}0`],
  ['not of hex digits', 'g'.repeat(32)],
  ['followed by a line', `${CERTIFICATE}\n`],
  ['empty', ''],
])('a certificate that is %s verifies nothing, though it has signed', (_name, certificate) => {
  const content = inflateToken(TOKENS.short);
  const info = content.subarray(SIGNATURE_FIELD);
  const hmac = (key, message) => crypto.createHmac('sha256', key).update(message).digest();
  const afterId = 2 + info.readUInt16LE(0);
  const issueKey = hmac(info.subarray(afterId, afterId + 4), certificate);
  const key = hmac(info.subarray(afterId + 8, afterId + 12), issueKey);
  const signed = tokenAround(Buffer.concat([content.subarray(0, 2), hmac(key, info), info]));
  for (const library of [original, ours]) {
    expect(ask(library, signed, certificate)).toEqual([true, false]);
  }
});

test.each([
  ['in other letters', (text) => text.toLowerCase()],
  ['as bytes', (text) => Buffer.from(text)],
  ['as a String object', (text) => Object(text)],
  ['in an array', (text) => [text]],
  ['missing', () => undefined],
  ['null', () => null],
])('a certificate %s gives what it gives in the original', (_name, make) => {
  expect(
    differenceIn(({ library }) => {
      const token = new (model(library).AccessToken2)();
      token.from_string(TOKENS.short);
      return token.verifySignature(make(CERTIFICATE));
    }),
  ).toBe('');
});

test('a short signature of a content that nearly fills the memory for it', () => {
  const { AccessToken2, ServiceRtm } = model(original);
  const text = frozen(MOMENT, () => {
    const token = new AccessToken2(APP_ID, CERTIFICATE, 1700000000, 60);
    token.add_service(new ServiceRtm('a'.repeat(4000)));
    return token.build();
  });
  const info = inflateToken(text).subarray(SIGNATURE_FIELD);
  expect(info.length).toBeGreaterThan(4032);
  for (let length = 4096 - 32; length <= 4096; length++) {
    const filled = Buffer.concat([info, Buffer.alloc(length - 1 - info.length)]);
    const cut = tokenAround(Buffer.concat([Buffer.from([1, 0, 7]), filled]));
    expect(ask(ours, cut, CERTIFICATE)).toEqual([true, false]);
  }
});

test.each(['__signature', '__signing_info'])('no key is derived for an empty %s', (field) => {
  const check = ({ library, trace: newTrace }) => {
    const trace = newTrace();
    const token = new (model(library).AccessToken2)();
    token.from_string(TOKENS.short);
    token[field] = Buffer.alloc(0);
    token.__signing = () => {
      trace.step('derived', () => true);
      return Buffer.alloc(32);
    };
    trace.step('verified', () => token.verifySignature(CERTIFICATE));
    return trace;
  };
  expect(differenceIn(check)).toBe('');
});
