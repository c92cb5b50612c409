'use strict';

/** What an RTM2 user may read and write, by type of resource: `details[resource][permission]`. */
class Rtm2Permissions {
  constructor() {
    this.details = {};
  }

  add(resourceType, permissionType, resources) {
    if (!this.details[resourceType]) this.details[resourceType] = {};

    let permissions = this.details[resourceType];
    if (isBuiltIn(permissions)) {
      // Defined, not assigned: `__proto__` becomes a key of `details` and nothing else.
      permissions = {};
      Object.defineProperty(this.details, resourceType, {
        value: permissions,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    // Spreading takes a third of the time.
    permissions[permissionType] = Array.isArray(resources) ? [...resources] : Array.from(resources);
  }
}

/** Whether a value read from `details` is what every object inherits: `__proto__` and methods. */
function isBuiltIn(value) {
  return value === Object.prototype || typeof value === 'function';
}

Rtm2Permissions.kMessageChannels = 0;
Rtm2Permissions.kStreamChannels = 1;
Rtm2Permissions.kGroupChannels = 2;
Rtm2Permissions.kServerGroups = 3;
Rtm2Permissions.kUsers = 4;
Rtm2Permissions.kRead = 0;
Rtm2Permissions.kWrite = 1;

module.exports = { Rtm2Permissions };
