'use strict';

// The three kinds of aPaaS token: for a user in a room, for a user, and for the app.

const { ApaasTokenBuilder } = require('../src/ApaasTokenBuilder');
const { appId, appCertificate } = require('./credentials');

const room = 'room-7';
const user = 'ada';
const role = 1;
const tenMinutes = 600;

console.log(
  'User in a room:',
  ApaasTokenBuilder.buildRoomUserToken(appId, appCertificate, room, user, role, tenMinutes),
);
console.log('User:', ApaasTokenBuilder.buildUserToken(appId, appCertificate, user, tenMinutes));
console.log('App:', ApaasTokenBuilder.buildAppToken(appId, appCertificate, tenMinutes));
