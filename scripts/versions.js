'use strict';

/** Compares versions such as `2.17` and `2.3.4` by their numbers, for `sort`. */
function compareVersions(one, other) {
  const [a, b] = [one, other].map((it) => it.split('.').map(Number));
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

module.exports = { compareVersions };
