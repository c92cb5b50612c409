// Writes the token vectors of the Rust tests: what agora-token itself builds under a fixed clock and
// salt. Run after a change of the cases below: node scripts/generate-token-vectors.mjs

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const original = 'agora-token-reference';
const appId = '970CA35de60c44645bbae8a215061b33';
const certificate = '5CFd2fd1755d40ecb72977518be15d3b';
const issueTs = 1700000000;
const salt = 12345678;
const channel = '7d72365eb983485397e3e3f9d460bdda';

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [issueTs * 1000] : args));
  }
};
Math.random = () => (salt - 0.5) / 99999999;

const { Rtm2Permissions, ...builders } = require(original);
const access2 = require(`${original}/src/AccessToken2`);
const access006 = require(`${original}/src/AccessToken`);
const dynamicKey5 = require(`${original}/src/DynamicKey5`);
const signaling = require(`${original}/src/SignalingToken`);

const permissions = new Rtm2Permissions();
permissions.add(Rtm2Permissions.kStreamChannels, Rtm2Permissions.kWrite, ['stage']);
permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kWrite, []);
permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kRead, [
  'news',
  'chat-*',
  '频道',
]);

const grants = [
  ['rtc publisher', 'RtcTokenBuilder.buildTokenWithUid', channel, 2882341273, 1, 3600, 600],
  ['rtc subscriber', 'RtcTokenBuilder.buildTokenWithUid', channel, 1, 2, 3600, 600],
  ['rtc any user', 'RtcTokenBuilder.buildTokenWithUid', 'lobby', 0, 1, 86400, 0],
  ['rtc unicode account', 'RtcTokenBuilder.buildTokenWithUserAccount', '频道 😀', 'ünï', 1, 1, 2],
  ['rtc empty', 'RtcTokenBuilder.buildTokenWithUserAccount', '', '', 2, 0, 0],
  [
    'rtc largest numbers',
    'RtcTokenBuilder.buildTokenWithUid',
    channel,
    4294967295,
    1,
    4294967295,
    4294967295,
  ],
  [
    'rtc four expiries',
    'RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege',
    channel,
    'ada',
    3600,
    1,
    2,
    3,
    4,
  ],
  ['rtc and rtm', 'RtcTokenBuilder.buildTokenWithRtm', channel, 'ada', 1, 3600, 600],
  [
    'rtc and rtm of another user',
    'RtcTokenBuilder.buildTokenWithRtm2',
    channel,
    'ada',
    2,
    3600,
    1,
    2,
    3,
    4,
    'lin',
    60,
  ],
  [
    'conversational ai',
    'ConvoAITokenBuilder.buildToken',
    channel,
    'ada',
    1,
    3600,
    1,
    2,
    3,
    4,
    'lin',
    60,
  ],
  ['speech to text', 'SttTokenBuilder.buildToken', channel, 'ada', 1, 3600, 1, 2, 3, 4, 'lin', 60],
  ['rtm', 'RtmTokenBuilder.buildToken', 'test_user', 600],
  ['chat user', 'ChatTokenBuilder.buildUserToken', 'test_user', 600],
  ['chat app', 'ChatTokenBuilder.buildAppToken', 600],
  ['fpa', 'FpaTokenBuilder.buildToken'],
  ['apaas room user', 'ApaasTokenBuilder.buildRoomUserToken', '123', 'ünï', -7, 600],
  ['apaas user', 'EducationTokenBuilder.buildUserToken', 'test_user', 600],
  ['apaas app', 'ApaasTokenBuilder.buildAppToken', 600],
].map(([name, method, ...args]) => {
  const [builder, call] = method.split('.');
  return { name, method, args, token: builders[builder][call](appId, certificate, ...args) };
});

const access = new access2.AccessToken2(appId, certificate, issueTs, 600);
for (const service of [
  new access2.ServiceRtm2('ada', permissions),
  new access2.ServiceStreaming(channel, 'ada'),
  new access2.ServiceFCdn(channel, 0),
  new access2.ServiceRtc('second', 2),
  new access2.ServiceRtc('first', 1),
]) {
  service.add_privilege(1, 60);
  access.add_service(service);
}

/** Every number that the original gives a name, by that name. */
const constants = Object.fromEntries(
  Object.entries({ ...access2, Rtm2Permissions }).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [[name, value]]
      : Object.entries(value)
          .filter(([, constant]) => typeof constant === 'number')
          .map(([constant, number]) => [`${name}.${constant}`, number]),
  ),
);

const token006 = new access006.AccessToken(appId, certificate, '频道', 7);
Object.assign(token006, { salt, ts: issueTs + 86400 });
token006.addPriviledge(1, 1700003600);
token006.addPriviledge(1000, 4294967295);

const vectors = {
  app_id: appId,
  app_certificate: certificate,
  issue_ts: issueTs,
  salt,
  grants,
  several_services: access.build(),
  constants,
  access_token: token006.build(),
  dynamic_key5: dynamicKey5.generateRecordingKey(appId, certificate, '频道', 1, 2, 3, 4),
  in_channel_permission_key: dynamicKey5.generateInChannelPermissionKey(
    `${appId}zz00`,
    certificate,
    'c',
    1,
    2,
    3,
    4,
    dynamicKey5.audioVideoUpload,
  ),
  signaling: signaling.get(appId, certificate, 'ada', 60),
};
const file = new URL('../crates/agora-token-core/tests/data/tokens.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`);
