'use strict';

// A token made by one library must be read and verified by the other: servers change one at a time.

const { TOKEN007_BUILDERS } = require('../support/builders');
const { describe: describeValue } = require('../support/describe');
const { CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { ordinaryValue } = require('../support/ordinary-values');
const { Random } = require('../support/random');
const { constant, labelAll, makeAll } = require('../support/recipes');
const { scale, seed } = require('../support/settings');

const { original, ours } = libraries();
const TOKENS = 60 * scale;
const DIRECTIONS = [
  ['the original reads what ours makes', ours, original],
  ['ours reads what the original makes', original, ours],
];

// Arguments of a builder, always under the one certificate that is then used to verify.
function randomArguments(random, builder) {
  return builder.parameters.map((kind) =>
    kind === 'certificate' ? constant(CERTIFICATE) : ordinaryValue(random, kind),
  );
}

function build(builder, library, args) {
  return builder.call(library, makeAll(args, { library, log: () => {} }));
}

function read(library, text) {
  const token = new library.modules['src/AccessToken2'].AccessToken2();
  return { token, result: token.from_string(text) };
}

describe.each(DIRECTIONS)('%s', (_direction, maker, reader) => {
  test.each(TOKEN007_BUILDERS.map((builder) => [builder.name, builder]))(
    'with %s',
    (_name, builder) => {
      const random = new Random(seed);
      for (let i = 0; i < TOKENS; i++) {
        const args = randomArguments(random, builder);
        const text = build(builder, maker, args);
        const { token, result } = read(reader, text);
        expect([labelAll(args), result, token.verifySignature(CERTIFICATE)]).toEqual([
          labelAll(args),
          true,
          true,
        ]);
        expect(token.verifySignature(OTHER_CERTIFICATE)).toBe(false);
        expect(token.appId.toString()).toBe(args[0].make());
        expect(token.services.length).toBeGreaterThan(0);
        expect(describeValue(token)).toBe(
          describeValue(read(maker, text).token).replace(
            /issueTs: \d+\.\d+/,
            `issueTs: ${token.issueTs}`,
          ),
        );
      }
    },
  );

  test('a token with one wrong bit in its content is not verified', () => {
    const { inflateToken, tokenAround } = require('../support/token-content');
    const builder = TOKEN007_BUILDERS[0];
    const content = inflateToken(build(builder, maker, randomArguments(new Random(seed), builder)));
    for (let at = 2; at < content.length; at++) {
      const wrong = Buffer.from(content);
      wrong[at] ^= 1;
      const { token } = read(reader, tokenAround(wrong));
      expect([at, token.verifySignature(CERTIFICATE)]).toEqual([at, false]);
    }
  });

  test('006 tokens are read, and built again the same', () => {
    const random = new Random(seed);
    const { RtcTokenBuilder } = maker.modules['src/RtcTokenBuilder'];
    const { AccessToken } = reader.modules['src/AccessToken'];
    for (let i = 0; i < TOKENS; i++) {
      const args = ['appId', 'certificate', 'channel', 'uid', 'role', 'timestamp'].map((kind) =>
        ordinaryValue(random, kind).make(),
      );
      const text = RtcTokenBuilder.buildTokenWithUid(...args);
      const [, certificate, channel, uid] = args;
      const token = new AccessToken('', certificate, channel, uid);
      expect(token.fromString(text)).toBe(true);
      expect(token.build()).toBe(text);
    }
  });

  test('an unknown service ends the reading and not the verifying', () => {
    const { AccessToken2, Service, ServiceRtc } = maker.modules['src/AccessToken2'];
    class Future extends Service {}
    const token = new AccessToken2('970CA35de60c44645bbae8a215061b33', CERTIFICATE, 1, 2);
    token.add_service(new Future(4000));
    token.add_service(new ServiceRtc('channel', 1));
    const { token: readToken, result } = read(reader, token.build());
    expect(result).toBe(true);
    expect(readToken.services).toHaveLength(1);
    expect(readToken.verifySignature(CERTIFICATE)).toBe(true);
  });
});
