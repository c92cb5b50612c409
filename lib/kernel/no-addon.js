'use strict';

// In bundles for browsers and Workers, which load no addon, in the place of addon.js.

function loadAddon() {
  return { addon: null, errors: [new Error(require('./addon-failure').IN_BUNDLE)] };
}

function placeOf() {
  return { platform: null, libc: null, addonPackage: null, addonPath: null };
}

function debug() {}

module.exports = { debug, loadAddon, placeOf };
