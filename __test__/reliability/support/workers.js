'use strict';

const path = require('node:path');
const { Worker } = require('node:worker_threads');

const PROGRAM = path.join(__dirname, 'worker.js');

/** Starts a worker on some numbers: `{ worker, done }`, where `done` gives how many it checked. */
function startWorker(workerData) {
  const worker = new Worker(PROGRAM, { workerData });
  const done = new Promise((resolve, reject) => {
    let checked = 0;
    worker.on('message', (count) => {
      checked += count;
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(checked));
  });
  return { worker, done };
}

/**
 * `threads` lanes start one worker after another, until the workers that were left to finish have
 * checked `total` tokens. Every eighth worker builds by the batch, and every tenth is terminated in
 * the middle of its work.
 */
async function buildOnThreads({ threads, total, share }) {
  const report = { checked: 0, workers: 0, terminated: 0 };
  let next = 0;

  async function lane() {
    while (next < total) {
      const number = report.workers++;
      const first = next;
      const count = Math.min(share, total - first);
      const { worker, done } = startWorker({ first, count, async: number % 8 === 3 });
      if (number % 10 === 7) {
        await new Promise((resolve) => worker.once('online', resolve));
        await new Promise((resolve) => setTimeout(resolve, number % 60));
        await worker.terminate();
        report.terminated += 1;
        continue;
      }
      next += count;
      const checked = await done;
      report.checked += checked;
    }
  }

  await Promise.all(Array.from({ length: threads }, lane));
  return report;
}

module.exports = { buildOnThreads, startWorker };
