'use strict';

// One token for two services, put together by hand, then read back and verified.

const {
  AccessToken2,
  ServiceRtc,
  ServiceRtm,
  kRtcServiceType,
  kRtmServiceType,
} = require('../src/AccessToken2');
const { appId, appCertificate } = require('./credentials');

const ONE_HOUR = 3600;

const token = new AccessToken2(appId, appCertificate, 0, ONE_HOUR);

const rtc = new ServiceRtc('lobby', 42);
rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, ONE_HOUR);
rtc.add_privilege(ServiceRtc.kPrivilegePublishAudioStream, ONE_HOUR / 2);
token.add_service(rtc);

const rtm = new ServiceRtm('ada');
rtm.add_privilege(ServiceRtm.kPrivilegeLogin, ONE_HOUR);
token.add_service(rtm);

const text = token.build();
console.log('Token for RTC and RTM:', text);

const parsed = new AccessToken2();
if (!parsed.from_string(text) || !parsed.verifySignature(appCertificate)) {
  console.error('The token does not read back.');
  process.exit(1);
}
const [parsedRtc] = parsed.getServices(kRtcServiceType);
const [parsedRtm] = parsed.getServices(kRtmServiceType);
console.log('Channel:', String(parsedRtc.__channel_name));
console.log('Uid:', String(parsedRtc.__uid));
console.log('RTC privileges, in seconds:', parsedRtc.__privileges);
console.log('RTM user id:', String(parsedRtm.__user_id));
console.log('Expires:', new Date((parsed.issueTs + parsed.expire) * 1000).toISOString());
