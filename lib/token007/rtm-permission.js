'use strict';

/** The numbers of resources and permissions in the special RTM interface, token3. */
const RtmPermission = {
  resourceKeys: {
    kMessageChannels: 0,
    kStreamChannels: 1,
    kGroupChannels: 2,
    kGroupServers: 3,
    kUser: 4,
  },
  permissionKeys: {
    kRead: 0,
    kWrite: 1,
  },
};

module.exports = { RtmPermission };
