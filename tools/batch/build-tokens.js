'use strict';

const { addon } = require('../../lib/kernel/backend');
const { isFixedCompression } = require('../checks/compression');
const { now } = require('../../lib/clock');
const node = require('../../lib/kernel/node-modules');
const { PackedRequests } = require('./packed-requests');

/** Requests that a thread takes at a time: some hundred microseconds of work. */
const CHUNK_LENGTH = 256;

/** Chunks under way for each thread, so that none waits for JavaScript. */
const CHUNKS_A_THREAD = 2;

/** Builds the tokens of many requests in one call into the addon. */
function buildTokens(requests, options) {
  const isFixed = isFixedCompression(options?.compression);
  const issueTs = now();
  const packed = new PackedRequests(requests);
  return packed.results(build(packed.bytes, issueTs, isFixed), issueTs);
}

function build(bytes, issueTs, isFixed) {
  if (bytes.length === 0) return bytes;
  const built = addon.buildBatch(bytes, issueTs, isFixed);
  erase(bytes);
  return built;
}

/** Packed requests hold certificates, and memory that is freed may become anybody's Buffer. */
function erase(bytes) {
  bytes.fill(0);
}

/** The same on the addon's threads, with progress, and an end on request. */
async function buildTokensAsync(requests, options) {
  const isFixed = isFixedCompression(options?.compression);
  const { signal, onProgress } = options ?? {};
  signal?.throwIfAborted();

  const results = new Array(requests.length);
  let next = 0;
  let done = 0;

  async function buildChunks() {
    while (next < requests.length) {
      const start = next;
      next += CHUNK_LENGTH;
      const chunk = requests.slice(start, next);
      const built = await buildChunk(chunk, isFixed);
      signal?.throwIfAborted();
      for (let i = 0; i < built.length; i++) results[start + i] = built[i];
      done += built.length;
      onProgress?.({ done, total: requests.length });
    }
  }

  const lanes = (addon?.threadCount() ?? 1) * CHUNKS_A_THREAD;
  await Promise.all(Array.from({ length: lanes }, buildChunks));
  return results;
}

async function buildChunk(requests, isFixed) {
  const issueTs = now();
  const packed = new PackedRequests(requests);
  return packed.results(await buildElsewhere(packed.bytes, issueTs, isFixed), issueTs);
}

/** Builds packed requests on a thread. Where nothing is packed, other work gets a turn instead. */
async function buildElsewhere(bytes, issueTs, isFixed) {
  if (bytes.length > 0) {
    const built = addon.buildBatchAsync(bytes, issueTs, isFixed);
    erase(bytes);
    return built;
  }
  await node.timers.setImmediate();
  return bytes;
}

module.exports = { buildTokens, buildTokensAsync };
