'use strict';

// An RTM token, and one with permissions for single resources.

const { Rtm2Permissions } = require('../src/AccessToken2');
const { RtmTokenBuilder } = require('../src/RtmTokenBuilder2');
const { appId, appCertificate } = require('./credentials');

const user = 'ada';
const oneHour = 3600;

console.log('RTM:', RtmTokenBuilder.buildToken(appId, appCertificate, user, oneHour));

// Agora must enable permissions for the project first.
const permissions = new Rtm2Permissions();
permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kRead, ['news', 'room-*']);
permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kWrite, ['room-7']);
permissions.add(Rtm2Permissions.kStreamChannels, Rtm2Permissions.kRead, ['stage']);

console.log(
  'RTM with permissions:',
  RtmTokenBuilder.buildTokenWithPermissions(appId, appCertificate, user, permissions, oneHour),
);
