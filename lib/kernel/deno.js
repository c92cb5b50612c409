'use strict';

/**
 * Whether Deno allows something already. Where it does not, trying would stop the program and ask its
 * user, which the original never makes Deno do.
 *
 * @param {object} permission - as `Deno.permissions.query` takes it, e.g. `{ name: 'ffi', path }`
 */
function isGranted(permission) {
  const { permissions } = globalThis.Deno;
  return !permissions?.querySync || permissions.querySync(permission).state === 'granted';
}

module.exports = { isGranted };
