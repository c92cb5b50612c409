// Where an App Certificate is in the memory of a Node.js process that has built and verified tokens
// with it: on the stack, in the addon's own data, in what C allocates, on the engine's heap, where it
// must be, since the program holds it as a string, and in other memory, such as threads'. Linux only.
//
//   node __test__/reliability/programs/memory-scan.mjs

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CHUNK = 1 << 24;

/** The length of a string, in front of its characters. */
const LENGTH_FIELD = 4;

/** Where the pages of the engine's heap begin, and where what C allocates for threads does. */
const ENGINE_PAGE = 256 * 1024;
const ARENA = 64 * 1024 * 1024;

/** Made at run time, so that it is in no source text: the program must not be what is found. */
const MAKE_CERTIFICATE = `Array.from({ length: 32 }, (_, i) => '0123456789abcdef'[(i * 7 + 3) % 16]).join('')`;

const PROGRAM = `
  const { RtcTokenBuilder, verifyToken, buildTokens, buildTokensAsync } = require('.');
  const { RtcTokenBuilder: Old } = require('./src/RtcTokenBuilder');
  const certificate = ${MAKE_CERTIFICATE};
  const appId = '970CA35de60c44645bbae8a215061b33';
  let token;
  for (let turn = 0; turn < 200; turn++) {
    token = RtcTokenBuilder.buildTokenWithUid(appId, certificate, 'lobby', turn, 1, 60, 60);
    Old.buildTokenWithUid(appId, certificate, 'lobby', turn, 1, 60);
  }
  const args = [appId, certificate, 'lobby', 1, 1, 60, 60];
  const requests = [{ method: 'RtcTokenBuilder.buildTokenWithUid', args }];
  buildTokens(requests);
  buildTokensAsync(requests).then(() => {
    if (!verifyToken(token, certificate).valid) throw new Error('the token is not valid');
    console.log('done');
    setInterval(() => {}, 1000);
  });`;

const certificate = Buffer.from(new Function(`return ${MAKE_CERTIFICATE}`)());

/** The writable regions of a process, each with the place it belongs to. */
function regionsOf(pid) {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .map((line) => /^(\w+)-(\w+) rw\S* \S+ \S+ \S+\s*(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, start, end, name]) => [Number.parseInt(start, 16), Number.parseInt(end, 16), name])
    .map(([start, end, name]) => ({ start, end, place: placeOf(name, start) }));
}

function placeOf(name, start) {
  if (name.startsWith('[stack')) return 'stack';
  if (name.endsWith('.node')) return 'addon';
  if (name === '[heap]') return 'allocated';
  return start % ENGINE_PAGE === 0 && start % ARENA !== 0 ? 'engine' : 'other';
}

/** Counts the certificates in a region, under the region's place or as the engine's. */
function countIn(memory, { start, end, place }, counts) {
  const buffer = Buffer.alloc(CHUNK);
  const overlap = LENGTH_FIELD + certificate.length - 1;
  for (let at = start; at < end; at += CHUNK - overlap) {
    let length = 0;
    try {
      length = readSync(memory, buffer, 0, Math.min(CHUNK, end - at), at);
    } catch {
      return;
    }
    const bytes = buffer.subarray(0, length);
    const first = at === start ? 0 : LENGTH_FIELD;
    for (
      let i = bytes.indexOf(certificate, first);
      i !== -1;
      i = bytes.indexOf(certificate, i + 1)
    ) {
      counts[place === 'other' && isString(bytes, i) ? 'engine' : place] += 1;
    }
  }
}

/** Whether characters stand behind their number, as in a string of the engine. */
function isString(bytes, start) {
  return start >= LENGTH_FIELD && bytes.readUInt32LE(start - LENGTH_FIELD) === certificate.length;
}

const child = spawn(process.execPath, ['-e', PROGRAM], {
  cwd: ROOT,
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(child.stdout, 'data');
const memory = openSync(`/proc/${child.pid}/mem`, 'r');
const counts = { stack: 0, addon: 0, allocated: 0, engine: 0, other: 0 };
for (const region of regionsOf(child.pid)) countIn(memory, region, counts);
closeSync(memory);
child.kill();
console.log(JSON.stringify(counts));
process.exitCode = counts.stack + counts.addon === 0 && counts.engine > 0 ? 0 : 1;
