'use strict';

// A Chat token for one user, and one for your own server.

const { ChatTokenBuilder } = require('../src/ChatTokenBuilder');
const { appId, appCertificate } = require('./credentials');

// Chat gives each user a UUID at registration. The token takes that, not the user name.
const userUuid = '3f0c2a52-6c1e-4d0b-9a53-5f7a8e1b0c44';
const tenMinutes = 600;

console.log('User:', ChatTokenBuilder.buildUserToken(appId, appCertificate, userUuid, tenMinutes));
console.log('App:', ChatTokenBuilder.buildAppToken(appId, appCertificate, tenMinutes));
