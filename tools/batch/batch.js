'use strict';

const { isOriginal, methodOf } = require('./methods');
const { Records } = require('./records');

const LENGTH_BYTES = 4;

/**
 * A run of requests. Those with plain arguments become records for the kernel; any other is served at
 * once by calling its method, so that coercions and errors are the method's own.
 */
class Batch {
  #results;
  #records;

  /** Which results the kernel's tokens are. */
  #recorded = [];

  /** @param issueTs - what the clock gave for all of them, in seconds since the epoch */
  constructor(requests, issueTs) {
    const length = requests.length ?? 0;
    this.#results = new Array(length);
    this.#records = new Records(length, issueTs);
    for (let i = 0; i < length; i++) this.#results[i] = this.#attempt(requests, i);
  }

  /** The records for the kernel; `erase` them when it has read them. */
  get records() {
    return this.#records;
  }

  #attempt(requests, index) {
    const before = this.#records.position;
    try {
      return this.#serve(requests[index], index);
    } catch (error) {
      this.#records.rewind(before);
      return { error };
    }
  }

  /** The result of a request, or nothing yet where the kernel builds the token. */
  #serve(request, index) {
    const method = methodOf(request?.method);
    // Read once, since it may be anything that looks like a list.
    const args = [...(request.args ?? [])];
    if (!this.#record(method, args)) return { token: method.builder[method.name](...args) };
    this.#records.end();
    this.#recorded.push(index);
    return undefined;
  }

  #record(method, args) {
    const records = this.#records;
    return (
      method.grant !== null &&
      records.isOpen(args[0], args[1]) &&
      isOriginal(method) &&
      method.grant(
        records,
        args[2],
        args[3],
        args[4],
        args[5],
        args[6],
        args[7],
        args[8],
        args[9],
        args[10],
        args[11],
      )
    );
  }

  /** The results in the order of the requests, given what the kernel made of the records. */
  results(packed) {
    let position = 0;
    for (const index of this.#recorded) {
      const start = position + LENGTH_BYTES;
      position = start + packed.readUInt32LE(position);
      this.#results[index] = { token: packed.latin1Slice(start, position) };
    }
    // Else tokens would be in the places of others, which nobody could tell.
    if (position !== packed.length) throw new Error('internal error: a batch lost count');
    return this.#results;
  }
}

module.exports = { Batch };
