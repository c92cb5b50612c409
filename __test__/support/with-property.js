'use strict';

// Puts a property on an object while an action runs.
function withProperty(object, key, descriptor, action) {
  const writable = 'value' in descriptor ? { writable: true } : {};
  Object.defineProperty(object, key, {
    configurable: true,
    enumerable: true,
    ...writable,
    ...descriptor,
  });
  try {
    return action();
  } finally {
    delete object[key];
  }
}

module.exports = { withProperty };
