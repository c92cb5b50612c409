// What the addon makes of contents of every kind against what Node's zlib makes of them, byte by byte.
// Prints a report as JSON, and fails if one differs.
//
//   node __test__/reliability/programs/deflate.mjs --contents 200000 --seed 7

import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';

const require = createRequire(import.meta.url);
const { kernel } = require('../../../lib/kernel/backend');
const { Random } = require('../../support/random');
const { randomContent } = require('../support/contents');

const { values } = parseArgs({
  options: {
    contents: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
  },
});

/** The block types of deflate, by the two bits that tell them. */
const TYPES = ['stored', 'fixed', 'dynamic'];

const random = new Random(Number(values.seed));
const blocks = { stored: 0, fixed: 0, dynamic: 0 };
const differences = [];
for (let i = 0; i < Number(values.contents); i++) {
  const content = randomContent(random);
  const end = 2 + content.readUInt16LE(0);
  const token = kernel.encode(content.subarray(2, end), content.subarray(end));
  const expected = zlib.deflateSync(content);
  blocks[TYPES[(expected[2] >> 1) & 3]] += 1;
  if (token !== `007${expected.toString('base64')}`) differences.push(content.toString('hex'));
}
const { name } = kernel;
console.log(
  JSON.stringify({ kernel: name, contents: Number(values.contents), blocks, differences }),
);
process.exitCode = differences.length === 0 ? 0 : 1;
