// The token server of sample/server under load from this process, over loopback. Meanwhile the server
// is killed and started again, and once asked to stop. Every answer is checked: a token must verify
// and say what was asked for, and a tampered token must be refused.
//
//   AGORA_TOKEN_BACKEND=native node __test__/reliability/programs/soak.mjs [--seconds 120] [--clients 32]
//
// Prints a report as JSON. Fails at a wrong answer, or at an error that no stop of the server explains.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ask, closeConnections } from './soak/ask.mjs';
import { startServer } from './soak/server.mjs';

const require = createRequire(import.meta.url);
const { verifyToken } = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { contentOf, encode007 } = require('../support/hostile-tokens');
const { Random } = require('../../support/random');

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    clients: { type: 'string', default: '32' },
  },
});
const end = performance.now() + Number(values.seconds) * 1000;

const report = { requests: 0, wrong: [], unexplained: [], cutOff: 0, kills: 0, restarts: 0 };
const latencies = [];
const memory = [];
let server = await startServer();
let isDown = false;
let timesDown = 0;

const wrong = (what, answer) => report.wrong.push(`${what}: ${JSON.stringify(answer)}`);

function checkToken({ status, body }, channelName, uid) {
  const options = { appId: APP_ID, channelName, uid, privilege: 'publishAudio' };
  const isRight = status === 200 && verifyToken(body.token, CERTIFICATE, options).valid;
  if (!isRight) wrong('a token', { status, body });
  return isRight;
}

/** One client: asks for a token, has it verified, and has a tampered one verified. */
async function beClient(number) {
  const random = new Random(number);
  for (let turn = 0; performance.now() < end; turn++) {
    const [channel, uid] = [`soak-${number}-${turn}`, random.int(1, 0xffffffff)];
    const built = await send('/tokens/rtc', { channel, uid, role: 'publisher' });
    if (built === null || !checkToken(built, channel, uid)) continue;
    const { token } = built.body;
    const verified = await send('/verify', { token, channelName: channel, uid });
    if (verified !== null && verified.body.valid !== true) wrong('a good token', verified);

    const content = contentOf(token);
    content[random.int(0, content.length - 1)] ^= 1 << random.int(0, 7);
    const tampered = encode007(content);
    const refused = await send('/verify', { token: tampered, channelName: channel, uid });
    if (refused !== null && refused.body.valid !== false) wrong('a tampered token', refused);
  }
}

/** Sends a request; `null` if the server was not there, which only a stop may explain. */
async function send(path, body) {
  const [start, downBefore] = [performance.now(), timesDown];
  try {
    const answer = await ask(server.port, path, body);
    report.requests += 1;
    latencies.push(performance.now() - start);
    return answer;
  } catch (error) {
    if (isDown || timesDown !== downBefore) report.cutOff += 1;
    else report.unexplained.push(`${error.code ?? error.message}`);
    await sleep(20);
    return null;
  }
}

/** Stops the server in the middle of the load, three times by force and then politely. */
async function disturb() {
  const signals = ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM'];
  const pause = (Number(values.seconds) * 1000) / (signals.length + 1);
  for (const signal of signals) {
    await sleep(pause);
    isDown = true;
    timesDown += 1;
    server.process.kill(signal);
    await once(server.process, 'exit');
    report.kills += 1;
    closeConnections();
    server = await startServer(server.port);
    isDown = false;
    report.restarts += 1;
  }
}

/** The resident memory of the server, in MB, once a second. */
async function watchMemory() {
  while (performance.now() < end) {
    const status = isDown ? '' : readStatus(server.process.pid);
    const resident = /VmRSS:\s+(\d+)/.exec(status);
    if (resident) memory.push(Number(resident[1]) / 1024);
    await sleep(1000);
  }
}

function readStatus(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

const clients = Array.from({ length: Number(values.clients) }, (_, number) => beClient(number));
await Promise.all([...clients, disturb(), watchMemory()]);
server.process.kill('SIGTERM');
const [exitCode] = await once(server.process, 'exit');

latencies.sort((left, right) => left - right);
const percentile = (part) => Number(latencies[Math.floor(latencies.length * part)].toFixed(2));
console.log(
  JSON.stringify({
    backend: server.backend,
    seconds: Number(values.seconds),
    clients: clients.length,
    ...report,
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
    highestMb: Math.round(Math.max(0, ...memory)),
    exitCode,
  }),
);
process.exitCode = report.wrong.length + report.unexplained.length + exitCode === 0 ? 0 : 1;
