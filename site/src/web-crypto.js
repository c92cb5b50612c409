'use strict';

// HMAC of WebCrypto for code that does not wait. WebCrypto answers later, so whoever needs an HMAC is
// interrupted, and is run again when it is known: three times for a Token007.

const HASHES = { sha256: 'SHA-256', sha1: 'SHA-1' };

/** The HMACs that are known, by what they were made of. Emptied after each run. */
const known = new Map();

/** Interrupts a run: this HMAC is to be made first. */
class Pending extends Error {
  constructor(request) {
    super('WebCrypto has not answered yet.');
    this.request = request;
  }
}

function createHmac(algorithm, key) {
  const parts = [];
  return {
    update(part) {
      parts.push(Buffer.from(part));
      return this;
    },
    digest(encoding) {
      const keyBytes = Buffer.from(key);
      const message = Buffer.concat(parts);
      const id = [algorithm, keyBytes.toString('hex'), message.toString('hex')].join();
      if (!known.has(id)) throw new Pending({ id, algorithm, keyBytes, message });
      const result = Buffer.from(known.get(id));
      return encoding === undefined ? result : result.toString(encoding);
    },
  };
}

async function makeHmac({ algorithm, keyBytes, message }) {
  const parameters = { name: 'HMAC', hash: HASHES[algorithm] };
  const key = await crypto.subtle.importKey('raw', keyBytes, parameters, false, ['sign']);
  return crypto.subtle.sign('HMAC', key, message);
}

/** Browsers have WebCrypto on https, on this machine and in files only. */
const hasWebCrypto = globalThis.crypto?.subtle !== undefined;

/** What `run` returns, which may need HMACs. It may be run several times, so it must change nothing. */
async function withWebCrypto(run) {
  try {
    for (;;) {
      try {
        return run();
      } catch (error) {
        if (!(error instanceof Pending)) throw error;
        known.set(error.request.id, await makeHmac(error.request));
      }
    }
  } finally {
    known.clear();
  }
}

module.exports = { createHmac, hasWebCrypto, withWebCrypto };
