'use strict';

// Under the same clock and salt, the token builder gives the tokens of the builders of the root.

const {
  ApaasTokenBuilder,
  ChatTokenBuilder,
  ConvoAITokenBuilder,
  createTokenBuilder,
  decodeToken,
  FpaTokenBuilder,
  RtcRole,
  RtcTokenBuilder,
  Rtm2Permissions,
  RtmTokenBuilder,
  SttTokenBuilder,
} = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { drawForSalt, frozen } = require('../../support/sandbox');

const NOW = 1700000000;
const SALT = 12345678;
const ids = [APP_ID, CERTIFICATE];
const SANDBOX = { nowMs: NOW * 1000, draw: drawForSalt(SALT) };

const builder = createTokenBuilder({
  appId: APP_ID,
  appCertificate: CERTIFICATE,
  now: NOW,
  salt: SALT,
});

const permissions = new Rtm2Permissions();
permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kRead, ['news']);
permissions.add(Rtm2Permissions.kUsers, Rtm2Permissions.kWrite, ['ada', 'bob']);

test.each([
  [
    'RTC, publisher',
    () => builder.rtc({ channel: 'lobby', uid: 42, role: 'publisher', expiresIn: 600 }),
    () => RtcTokenBuilder.buildTokenWithUid(...ids, 'lobby', 42, RtcRole.PUBLISHER, 600, 600),
  ],
  [
    'RTC, subscriber by number, for any user',
    () => builder.rtc({ channel: 'lobby', uid: 0, role: RtcRole.SUBSCRIBER, expiresIn: '10m' }),
    () => RtcTokenBuilder.buildTokenWithUid(...ids, 'lobby', 0, RtcRole.SUBSCRIBER, 600, 600),
  ],
  [
    'RTC, user account, single privileges',
    () =>
      builder.rtc({
        channel: 'lobby',
        account: 'ada',
        expiresIn: '1h',
        privileges: {
          publishData: '4m',
          publishVideo: '3m',
          publishAudio: '2m',
          joinChannel: '1m',
        },
      }),
    () =>
      RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege(
        ...ids,
        'lobby',
        'ada',
        3600,
        60,
        120,
        180,
        240,
      ),
  ],
  [
    'RTM',
    () => builder.rtm({ userId: 'ada', expiresIn: '600' }),
    () => RtmTokenBuilder.buildToken(...ids, 'ada', 600),
  ],
  [
    'RTM2',
    () =>
      builder.rtm2({
        userId: 'ada',
        expiresIn: 600,
        permissions: { users: { write: ['ada', 'bob'] }, messageChannels: { read: ['news'] } },
      }),
    () => RtmTokenBuilder.buildTokenWithPermissions(...ids, 'ada', permissions, 600),
  ],
  [
    'Chat, user',
    () => builder.chat({ userId: 'ada', expiresIn: 600 }),
    () => ChatTokenBuilder.buildUserToken(...ids, 'ada', 600),
  ],
  [
    'Chat, app',
    () => builder.chat({ app: true, expiresIn: 600 }),
    () => ChatTokenBuilder.buildAppToken(...ids, 600),
  ],
  [
    'aPaaS, user',
    () => builder.apaas({ userId: 'ada', expiresIn: 600 }),
    () => ApaasTokenBuilder.buildUserToken(...ids, 'ada', 600),
  ],
  [
    'aPaaS, app',
    () => builder.apaas({ app: true, expiresIn: 600 }),
    () => ApaasTokenBuilder.buildAppToken(...ids, 600),
  ],
  ['FPA', () => builder.fpa(), () => FpaTokenBuilder.buildToken(...ids)],
  [
    'Conversational AI',
    () =>
      builder.conversationalAi({
        channel: 'lobby',
        uid: 42,
        role: 'publisher',
        userId: 'ada',
        expiresIn: 600,
        privileges: { publishAudio: 60 },
      }),
    () =>
      ConvoAITokenBuilder.buildToken(
        ...ids,
        'lobby',
        42,
        RtcRole.PUBLISHER,
        600,
        600,
        60,
        600,
        600,
        'ada',
        600,
      ),
  ],
  [
    'STT',
    () => builder.stt({ channel: 'lobby', uid: 42, role: 2, userId: 'ada', expiresIn: 600 }),
    () => SttTokenBuilder.buildToken(...ids, 'lobby', 42, 2, 600, 600, 0, 0, 0, 'ada', 600),
  ],
  [
    'RTC and RTM, which ends first',
    () =>
      builder.build({
        expiresIn: 3600,
        rtm: { userId: 'ada', expiresIn: 600 },
        rtc: { channel: 'lobby', account: 'ada', role: 'publisher' },
      }),
    () =>
      RtcTokenBuilder.buildTokenWithRtm2(
        ...ids,
        'lobby',
        'ada',
        RtcRole.PUBLISHER,
        3600,
        3600,
        3600,
        3600,
        3600,
        'ada',
        600,
      ),
  ],
])('%s', (_name, ours, dropIn) => {
  const expected = frozen(SANDBOX, dropIn);
  expect(expected).toMatch(/^007/);
  expect(ours()).toBe(expected);
});

// Agora's builders for other languages grant `roomUser` to the user of a room; that of npm does not, and
// makes -1 of the role 0.
describe('aPaaS, user of a room', () => {
  const original = require('agora-token-reference/src/AccessToken2');
  const md5OfAda = '8c8d357b5e872bbacd45197626bd5759';

  function withOriginal(role) {
    const token = new original.AccessToken2(...ids, 0, 600);
    const apaas = new original.ServiceApaas('r', 'ada', role);
    apaas.__role = role;
    apaas.add_privilege(original.ServiceApaas.PRIVILEGE_ROOM_USER, 600);
    const rtm = new original.ServiceRtm('ada');
    rtm.add_privilege(original.ServiceRtm.kPrivilegeLogin, 600);
    const chat = new original.ServiceChat(md5OfAda);
    chat.add_privilege(original.ServiceChat.kPrivilegeUser, 600);
    for (const service of [rtm, chat, apaas]) token.add_service(service);
    return token.build();
  }

  test.each([0, 1, 2, 32_767])('role %d', (role) => {
    const own = builder.apaas({ room: 'r', userId: 'ada', role, expiresIn: 600 });
    expect(own).toBe(frozen(SANDBOX, () => withOriginal(role)));
  });

  test('the builder of npm grants no less than it did', () => {
    const token = ApaasTokenBuilder.buildRoomUserToken(...ids, 'r', 'ada', 0, 600);
    expect(decodeToken(token).services[2]).toMatchObject({ role: -1, privileges: [] });
  });
});
