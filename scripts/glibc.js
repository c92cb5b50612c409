'use strict';

const fs = require('node:fs');

const SHT_GNU_VERNEED = 0x6ffffffe;

/**
 * The versions of glibc's symbols that an ELF file needs, oldest first, e.g. `['2.2.5', '2.17']`.
 * The last is the oldest glibc that can load the file.
 */
function glibcVersions(file) {
  const bytes = fs.readFileSync(file);
  const sections = readSections(bytes);
  const found = new Set();
  for (const section of sections.filter((it) => it.type === SHT_GNU_VERNEED)) {
    for (const name of neededVersions(bytes, section, sections[section.link])) {
      const [, version] = /^GLIBC_([\d.]+)$/.exec(name) ?? [];
      if (version) found.add(version);
    }
  }
  return [...found].sort(compareVersions);
}

/** The section headers, of 64-bit and 32-bit files in little-endian order. */
function readSections(bytes) {
  if (bytes.toString('latin1', 0, 4) !== '\x7fELF') throw new Error('not an ELF file');
  const wide = bytes[4] === 2;
  const word = (at) => (wide ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at));
  const start = word(wide ? 40 : 32);
  const size = bytes.readUInt16LE(wide ? 58 : 46);
  const count = bytes.readUInt16LE(wide ? 60 : 48);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size;
    return {
      type: bytes.readUInt32LE(at + 4),
      offset: word(at + (wide ? 24 : 16)),
      link: bytes.readUInt32LE(at + (wide ? 40 : 24)),
      entries: bytes.readUInt32LE(at + (wide ? 44 : 28)),
    };
  });
}

/** Each entry names a library and chains the versions of its symbols that the file needs. */
function* neededVersions(bytes, { offset, entries }, strings) {
  let entry = offset;
  for (let left = entries; left > 0; left--) {
    let version = entry + bytes.readUInt32LE(entry + 8);
    for (let more = bytes.readUInt16LE(entry + 2); more > 0; more--) {
      const name = strings.offset + bytes.readUInt32LE(version + 8);
      yield bytes.toString('latin1', name, bytes.indexOf(0, name));
      version += bytes.readUInt32LE(version + 12);
    }
    entry += bytes.readUInt32LE(entry + 12);
  }
}

function compareVersions(one, other) {
  const [a, b] = [one, other].map((it) => it.split('.').map(Number));
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

module.exports = { compareVersions, glibcVersions };
