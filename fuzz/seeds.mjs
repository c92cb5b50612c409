// Writes the seed corpora: tokens of every kind, their contents, and streams that are meant to hurt.
// The clock and the draws stand still, so that the same seeds are written each time.
//
//   node fuzz/seeds.mjs

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import zlib from 'node:zlib';

const require = createRequire(import.meta.url);
const { BUILDERS, TOKEN007_BUILDERS } = require('../__test__/support/builders');
const { CERTIFICATE, OTHER_CERTIFICATE } = require('../__test__/support/identifiers');
const { callPlainly } = require('../__test__/support/every-builder');
const { libraries } = require('../__test__/support/libraries');
const { packRecord: record } = require('../__test__/support/signing-info');
const { frozen } = require('../__test__/support/sandbox');

const SEEDS = new URL('seeds/', import.meta.url);
const CONDITIONS = { nowMs: 1700000000123, draw: 0.4 };
const APP_ID_LENGTH = 32;

function build(builder) {
  const built = frozen(CONDITIONS, () => callPlainly(builder, libraries().original));
  return typeof built === 'string' ? built : built.result;
}

const slug = ({ name }) => name.replace(/^src\//, '').replace(/[^A-Za-z0-9]+/g, '-');

const tokens007 = TOKEN007_BUILDERS.map((builder) => [slug(builder), build(builder)]);
const tokens006 = BUILDERS.filter(({ file }) => /src\/Rt[cm]TokenBuilder$/.test(file)).map(
  (builder) => [slug(builder), build(builder)],
);
const keys005 = BUILDERS.filter(({ file }) => file === 'src/DynamicKey5').map((builder) => [
  slug(builder),
  build(builder),
]);
const streams = tokens007.map(([name, token]) => [name, Buffer.from(token.slice(3), 'base64')]);
const contents = streams.map(([name, stream]) => [name, zlib.inflateSync(stream)]);

/** Contents beside those of tokens, one for each way in which a block can come out. */
const shapes = [
  ['empty', Buffer.alloc(0)],
  ['one-byte', Buffer.from([0])],
  ['longest-match', Buffer.alloc(259, 65)],
  ['all-bytes-twice', Buffer.from(Array.from({ length: 512 }, (_, i) => i & 255))],
  ['far-match', Buffer.concat([Buffer.from('abc'), counting(4100), Buffer.from('abc')])],
  ['incompressible', Buffer.from(Array.from({ length: 700 }, (_, i) => (i * i * 167) & 255))],
  ['words', Buffer.from('channel-7 channel-77 channel-777 '.repeat(40))],
  ['long', counting(16_383)],
];

/** Numbers as text, which repeat in part. */
function counting(length) {
  return Buffer.from(Array.from({ length }, (_, i) => i.toString(36)).join('')).subarray(0, length);
}

const [, plain] = contents[0];
const hostileStreams = [
  ['bomb-2-mib', zlib.deflateSync(Buffer.alloc(2 * 1024 * 1024))],
  ['at-the-limit', zlib.deflateSync(Buffer.alloc(1024 * 1024))],
  ['above-the-limit', zlib.deflateSync(Buffer.alloc(1024 * 1024 + 1))],
  ['small-window', zlib.deflateSync(plain, { windowBits: 9 })],
  ['stored', zlib.deflateSync(plain, { level: 0 })],
  ['fixed', zlib.deflateSync(plain, { strategy: zlib.constants.Z_FIXED })],
  ['dictionary', zlib.deflateSync(plain, { dictionary: plain.subarray(0, 40) })],
  ['gzip', zlib.gzipSync(plain)],
  ['raw', zlib.deflateRawSync(plain)],
  ['trailing', Buffer.concat([zlib.deflateSync(plain), Buffer.from('trailing')])],
  ['truncated', zlib.deflateSync(plain).subarray(0, -5)],
];

const SIGNATURE_FIELD_LENGTH = 34;
const signingInfos = contents.map(([name, content]) => [
  name,
  content.subarray(SIGNATURE_FIELD_LENGTH),
]);

/** The fields of an input in front of its bytes, as libFuzzer's `arbitrary` reads them. */
const MOMENT_AND_LENGTH = [...uint(4, 1700000000), ...uint(4, 40000000), SIGNATURE_FIELD_LENGTH];
const ZLIB = [0];

function uint(byteLength, number) {
  const bytes = Buffer.alloc(byteLength);
  bytes.writeUIntLE(number, 0, byteLength);
  return bytes;
}

const behind = (fields, seeds) =>
  seeds.map(([name, seed]) => [name, Buffer.concat([Buffer.from(fields), Buffer.from(seed)])]);

const [[, first], [, second]] = signingInfos;
const aSecondLater = Buffer.from(second);
aSecondLater[2 + APP_ID_LENGTH] += 1;
const batches = [
  ...signingInfos.map(([name, info]) => [name, record(CERTIFICATE, info)]),
  [
    'one-certificate',
    Buffer.concat([record(CERTIFICATE, first), record('', second), record('', aSecondLater)]),
  ],
  [
    'three-certificates',
    Buffer.concat([
      record(CERTIFICATE, first),
      record(OTHER_CERTIFICATE, second),
      record('none', first),
      record('', second),
      record(CERTIFICATE, first),
    ]),
  ],
  ['short-signing-info', record(CERTIFICATE, first.subarray(0, 40))],
  ['longer-than-it-is', record(CERTIFICATE, first).subarray(0, -1)],
];

const corpora = {
  open_and_verify: behind(MOMENT_AND_LENGTH, tokens007),
  seal: signingInfos,
  seal_batch: behind(ZLIB, batches),
  parse_token007: tokens007,
  parse_content007: contents,
  parse_token006: [
    ...tokens006,
    ...tokens006.map(([name, token]) => [
      `${name}-content`,
      Buffer.from(token.slice(3 + APP_ID_LENGTH), 'base64'),
    ]),
  ],
  parse_token005: [
    ...keys005,
    ...keys005.map(([name, key]) => [`${name}-content`, Buffer.from(key.slice(3), 'base64')]),
  ],
  inflate_bounded: [...streams, ...hostileStreams],
  deflate_round_trip: [...contents, ...shapes],
  deflate_against_zlib: [...contents, ...shapes],
};

rmSync(SEEDS, { recursive: true, force: true });
for (const [target, seeds] of Object.entries(corpora)) {
  const folder = new URL(`${target}/`, SEEDS);
  mkdirSync(folder, { recursive: true });
  for (const [name, seed] of seeds) writeFileSync(new URL(name, folder), seed);
}
