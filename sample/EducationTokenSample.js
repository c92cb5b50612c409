'use strict';

// The three kinds of Education token: for a user in a room, for a user, and for the app.

const { EducationTokenBuilder } = require('../src/EducationTokenBuilder');
const { appId, appCertificate } = require('./credentials');

const room = 'room-7';
const user = 'ada';
const role = 1;
const tenMinutes = 600;

console.log(
  'User in a room:',
  EducationTokenBuilder.buildRoomUserToken(appId, appCertificate, room, user, role, tenMinutes),
);
console.log('User:', EducationTokenBuilder.buildUserToken(appId, appCertificate, user, tenMinutes));
console.log('App:', EducationTokenBuilder.buildAppToken(appId, appCertificate, tenMinutes));
