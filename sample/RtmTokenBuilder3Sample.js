'use strict';

// RTM with permissions for single resources, through the token3 interface. Agora must enable it for
// the project first.

const { RtmPermission, RtmTokenBuilder } = require('../src/token3/RtmTokenBuilder3');
const { appId, appCertificate } = require('./credentials');

const { kMessageChannels, kStreamChannels } = RtmPermission.resourceKeys;
const { kRead, kWrite } = RtmPermission.permissionKeys;

const permissions = {
  [kMessageChannels]: { [kRead]: ['news', 'room-*'], [kWrite]: ['room-7'] },
  [kStreamChannels]: { [kRead]: ['stage'] },
};
const oneHour = 3600;

console.log(
  'Permissions as an object:',
  RtmTokenBuilder.buildToken(appId, appCertificate, 'ada', oneHour, permissions),
);

// The same as JSON, for instance from a configuration file.
console.log(
  'Permissions as JSON:',
  RtmTokenBuilder.buildToken(appId, appCertificate, 'ada', oneHour, JSON.stringify(permissions)),
);
