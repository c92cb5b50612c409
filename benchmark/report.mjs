// npm run bench:report: writes README.md and the plots from results.json (npm run bench -- --write)
// and from what cargo bench left in target/criterion.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { lineChart } from './plot.mjs';

const here = (name) => new URL(name, import.meta.url);
const results = JSON.parse(readFileSync(here('results.json'), 'utf8'));

const STAGES = [
  ['floor', 'floor: the bare SHA-256 blocks'],
  ['verify', 'derive the key and sign, or verify'],
  ['compress_zlib', 'compress as zlib does'],
  ['compress_fixed', 'compress with the fixed codes'],
  ['encode', 'base64'],
  ['whole_zlib', 'whole token'],
  ['whole_fixed', 'whole token, fixed codes'],
  ['seal', 'whole token, packed before'],
  ['batch_record', 'whole token, packed before, in a batch'],
  ['open', 'open: base64 and inflate'],
];

/** Median nanoseconds of a stage of the core, as criterion measured it. */
function stage(name) {
  const file = here(`../target/criterion/rtc token/${name.replace('_', ' ')}/new/estimates.json`);
  if (!existsSync(file)) throw new Error(`run cargo bench -p agora-token-core first: no ${file}`);
  return JSON.parse(readFileSync(file, 'utf8')).median.point_estimate;
}

const floor = stage('floor');
const micro = (ns) => (ns / 1000).toFixed(2);
const ratio = (dividend, divisor) => `${(dividend / divisor).toFixed(1)}x`;

function table(head, rows) {
  const lines = [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const row = ({ name, original, ours }) => [
  name,
  micro(original),
  micro(ours),
  ratio(original, ours),
  ratio(ours, floor),
];

const { cpu, cores, node, zlib, os } = results.machine;

const page = `# Benchmark

This page is written by \`benchmark/report.mjs\`. To measure again:

\`\`\`sh
npm run bench -- --write
cargo bench -p agora-token-core
npm run bench:report
\`\`\`

Measured on ${cores} cores of ${cpu}, ${os}, Node ${node} (zlib ${zlib}), against \`agora-token\` 2.0.6: both in turn
in one process, each kind of call in three processes of its own, medians. Absolute times depend on the
machine; the ratios are what to look at.

## A call from JavaScript

Microseconds a token. The tokens are the same, byte for byte. The last column compares with the floor
of an RTC token: the SHA-256 blocks that its signature needs, ${micro(floor)} µs here.

${table(['', 'agora-token', 'ours', 'ratio', 'to the floor'], results.cases.map(row))}

## Batches

Microseconds a token, in batches of RTC tokens, against single calls of the original. \`fixed\` is
\`compression: 'fixed'\`: other bytes, as valid, about 1.65 % longer.

${table(['', 'agora-token', 'ours', 'ratio', 'to the floor'], results.batches.map(row))}

Microseconds a token by the number of requests in a call of \`buildTokens\`:

${table(
  ['requests', 'µs a token', 'to a single call of ours'],
  results.batchSizes.map(({ length, ours }) => [
    length,
    micro(ours),
    `${(ours / results.cases[0].ours).toFixed(2)}`,
  ]),
)}

![Tokens a second by cores](cores.svg)

## The first token

Milliseconds of a whole process that loads the package and builds one RTC token, and of one that does
nothing, which is the start of Node.js; the median of 40 processes each, in turn. The last column compares
what is left without that.

${table(
  ['', 'agora-token', 'ours', 'no package', 'ours / agora-token', 'without Node.js'],
  results.firstToken.map(({ name, original, ours, nothing }) => [
    name,
    (original / 1e6).toFixed(1),
    (ours / 1e6).toFixed(1),
    (nothing / 1e6).toFixed(1),
    (ours / original).toFixed(2),
    ((ours - nothing) / (original - nothing)).toFixed(2),
  ]),
)}

## The JavaScript kernel

What runs where no addon loads, and in bundles. Microseconds.

${table(['', 'agora-token', 'ours', 'ratio', 'to the floor'], results.javascript.map(row))}

## What the original does not have

Microseconds, beside the call of the original that comes nearest: its builder, its parse, and its parse
with the check of the signature.

${table(['', 'agora-token', 'ours', 'ratio', 'to the floor'], results.tools.map(row))}

## Memory

How many MiB more a process takes at its peak while it builds a million RTC tokens.

${table(
  ['', 'MiB'],
  results.memory.map(({ name, bytes }) => [name, (bytes / 2 ** 20).toFixed(0)]),
)}

## Time by the length of the channel

![Time by the length of the channel](size.svg)

${table(
  ['bytes of the channel', 'agora-token (µs)', 'ours (µs)', 'ratio'],
  results.sizes.map(({ channel, original, ours }) => [
    channel,
    micro(original),
    micro(ours),
    ratio(original, ours),
  ]),
)}

The advantage shrinks as contents grow: the original pays most for preparing zlib, once a token, and what
is left is matching, where both do the same work, and signing. Agora allows channels of up to 64 bytes.
Above 1024 bytes a token goes the long way of arguments that are not plain.

## The core by stage

Nanoseconds, of an RTC token, over 4096 tokens that differ.

${table(
  ['stage', 'ns', 'to the floor'],
  STAGES.map(([name, label]) => [label, stage(name).toFixed(0), ratio(stage(name), floor)]),
)}

Where the time goes, and what was tried, is in [docs/performance.md](../docs/performance.md).
`;

writeFileSync(here('README.md'), page);
fillRootReadme();

writeFileSync(
  here('size.svg'),
  lineChart({
    title: 'Microseconds an RTC token, by the length of its channel',
    x: { label: 'bytes of the channel', isLog: true, ticks: [1, 10, 100, 1000] },
    y: { label: 'µs a token', isLog: true, ticks: [2, 5, 10, 20, 50, 100] },
    series: [
      { name: 'agora-token', points: results.sizes.map((s) => [s.channel, s.original / 1000]) },
      { name: 'ours', points: results.sizes.map((s) => [s.channel, s.ours / 1000]) },
    ],
  }),
);

writeFileSync(
  here('cores.svg'),
  lineChart({
    title: 'Tokens a second of buildTokensAsync, by cores',
    x: { label: 'cores', ticks: results.cores.map(({ cores }) => cores) },
    y: { label: 'tokens a second' },
    series: ['zlib', 'fixed'].map((compression) => ({
      name: compression,
      points: results.cores.map((result) => [result.cores, 1e9 / result[compression]]),
    })),
  }),
);

/** Puts the table of calls between the markers of the project's README. */
function fillRootReadme() {
  const file = here('../README.md');
  const [START, END] = ['<!-- benchmark:start', '<!-- benchmark:end -->'];
  const readme = readFileSync(file, 'utf8');
  const start = readme.indexOf('-->', readme.indexOf(START)) + '-->'.length;
  const calls = results.cases.map(({ name, original, ours }) => [
    name,
    `${micro(original)} µs`,
    `${micro(ours)} µs`,
    ratio(original, ours),
  ]);
  const filled = `${readme.slice(0, start)}\n\n${table(['', 'agora-token 2.0.6', 'ours', 'ratio'], calls)}\n\n[More figures](benchmark/README.md), measured side by side in one process.\n\n`;
  writeFileSync(file, filled + readme.slice(readme.indexOf(END)));
}
