'use strict';

const zlib = require('node:zlib');
const { TOKEN007_BUILDERS, BUILDERS } = require('../../support/builders');
const { randomDamage } = require('../../support/damage');
const { callPlainly } = require('../../support/every-builder');
const { ordinaryValue } = require('../../support/ordinary-values');
const { makeAll } = require('../../support/recipes');
const { frozenDate, withDate } = require('../../support/sandbox');

/**
 * Tokens that somebody tampered with: each a real token, changed in one way. The kinds are those of
 * an attacker: bits, cuts, lengths that lie, fields as long as a length can say, services that do not
 * exist, and characters that are none.
 */

const LONGEST_FIELD = 0xffff;
const SIGNATURE_END = 34;
const APP_ID_END = SIGNATURE_END + 34;
const SERVICE_COUNT_AT = APP_ID_END + 12;

const STRANGE = [
  '\0',
  '\ud800',
  '\udfff',
  '\u2028',
  '\ufeff',
  'é',
  '😀',
  '\u0000\ud83d',
  '＝',
  'а',
];

const encode007 = (content) => `007${zlib.deflateSync(content).toString('base64')}`;
const contentOf = (token) => zlib.inflateSync(Buffer.from(token.slice(3), 'base64'));

/** Changes of the content of a Token007, which is then compressed and encoded as it should be. */
const CONTENT_CHANGES = {
  'a bit of the content': (content, random) => withBit(content, random),
  'several bits of the content': (content, random) => {
    let changed = content;
    for (let left = random.int(2, 12); left > 0; left--) changed = withBit(changed, random);
    return changed;
  },
  'a cut of the content': (content, random) => content.subarray(0, random.int(0, content.length)),
  'a length that lies': (content, random) => {
    const value = random.pick([0, 1, 31, 33, 255, 256, 0x7fff, 0x8000, LONGEST_FIELD]);
    return withUint16(content, random.int(0, content.length - 2), value);
  },
  'an unknown service': (content, random) =>
    withUint16(content, SERVICE_COUNT_AT + 2, random.pick([0, 11, 99, 0x7fff, LONGEST_FIELD])),
  'a count of services': (content, random) =>
    withUint16(content, SERVICE_COUNT_AT, random.pick([0, 2, 3, 1000, LONGEST_FIELD])),
  'bytes inserted': (content, random) => {
    const at = random.int(0, content.length);
    const inserted = random.bytes(random.int(1, 40));
    return Buffer.concat([content.subarray(0, at), inserted, content.subarray(at)]);
  },
  'a field of 64 kB': (content, random) => {
    const filler = Buffer.alloc(LONGEST_FIELD, random.int(0, 255));
    const length = Buffer.from([0xff, 0xff]);
    const at = random.pick([0, SIGNATURE_END, APP_ID_END, SERVICE_COUNT_AT + 4]);
    return Buffer.concat([content.subarray(0, at), length, filler, content.subarray(at)]);
  },
  'another signature': (content, random) =>
    Buffer.concat([content.subarray(0, 2), random.bytes(32), content.subarray(SIGNATURE_END)]),
  'no signature': (content) =>
    Buffer.concat([Buffer.from([0, 0]), content.subarray(SIGNATURE_END)]),
};

/** How often each change is made, where not once: the slow ones are rarer. */
const RARE = new Set(['a field of 64 kB']);

const TEXT_CHANGES = {
  'a bit of the stream': (token, random) => {
    const stream = Buffer.from(token.slice(3), 'base64');
    return `007${withBit(stream, random).toString('base64')}`;
  },
  'a cut of the text': (token, random) => token.slice(0, random.int(0, token.length - 1)),
  'a character': (token, random) => {
    const at = random.int(0, token.length - 1);
    return token.slice(0, at) + String.fromCharCode(random.int(0, 0xffff)) + token.slice(at + 1);
  },
  'a strange character': (token, random) => {
    const at = random.int(0, token.length);
    return token.slice(0, at) + random.pick(STRANGE) + token.slice(at);
  },
  'some other damage': (token, random) => randomDamage(random).apply(token),
};

function withBit(bytes, random) {
  const changed = Buffer.from(bytes);
  if (changed.length > 0) changed[random.int(0, changed.length - 1)] ^= 1 << random.int(0, 7);
  return changed;
}

function withUint16(bytes, at, value) {
  const changed = Buffer.from(bytes);
  if (at + 2 <= changed.length) changed.writeUInt16LE(value, at);
  return changed;
}

/** A real token of a builder, with arguments that a caller who has read the documentation passes. */
function randomToken(builders, random, library) {
  const builder = random.pick(builders);
  const recipes = builder.parameters.map((kind) => ordinaryValue(random, kind));
  const built = builder.call(library, makeAll(recipes, { library, log: () => {} }));
  return typeof built === 'string' ? built : built.result;
}

const CHANGES_007 = [
  ...Object.entries(TEXT_CHANGES).map(([name, change]) => ({ name, change })),
  ...Object.entries(CONTENT_CHANGES).map(([name, change]) => ({
    name,
    change: (token, random) => encode007(change(contentOf(token), random)),
  })),
];

const BUILDERS_006 = BUILDERS.filter(({ file }) => /^src\/Rt[cm]TokenBuilder$/.test(file));
const BUILDERS_005 = BUILDERS.filter(
  ({ file, method }) => file === 'src/DynamicKey5' && method !== 'generateDynamicKey',
);

/** A Token007 and what became of it: `{ token, changed, name }`. */
function hostile007(random, library) {
  const { name, change } = random.pick(CHANGES_007);
  const token = randomToken(TOKEN007_BUILDERS, random, library);
  if (RARE.has(name) && random.chance(0.9)) return hostile007(random, library);
  return { token, changed: change(token, random), name };
}

const START_006 = 3 + 32;

/** Before the timestamps of `every-builder`, which such a token would otherwise be built too late for. */
const BEFORE_ALL_MS = 1700000000000;

/** A token 006 or 005 for the plain channel and users of `every-builder`. */
function legacyToken(builder, library) {
  const built = withDate(frozenDate(BEFORE_ALL_MS), () => callPlainly(builder, library));
  return typeof built === 'string' ? built : built.result;
}

/** The same for 006 and 005, whose content is base64 behind a prefix. */
function hostileLegacy(random, library) {
  const is006 = random.chance(0.7);
  const token = legacyToken(random.pick(is006 ? BUILDERS_006 : BUILDERS_005), library);
  const start = is006 ? START_006 : 3;
  const [head, content] = [token.slice(0, start), Buffer.from(token.slice(start), 'base64')];
  const change = random.pick([
    () => head + withBit(content, random).toString('base64'),
    () => head + content.subarray(0, random.int(0, content.length)).toString('base64'),
    () => {
      const value = random.pick([0, 1, 33, 163, 170, 0x7fff, LONGEST_FIELD]);
      return (
        head + withUint16(content, random.int(0, content.length - 2), value).toString('base64')
      );
    },
    () => token.slice(0, random.int(0, token.length - 1)),
    () => TEXT_CHANGES['a strange character'](token, random),
    () => TEXT_CHANGES['a character'](token, random),
  ]);
  return { token, changed: change() };
}

module.exports = {
  BUILDERS_005,
  BUILDERS_006,
  contentOf,
  encode007,
  hostile007,
  hostileLegacy,
  legacyToken,
};
