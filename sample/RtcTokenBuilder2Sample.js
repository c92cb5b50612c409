'use strict';

// Every way to build an RTC token. All durations are seconds from now.

const { Role, RtcTokenBuilder } = require('../src/RtcTokenBuilder2');
const { appId, appCertificate } = require('./credentials');

const channel = 'lobby';
const uid = 42;
const account = 'ada';
const oneHour = 3600;
const halfAnHour = 1800;

const withUid = RtcTokenBuilder.buildTokenWithUid(
  appId,
  appCertificate,
  channel,
  uid,
  Role.PUBLISHER,
  oneHour,
  oneHour,
);
console.log('Uid:', withUid);

// Uid 0: anyone may join with this token. Without a last argument the privileges last as long as
// the token.
const forAnyone = RtcTokenBuilder.buildTokenWithUid(
  appId,
  appCertificate,
  channel,
  0,
  Role.SUBSCRIBER,
  oneHour,
);
console.log('Any uid:', forAnyone);

const withAccount = RtcTokenBuilder.buildTokenWithUserAccount(
  appId,
  appCertificate,
  channel,
  account,
  Role.PUBLISHER,
  oneHour,
  oneHour,
);
console.log('User account:', withAccount);

const uidAndPrivileges = RtcTokenBuilder.buildTokenWithUidAndPrivilege(
  appId,
  appCertificate,
  channel,
  uid,
  oneHour, // the whole token
  oneHour, // join the channel
  halfAnHour, // publish audio
  halfAnHour, // publish video
  oneHour, // publish data streams
);
console.log('Uid, one duration a privilege:', uidAndPrivileges);

const accountAndPrivileges = RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege(
  appId,
  appCertificate,
  channel,
  account,
  oneHour,
  oneHour,
  halfAnHour,
  halfAnHour,
  oneHour,
);
console.log('User account, one duration a privilege:', accountAndPrivileges);

const withRtm = RtcTokenBuilder.buildTokenWithRtm(
  appId,
  appCertificate,
  channel,
  account,
  Role.PUBLISHER,
  oneHour,
  oneHour,
);
console.log('RTC and RTM, one user account:', withRtm);

const withRtm2 = RtcTokenBuilder.buildTokenWithRtm2(
  appId,
  appCertificate,
  channel,
  account, // RTC user account
  Role.PUBLISHER,
  oneHour, // the whole token
  oneHour, // join the channel
  halfAnHour, // publish audio
  halfAnHour, // publish video
  oneHour, // publish data streams
  'ada-on-rtm', // RTM user id
  oneHour, // log in to RTM
);
console.log('RTC and RTM, two user ids:', withRtm2);
