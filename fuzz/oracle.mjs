// Answers each content on stdin by what Node's zlib makes of it, on stdout. Both are a u32 length,
// little-endian, and that many bytes.

import { readSync, writeSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const STDIN = 0;
const STDOUT = 1;

/** The next `length` bytes, or `null` at the end. */
function read(length) {
  const bytes = Buffer.alloc(length);
  for (let have = 0; have < length; ) {
    const got = readSync(STDIN, bytes, have, length - have, null);
    if (got === 0) return null;
    have += got;
  }
  return bytes;
}

function write(bytes) {
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(STDOUT, bytes, sent);
}

for (let head = read(4); head !== null; head = read(4)) {
  const content = read(head.readUInt32LE());
  if (content === null) break;
  const output = deflateSync(content);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(output.length);
  write(Buffer.concat([length, output]));
}
