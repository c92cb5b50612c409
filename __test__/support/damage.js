'use strict';

const zlib = require('node:zlib');
const { inflateToken, tokenAround } = require('./token-content');

const PREFIX = 3;

function onBytes(change) {
  return (token) => `007${change(Buffer.from(token.slice(PREFIX), 'base64')).toString('base64')}`;
}

function onContent(change, options) {
  return (token) => {
    const content = inflateToken(token);
    return content === undefined ? token : tokenAround(change(content), options);
  };
}

function onText(change) {
  return (token) => token.slice(0, PREFIX) + change(token.slice(PREFIX));
}

function flipped(bytes, position, bit) {
  const out = Buffer.from(bytes);
  if (out.length > 0) {
    out[position % out.length] ^= 1 << bit;
  }
  return out;
}

function insertedInto(text, position, insertion) {
  const at = position % (text.length + 1);
  return text.slice(0, at) + insertion + text.slice(at);
}

function withUint16(bytes, position, value) {
  const out = Buffer.from(bytes);
  if (out.length >= 2) {
    out.writeUInt16LE(value, position % (out.length - 1));
  }
  return out;
}

// Where the service count of an undamaged content stands: after signature, App ID and three numbers.
const SERVICE_COUNT_AT = 2 + 32 + 2 + 32 + 12;

const JUNK = [
  '!',
  '@#',
  ' ',
  '\n',
  '\r\n\t',
  '-',
  '_',
  '=',
  '==',
  '.',
  'é',
  '\u0141',
  '😀',
  '\0',
  '%3D',
  '+/',
];

