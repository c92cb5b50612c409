// What is measured: one row a case, the same call on the original and on ours. Arguments change from
// call to call, as they do on a server.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const APP_ID = '970CA35de60c44645bbae8a215061b33';
const CERTIFICATE = '5CFd2fd1755d40ecb72977518be15d3b';
const CHANNEL = '7d72365eb983485397e3e3f9d460bdda';
const EXPIRES_AT = 1800000000;

const modules = (root) => ({
  ...require(root),
  ...require(`${root}/src/AccessToken2`),
  Rtc006: require(`${root}/src/RtcTokenBuilder`).RtcTokenBuilder,
});

export const original = modules('agora-token-reference');
export const ours = modules('..');

let turn = 0;

/** Another uid at each call, scattered over the whole range. */
function nextUid() {
  turn = (turn + 1) | 0;
  return Math.imul(turn, 2654435761) >>> 0;
}

function buildByHand({ AccessToken2, ServiceRtc }, uid) {
  const token = new AccessToken2(APP_ID, CERTIFICATE, 0, 3600);
  const service = new ServiceRtc(CHANNEL, uid);
  service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 3600);
  service.add_privilege(ServiceRtc.kPrivilegePublishAudioStream, 3600);
  token.add_service(service);
  return token.build();
}

const tokens = Array.from({ length: 1024 }, (_, i) => buildByHand(original, i + 1));
const nextToken = () => tokens[nextUid() % tokens.length];

function parse({ AccessToken2 }) {
  const token = new AccessToken2();
  if (!token.from_string(nextToken())) throw new Error('a token did not parse');
  return token;
}

export const cases = [
  {
    name: 'RTC',
    run: ({ RtcTokenBuilder }) =>
      RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, CHANNEL, nextUid(), 1, 3600, 3600),
  },
  {
    name: 'RTC + RTM',
    run: ({ RtcTokenBuilder }) =>
      RtcTokenBuilder.buildTokenWithRtm(
        APP_ID,
        CERTIFICATE,
        CHANNEL,
        `user-${nextUid()}`,
        1,
        3600,
        3600,
      ),
  },
  {
    name: 'RTM',
    run: ({ RtmTokenBuilder }) =>
      RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, `user-${nextUid()}`, 3600),
  },
  {
    name: 'RTM2 with permissions',
    run: ({ RtmTokenBuilder, Rtm2Permissions }) => {
      const permissions = new Rtm2Permissions();
      permissions.add(0, 0, ['news', `channel-${nextUid()}`]);
      permissions.add(1, 1, ['stage']);
      return RtmTokenBuilder.buildTokenWithPermissions(
        APP_ID,
        CERTIFICATE,
        'ada',
        permissions,
        3600,
      );
    },
  },
  {
    name: 'APaaS room',
    run: ({ ApaasTokenBuilder }) =>
      ApaasTokenBuilder.buildRoomUserToken(
        APP_ID,
        CERTIFICATE,
        'room-17',
        `user-${nextUid()}`,
        2,
        3600,
      ),
  },
  {
    name: '006',
    run: ({ Rtc006 }) =>
      Rtc006.buildTokenWithUid(APP_ID, CERTIFICATE, CHANNEL, nextUid(), 1, EXPIRES_AT),
  },
  { name: 'AccessToken2 by hand', run: (library) => buildByHand(library, nextUid()) },
  { name: 'parse', run: parse },
  {
    name: 'parse + verify',
    run: (library) => {
      if (!parse(library).verifySignature(CERTIFICATE)) throw new Error('a token did not verify');
    },
  },
];

/** Cases that the JavaScript kernel is measured with too. */
export const ON_BOTH_KERNELS = [
  'RTC',
  'RTC + RTM',
  'RTM',
  'RTM2 with permissions',
  'AccessToken2 by hand',
  '006',
  'parse + verify',
];

const builder = ours.createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });

/** What the original has nothing like, beside the call of the original that comes nearest. */
export const toolCases = [
  {
    name: 'createTokenBuilder().rtc',
    beside: 'RTC',
    run: () =>
      builder.rtc({ channel: CHANNEL, uid: nextUid(), role: 'publisher', expiresIn: 3600 }),
  },
  { name: 'decodeToken', beside: 'parse', run: () => ours.decodeToken(nextToken()) },
  {
    name: 'verifyToken',
    beside: 'parse + verify',
    run: () => {
      const { valid } = ours.verifyToken(nextToken(), CERTIFICATE, { channelName: CHANNEL });
      if (!valid) throw new Error('a token did not verify');
    },
  },
];

/** RTC tokens in batches; `run` of ours gives as many tokens as there are requests. */
export const BATCH_LENGTH = 1000;

export function requests(count) {
  return Array.from({ length: count }, () => ({
    method: 'RtcTokenBuilder.buildTokenWithUid',
    args: [APP_ID, CERTIFICATE, CHANNEL, nextUid(), 1, 3600, 3600],
  }));
}

/** A token whose channel has `length` characters, for the plot of time by size. */
export function rtcOfLength(length) {
  const channel = CHANNEL.repeat(Math.ceil(length / CHANNEL.length)).slice(0, length);
  return ({ RtcTokenBuilder }) =>
    RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, channel, nextUid(), 1, 3600, 3600);
}
