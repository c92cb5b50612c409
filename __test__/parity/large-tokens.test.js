'use strict';

const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { libraries } = require('../support/libraries');
const { frozen } = require('../support/sandbox');
const { inflateToken } = require('../support/token-content');

const { original, ours } = libraries();
const MOMENT = { nowMs: 1700000000123, draw: 0.4 };

// What the addon compresses by itself; Node's zlib compresses the rest.
const ADDON_LIMIT = 16383;

function tokenOfContent(library, length) {
  const { AccessToken2, ServiceRtm } = library.modules['src/AccessToken2'];
  return frozen(MOMENT, () => {
    const token = new AccessToken2(APP_ID, CERTIFICATE, 0, 600);
    const empty = 2 + 32 + 2 + 32 + 12 + 2 + 4 + 2;
    token.add_service(new ServiceRtm('0123456789abcdef'.repeat(4096).slice(0, length - empty)));
    return token.build();
  });
}

test.each([1000, 16000, ADDON_LIMIT - 1, ADDON_LIMIT, ADDON_LIMIT + 1, 20000, 65600])(
  "a token of a content of %i bytes is the original's to the letter",
  (length) => {
    const token = tokenOfContent(ours, length);
    expect(inflateToken(token)).toHaveLength(length);
    expect(token).toBe(tokenOfContent(original, length));
  },
);

test.each([1023, 1024, 1025, 16384, 65535])(
  "a builder's token for a channel of %i characters is the original's to the letter",
  (length) => {
    const [token, expected] = [ours, original].map(({ modules }) =>
      frozen(MOMENT, () =>
        modules.index.RtcTokenBuilder.buildTokenWithRtm(
          APP_ID,
          CERTIFICATE,
          'channel-'.repeat(8192).slice(0, length),
          'x'.repeat(length),
          1,
          600,
          600,
        ),
      ),
    );
    expect(token).toBe(expected);
  },
);
