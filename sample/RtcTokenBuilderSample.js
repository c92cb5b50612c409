'use strict';

// Token 006 for RTC, the older format. Here an expiry is a point in time, not a duration.

const { Role, RtcTokenBuilder } = require('../src/RtcTokenBuilder');
const { appId, appCertificate } = require('./credentials');

const inOneHour = Math.floor(Date.now() / 1000) + 3600;

const withUid = RtcTokenBuilder.buildTokenWithUid(
  appId,
  appCertificate,
  'lobby',
  42,
  Role.PUBLISHER,
  inOneHour,
);
console.log('Uid:', withUid);

const withAccount = RtcTokenBuilder.buildTokenWithAccount(
  appId,
  appCertificate,
  'lobby',
  'ada',
  Role.SUBSCRIBER,
  inOneHour,
);
console.log('User account:', withAccount);
