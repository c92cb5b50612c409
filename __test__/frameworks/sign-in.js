'use strict';

// What a user of the examples does: replaces the function that refuses everybody.

const SESSIONS = {
  findUser: "return _authorization === 'Bearer ada' ? USER : null;",
  mayJoin: "return _userId === 'ada';",
};

/** The text of an example in which Ada is known. Files that refuse nobody stay as they are. */
function signIn(text) {
  const placeholders = [...text.matchAll(/^async function (findUser|mayJoin)\(/gm)];
  if (placeholders.length === 0) return text;
  const [[, name]] = placeholders;
  const user = /user\.id\b/.test(text) ? "{ id: 'ada' }" : '{ uid: 42 }';
  const changed = text.replace(
    /^ {2}return (null|false);$/m,
    `  ${SESSIONS[name].replace('USER', user)}`,
  );
  if (changed === text) throw new Error(`${name} refuses nobody`);
  return changed;
}

module.exports = { signIn };