// Each makes [label, (token) => damaged token] with the random numbers it needs already drawn.
const TEXT_DAMAGES = [
  (r) => {
    const n = r.int(0, 400);
    return [`cut to ${n} characters`, (token) => token.slice(0, n)];
  },
  (r) => {
    const n = r.int(1, 6);
    return [`cut by ${n} characters`, (token) => token.slice(0, -n)];
  },
  (r) => {
    const [at, junk] = [r.int(0, 999), r.pick(JUNK)];
    return [`${JSON.stringify(junk)} at ${at}`, onText((t) => insertedInto(t, at, junk))];
  },
  () => ['URL-safe', onText((t) => t.replace(/\+/g, '-').replace(/\//g, '_'))],
  () => ['unpadded', onText((t) => t.replace(/=+$/, ''))],
  () => ['more padding', onText((t) => `${t}====`)],
  () => ['twice', onText((t) => t + t)],
  () => ['white space around', (token) => ` ${token}\n`],
  () => ['white space after', (token) => `${token} \n`],
  (r) => {
    const prefix = r.pick(['006', '008', '', '07', 'OO7', '００7', '\ufeff007']);
    return [`prefix ${prefix}`, (token) => prefix + token.slice(PREFIX)];
  },
  (r) => {
    const only = r.pick(['007', '', '0', '00', '007=', '007 ', '007AAAA']);
    return [`only ${only}`, () => only];
  },
];

const BYTE_DAMAGES = [
  (r) => {
    const [at, bit] = [r.int(0, 9999), r.int(0, 7)];
    return [`bit ${bit} of byte ${at}`, onBytes((b) => flipped(b, at, bit))];
  },
  (r) => {
    const at = r.int(0, 1);
    const bit = r.int(0, 7);
    return [`header bit ${at}.${bit}`, onBytes((b) => flipped(b, at, bit))];
  },
  (r) => {
    const n = r.int(1, 40);
    return [
      `${n} bytes after the stream`,
      onBytes((b) => Buffer.concat([b, Buffer.alloc(n, 0x41)])),
    ];
  },
  () => ['a second stream after the stream', onBytes((b) => Buffer.concat([b, b]))],
  (r) => {
    const n = r.int(1, 4);
    return [`without the last ${n} bytes`, onBytes((b) => b.subarray(0, -n))];
  },
  (r) => {
    const bit = r.int(0, 7);
    return [`wrong checksum ${bit}`, onBytes((b) => flipped(b, b.length - 1, bit))];
  },
  (r) => {
    const n = r.int(0, 60);
    return [`only the first ${n} bytes`, onBytes((b) => b.subarray(0, n))];
  },
  (r) => {
    const bytes = r.bytes(r.int(0, 80));
    return [`random bytes ${bytes.toString('hex')}`, () => `007${bytes.toString('base64')}`];
  },
  (r) => {
    const bytes = Buffer.concat([Buffer.from([0x78, 0x9c]), r.bytes(r.int(0, 80))]);
    return [`random deflate ${bytes.toString('hex')}`, () => `007${bytes.toString('base64')}`];
  },
  () => [
    'raw deflate',
    (token) => `007${zlib.deflateRawSync(inflateToken(token) ?? '').toString('base64')}`,
  ],
  () => ['gzip', (token) => `007${zlib.gzipSync(inflateToken(token) ?? '').toString('base64')}`],
  () => [
    'a preset dictionary',
    onContent((c) => c, { dictionary: Buffer.from('970CA35de60c4464') }),
  ],
];

const CONTENT_DAMAGES = [
  (r) => {
    const options = {
      level: r.int(0, 9),
      memLevel: r.int(1, 9),
      windowBits: r.int(9, 15),
      strategy: r.int(0, 4),
    };
    return [`deflated with ${JSON.stringify(options)}`, onContent((c) => c, options)];
  },
  (r) => {
    const n = r.int(0, 300);
    return [`content cut to ${n}`, onContent((c) => c.subarray(0, n))];
  },
  (r) => {
    const n = r.int(1, 40);
    return [`content cut by ${n}`, onContent((c) => c.subarray(0, -n))];
  },
  (r) => {
    const bytes = r.bytes(r.int(1, 30));
    return [
      `content followed by ${bytes.toString('hex')}`,
      onContent((c) => Buffer.concat([c, bytes])),
    ];
  },
  (r) => {
    const [at, bit] = [r.int(0, 9999), r.int(0, 7)];
    return [`content bit ${bit} of byte ${at}`, onContent((c) => flipped(c, at, bit))];
  },
  (r) => {
    const [at, v] = [r.int(0, 9999), r.pick([0, 1, 2, 255, 256, 65535, r.int(0, 65535)])];
    return [`content u16 at ${at} = ${v}`, onContent((c) => withUint16(c, at, v))];
  },
  (r) => {
    const v = r.pick([0, 1, 2, 3, 65535]);
    return [`service count ${v}`, onContent((c) => withUint16(c, SERVICE_COUNT_AT, v))];
  },
  (r) => {
    const v = r.int(0, 12);
    return [`first service type ${v}`, onContent((c) => withUint16(c, SERVICE_COUNT_AT + 2, v))];
  },
  (r) => {
    const v = r.pick([0, 1, 7, 300, 65535]);
    return [`privilege count ${v}`, onContent((c) => withUint16(c, SERVICE_COUNT_AT + 4, v))];
  },
  (r) => {
    const v = r.pick([0, 1, 31, 33, 65535]);
    return [`signature length ${v}`, onContent((c) => withUint16(c, 0, v))];
  },
  () => ['empty content', onContent(() => Buffer.alloc(0))],
  (r) => {
    const bytes = r.bytes(r.int(0, 200));
    return [`random content ${bytes.toString('hex')}`, () => tokenAround(bytes)];
  },
];

const KINDS = [TEXT_DAMAGES, BYTE_DAMAGES, CONTENT_DAMAGES];

// A way to damage a token, chosen at random: { label, apply(token) }.
function randomDamage(random) {
  const [label, apply] = random.pick(random.pick(KINDS))(random);
  return { label, apply };
}

module.exports = { randomDamage };
