'use strict';

const { now } = require('../../lib/clock');
const { kernel } = require('../../lib/kernel/backend');
const node = require('../../lib/kernel/node-modules');
const { isFixedCompression } = require('../checks/compression');
const { Batch } = require('./batch');

/** Requests that a thread takes at a time: some hundred microseconds of work. */
const CHUNK_LENGTH = 256;

/** Chunks under way for each thread, so that none waits for JavaScript. */
const CHUNKS_A_THREAD = 2;

/** Builds the tokens of many requests in one call of the kernel. */
function buildTokens(requests, options) {
  const isFixed = isFixedCompression(options?.compression);
  const batch = new Batch(requests, now());
  const { records } = batch;
  let packed;
  try {
    packed = kernel.sealBatch(records.bytes, isFixed);
  } finally {
    records.erase();
  }
  return batch.results(packed);
}

/** The same on the kernel's threads, with progress, and an end on request. */
async function buildTokensAsync(requests, options) {
  const isFixed = isFixedCompression(options?.compression);
  const { signal, onProgress } = options ?? {};
  signal?.throwIfAborted();

  const issueTs = now();
  // The list as it is now: the caller may change it while the batch is under way.
  const list = Array.from(requests);
  const total = list.length;
  const results = new Array(total);
  let next = 0;
  let done = 0;
  let isRejected = false;

  async function buildChunks() {
    while (next < total && !isRejected) {
      const start = next;
      next += CHUNK_LENGTH;
      const built = await buildChunk(list.slice(start, start + CHUNK_LENGTH), issueTs, isFixed);
      if (isRejected) return;
      signal?.throwIfAborted();
      for (let i = 0; i < built.length; i++) results[start + i] = built[i];
      done += built.length;
      onProgress?.({ done, total });
    }
  }

  /** The first failure ends the others: nothing is built or reported after a promise is rejected. */
  async function buildLane() {
    try {
      await buildChunks();
    } catch (error) {
      isRejected = true;
      throw error;
    }
  }

  const lanes = kernel.threadCount() * CHUNKS_A_THREAD;
  await Promise.all(Array.from({ length: lanes }, buildLane));
  return results;
}

async function buildChunk(requests, issueTs, isFixed) {
  const batch = new Batch(requests, issueTs);
  const { records } = batch;
  let promise;
  try {
    promise = records.position > 0 ? kernel.sealBatchAsync(records.bytes, isFixed) : nothing();
  } finally {
    records.erase();
  }
  return batch.results(await promise);
}

/** Where the kernel has nothing to do, other work gets a turn all the same. */
async function nothing() {
  await node.timers.setImmediate();
  return Buffer.alloc(0);
}

module.exports = { buildTokens, buildTokensAsync };
