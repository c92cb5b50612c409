'use strict';

const { kindOfText } = require('./other-texts');
const { REPAIRS } = require('./repairs');

/** Longer texts are no token that was copied wrongly; what is done here stays short. */
const MOST_CHARACTERS = 16_384;

/** A token may have been encoded, quoted and put into JSON, one after another. */
const MOST_ROUNDS = 6;
const MOST_REMEDIES = 3;

/**
 * What happened on its way to a text that cannot be read as a token, found by undoing it.
 *
 * @param {string} text
 * @param {(text: string) => boolean} isToken - whether it can be opened; asked a few times a round
 * @returns {{ kinds: string[], remedy: string, repaired?: string } | undefined} what was found, each
 *   under a name; what to do, in a sentence or a few; and the token itself, if it could be restored
 */
function findDamage(text, isToken) {
  if (text.length > MOST_CHARACTERS) return undefined;
  const kinds = [];
  const remedies = [];
  const note = (kind, remedy) => {
    if (kinds.includes(kind)) return;
    kinds.push(kind);
    if (remedies.length < MOST_REMEDIES) remedies.push(remedy);
  };

  let current = text;
  let repaired;
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    if (isToken(current)) {
      repaired = current;
      break;
    }
    const other = kindOfText(current);
    const found = other ?? firstRepair(current, isToken);
    if (found === undefined) break;
    note(found.kind, found.remedy);
    if (other) break;
    current = found.text;
  }
  if (kinds.length === 0) return undefined;
  // Quotes and brackets are worth a word only if they hid something.
  if (repaired === undefined && kinds.every((kind) => kind === 'surroundings')) return undefined;
  return { kinds, remedy: remedies.join(' '), ...(repaired !== undefined && { repaired }) };
}

function firstRepair(text, isToken) {
  for (const [kind, undo] of REPAIRS) {
    const undone = undo(text, isToken);
    if (undone !== undefined && undone.text !== text && undone.text !== '') {
      return { kind, ...undone };
    }
  }
  return undefined;
}

module.exports = { findDamage };
