'use strict';

// A panic for the tests, planted into a copy of the addon's sources, so that the product needs none:
// where the core hashes, signs or inflates bytes that hold the mark, it panics.

const fs = require('node:fs');
const path = require('node:path');

/** What makes it panic, and what it says. */
const MARK = 'panic on purpose';
const MESSAGE = 'a panic on purpose';

const MODULE = `
mod planted {
    pub(crate) fn panic_if_marked(bytes: &[u8]) {
        let mark = b"${MARK}";
        assert!(!bytes.windows(mark.len()).any(|window| window == mark), "${MESSAGE}");
    }
}
`;

/** The lines of the core in front of which a line is planted. */
const PLACES = [
  ['lib.rs', 'mod digest;', MODULE],
  [
    'digest.rs',
    'let Ok(mut hash) = <M as KeyInit>::new_from_slice(key) else {',
    'message.iter().for_each(|part| crate::planted::panic_if_marked(part));',
  ],
  [
    'digest.rs',
    'hex::encode_lower(&Md5::digest(bytes))',
    'crate::planted::panic_if_marked(bytes);',
  ],
  ['inflate.rs', 'self.state.reset(true);', 'crate::planted::panic_if_marked(compressed);'],
];

/** Puts a text in front of the only line that reads `line`; throws if it is not there once. */
function insertBefore(source, line, text) {
  const lines = source.split('\n');
  const found = lines.filter((its) => its.trim() === line);
  if (found.length !== 1) {
    throw new Error(`${found.length} lines read "${line}": a panic cannot be planted there`);
  }
  lines.splice(lines.indexOf(found[0]), 0, text);
  return lines.join('\n');
}

/** Plants the panic into the sources of a copy of the project. */
function plantPanic(root) {
  for (const [name, line, text] of PLACES) {
    const file = path.join(root, 'crates/agora-token-core/src', name);
    fs.writeFileSync(file, insertBefore(fs.readFileSync(file, 'utf8'), line, text));
  }
}

module.exports = { MARK, MESSAGE, insertBefore, plantPanic };
