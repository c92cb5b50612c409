// How much memory a process takes more at its peak while it builds a million RTC tokens, in bytes for
// the original, ours and ours on the JavaScript kernel, as JSON.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TOKENS = 1_000_000;

const [which] = process.argv.slice(2);
if (which) {
  const { cases, [which]: library } = await import('./cases.mjs');
  const { run } = cases.find(({ name }) => name === 'RTC');
  const before = process.resourceUsage().maxRSS;
  for (let i = 0; i < TOKENS; i++) run(library);
  console.log((process.resourceUsage().maxRSS - before) * 1024);
} else {
  const rows = [
    ['agora-token', 'original', {}],
    ['ours', 'ours', {}],
    ['ours, JavaScript kernel', 'ours', { AGORA_TOKEN_BACKEND: 'javascript' }],
  ].map(([name, library, env]) => ({
    name,
    bytes: Number(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), library], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      }),
    ),
  }));
  console.log(JSON.stringify(rows));
}
