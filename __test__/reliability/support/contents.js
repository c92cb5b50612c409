'use strict';

// Contents to compress: those of tokens, and others that send the encoder down its rarer ways.

const { TOKEN007_BUILDERS } = require('../../support/builders');
const { callPlainly } = require('../../support/every-builder');
const { libraries } = require('../../support/libraries');
const zlib = require('node:zlib');

/** Above it contents go to Node's zlib, with the addon too. */
const MOST_BYTES = 16_383;

const { original } = libraries();

/** The content of a token that a builder of the original gives, with another signature. */
function ofToken(random) {
  const token = callPlainly(random.pick(TOKEN007_BUILDERS), original);
  const content = zlib.inflateSync(Buffer.from(token.slice(3), 'base64'));
  random.bytes(32).copy(content, 2);
  return content;
}

/** Texts as channels and names are: a few words, digits, and what is random between them. */
function words(random, length) {
  const known = Array.from({ length: random.int(1, 12) }, () =>
    random.text(random.int(2, 14), 'abcdefghijklmnopqrstuvwxyz0123456789-_'),
  );
  const parts = [];
  for (let left = length; left > 0; ) {
    const part = random.chance(0.2)
      ? random.bytes(random.int(1, 32))
      : Buffer.from(random.pick(known));
    parts.push(part);
    left -= part.length;
  }
  return Buffer.concat(parts).subarray(0, length);
}

function alphabet(random, length) {
  const letters = random.bytes(random.int(1, 80));
  return Buffer.from(Array.from({ length }, () => random.pick(letters)));
}

/** Runs of equal bytes. */
function runs(random, length) {
  const longest = random.int(1, 300);
  const content = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const end = Math.min(length, at + random.int(1, longest));
    content.fill(random.int(0, 255), at, end);
    at = end;
  }
  return content;
}

/** Copies of 3 to 258 bytes from before, among random ones. */
function copies(random, length) {
  const content = random.bytes(length);
  const share = random.next();
  for (let at = 4; at < length; ) {
    if (!random.chance(share)) {
      at += 1;
      continue;
    }
    const from = random.int(0, at - 1);
    const end = Math.min(length, at + random.int(3, 258));
    for (let source = from; at < end; source++) content[at++] = content[source];
  }
  return content;
}

/** Bytes each of which is rarer than the one before, down to code lengths of 15 bits and beyond. */
function skewed(random, length) {
  const fall = 0.3 + 0.69 * random.next();
  const step = random.pick([1, 37, 101]);
  return Buffer.from(
    Array.from({ length }, () => {
      let rank = 0;
      while (rank < 255 && random.chance(fall)) rank += 1;
      return (rank * step) % 256;
    }),
  );
}

const SHAPES = [words, alphabet, runs, copies, skewed];

/** Most are as short as tokens are. */
function randomLength(random) {
  if (random.chance(0.8)) return random.int(0, 450);
  return random.chance(0.8) ? random.int(450, 3000) : random.int(3000, MOST_BYTES);
}

/** A content that begins with its signature and the length of it, as every content does. */
function randomContent(random) {
  if (random.chance(0.3)) return ofToken(random);
  const content = random.pick(SHAPES)(random, randomLength(random));
  const signature = random.int(0, Math.min(content.length, 40));
  const length = Buffer.alloc(2);
  length.writeUInt16LE(signature);
  return Buffer.concat([length, content]).subarray(0, MOST_BYTES);
}

module.exports = { randomContent };
