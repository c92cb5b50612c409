'use strict';

// One token for RTC, RTM and STT.

const { SttTokenBuilder } = require('../src/SttTokenBuilder');
const { Role } = require('../src/RtcTokenBuilder2');
const { appId, appCertificate } = require('./credentials');

const oneHour = 3600;

const token = SttTokenBuilder.buildToken(
  appId,
  appCertificate,
  'lobby', // channel
  '42', // RTC user account
  Role.PUBLISHER,
  oneHour, // the whole token
  oneHour, // join the channel
  oneHour, // publish audio
  oneHour, // publish video
  oneHour, // publish data streams
  '42', // RTM user id
  oneHour, // log in to RTM
);
console.log('RTC, RTM and STT:', token);
