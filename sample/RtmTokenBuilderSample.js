'use strict';

// Token 006 for RTM, the older format. Here an expiry is a point in time, not a duration.

const { Role, RtmTokenBuilder } = require('../src/RtmTokenBuilder');
const { appId, appCertificate } = require('./credentials');

const inOneHour = Math.floor(Date.now() / 1000) + 3600;

console.log(
  'RTM:',
  RtmTokenBuilder.buildToken(appId, appCertificate, 'ada', Role.Rtm_User, inOneHour),
);
