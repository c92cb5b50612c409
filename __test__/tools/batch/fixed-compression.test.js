'use strict';

// On both kernels, in one run: `compression: 'fixed'` makes one block of the fixed Huffman codes.

const zlib = require('node:zlib');
const original = require('agora-token-reference/src/AccessToken2');
const { TOKEN007_BUILDERS } = require('../../support/builders');
const { plainArgument } = require('../../support/every-builder');
const { CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { RealDate, frozen, frozenDate, withRandom } = require('../../support/sandbox');

const MOMENT = { nowMs: 1700000000123, draw: 0.4 };

/** The lowest three bits behind zlib's header: the block is the last, and its codes are fixed. */
const FIXED_AND_LAST = 0b011;

/** The package as it loads with a kernel. */
function load(backend) {
  const before = process.env.AGORA_TOKEN_BACKEND;
  process.env.AGORA_TOKEN_BACKEND = backend;
  let loaded;
  jest.isolateModules(() => {
    loaded = require('../../..');
  });
  if (before === undefined) delete process.env.AGORA_TOKEN_BACKEND;
  else process.env.AGORA_TOKEN_BACKEND = before;
  return loaded;
}

const KERNELS =
  process.env.AGORA_TOKEN_BACKEND === 'javascript' ? ['javascript'] : ['native', 'javascript'];

// RTM2 permissions are served one by one, with the usual compression.
const requests = TOKEN007_BUILDERS.filter(({ method }) => !method.endsWith('Permissions')).map(
  ({ file, method, parameters }) => ({
    method: `${file.replace(/^src\//, '').replace(/2$/, '')}.${method}`,
    args: parameters.map((kind) => plainArgument(kind)),
  }),
);

const stream = ({ token }) => Buffer.from(token.slice(3), 'base64');

describe.each(KERNELS)('the kernel %s', (name) => {
  const library = load(name);
  const fixed = frozen(MOMENT, () => library.buildTokens(requests, { compression: 'fixed' }));
  const usual = frozen(MOMENT, () => library.buildTokens(requests));

  test('is the one that was asked for', () => {
    expect(library.backend).toBe(name);
    expect(requests.length).toBeGreaterThan(15);
  });

  test('makes one block of fixed codes, of the same content', () => {
    fixed.forEach((result, i) => {
      expect(stream(result)[2] & 0b111).toBe(FIXED_AND_LAST);
      expect(zlib.inflateSync(stream(result))).toEqual(zlib.inflateSync(stream(usual[i])));
    });
  });

  test('makes it in buildTokensAsync too', async () => {
    globalThis.Date = frozenDate(MOMENT.nowMs);
    const promise = withRandom(
      () => MOMENT.draw,
      () => library.buildTokensAsync(requests, { compression: 'fixed' }),
    );
    globalThis.Date = RealDate;
    expect(await promise).toEqual(fixed);
  });

  test('signs it with the App Certificate', () => {
    for (const { token } of fixed) {
      const parsed = new original.AccessToken2();
      expect(parsed.from_string(token)).toBe(true);
      expect(parsed.verifySignature(CERTIFICATE)).toBe(true);
      expect(parsed.verifySignature(OTHER_CERTIFICATE)).toBe(false);
    }
  });
});
