'use strict';

/** What an RTM2 user may read and write, by type of resource: `details[resource][permission]`. */
class Rtm2Permissions {
  constructor() {
    this.details = {};
  }

  add(resourceType, permissionType, resources) {
    const known = this.details[resourceType];
    if (!known || known === Object.prototype[resourceType]) {
      // Defined, not assigned: `__proto__` and the like become keys of `details` and nothing else.
      Object.defineProperty(this.details, resourceType, {
        value: {},
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    this.details[resourceType][permissionType] = Array.from(resources);
  }
}

Rtm2Permissions.kMessageChannels = 0;
Rtm2Permissions.kStreamChannels = 1;
Rtm2Permissions.kGroupChannels = 2;
Rtm2Permissions.kServerGroups = 3;
Rtm2Permissions.kUsers = 4;
Rtm2Permissions.kRead = 0;
Rtm2Permissions.kWrite = 1;

module.exports = { Rtm2Permissions };
