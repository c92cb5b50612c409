// Draws what __test__/reliability/programs/memory.mjs has recorded.
//
//   node __test__/reliability/programs/plot-memory.mjs target/reliability/memory-*.json

import { readFileSync, writeFileSync } from 'node:fs';
import { lineChart } from '../../../benchmark/plot.mjs';

const TARGET = new URL('../../../docs/reliability-memory.svg', import.meta.url);
const MILLION = 1e6;

const runs = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const chart = lineChart({
  title: 'Resident memory of one process',
  x: { label: 'tokens built and parsed, in millions' },
  y: { label: 'MB' },
  series: runs.map(({ backend, samples }) => ({
    name: backend,
    points: samples
      .filter((_, index) => index % 4 === 0)
      .map(({ tokens, residentMb }) => [tokens / MILLION, residentMb]),
  })),
});
writeFileSync(TARGET, chart);
