'use strict';

const { Rtm2Permissions } = require('../../lib/token007/rtm2-permissions');
const { AccessToken2 } = require('../../lib/token007/access-token2');
const { ServiceRtc, ServiceRtm2 } = require('../../lib/token007/services');
const { withWebCrypto } = require('./web-crypto');

/** Made up; they belong to no project. */
const APP_ID = '0123456789abcdef0123456789abcdef';
const EXAMPLE_CERTIFICATE = 'fedcba9876543210fedcba9876543210';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A token that was issued 20 minutes ago, with a privilege that has ended since. */
async function makeExample() {
  const issueTs = Math.floor(Date.now() / 1000) - 20 * MINUTE;
  const salt = 1 + Math.floor(Math.random() * 99_999_999);
  return withWebCrypto(() => build(issueTs, salt));
}

function build(issueTs, salt) {
  const rtc = new ServiceRtc('language-class', 'ada');
  rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, HOUR);
  rtc.add_privilege(ServiceRtc.kPrivilegePublishAudioStream, 45 * MINUTE);
  rtc.add_privilege(ServiceRtc.kPrivilegePublishVideoStream, 10 * MINUTE);

  const permissions = new Rtm2Permissions();
  permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kRead, ['news', 'homework']);
  permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kWrite, ['homework']);
  const rtm2 = new ServiceRtm2('ada', permissions);
  rtm2.add_privilege(ServiceRtm2.kPrivilegeLogin, 0);

  const token = new AccessToken2(APP_ID, EXAMPLE_CERTIFICATE, issueTs, HOUR);
  token.salt = salt;
  token.add_service(rtc);
  token.add_service(rtm2);
  return token.build();
}

module.exports = { EXAMPLE_CERTIFICATE, makeExample };
