'use strict';

// A worker thread that builds tokens, and parses and verifies each.

const { parentPort, workerData } = require('node:worker_threads');
const { AccessToken2 } = require('../../../src/AccessToken2');
const { buildTokensAsync } = require('../../..');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../../support/identifiers');
const { buildNumbered, request } = require('./numbered-tokens');

const { first, count, async: isAsync } = workerData;

function check(token, number) {
  const parsed = new AccessToken2();
  if (!parsed.from_string(token)) throw new Error(`token ${number} does not parse`);
  if (!parsed.verifySignature(CERTIFICATE)) throw new Error(`token ${number} does not verify`);
  if (parsed.verifySignature(OTHER_CERTIFICATE))
    throw new Error(`token ${number} verifies falsely`);
  const [service] = parsed.services;
  const read = [parsed.appId, service.__channel_name, service.__uid].join(' ');
  if (read !== `${APP_ID} channel-${number} ${number + 1}`) throw new Error(`${number}: ${read}`);
}

async function work() {
  if (isAsync) {
    const requests = Array.from({ length: count }, (_, i) => request(first + i));
    (await buildTokensAsync(requests)).forEach(({ token }, i) => check(token, first + i));
    return;
  }
  for (let number = first; number < first + count; number++) check(buildNumbered(number), number);
}

work().then(() => parentPort.postMessage(count));
