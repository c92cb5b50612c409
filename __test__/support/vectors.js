'use strict';

// Vectors are JSON; { "$undefined": true } stands for undefined.
function withUndefined(value) {
  if (Array.isArray(value)) {
    return value.map(withUndefined);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (value.$undefined === true) {
    return undefined;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withUndefined(item)]));
}

module.exports = { withUndefined };
