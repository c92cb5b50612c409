'use strict';

const RTC_FIRST = ['appId', 'certificate', 'channel'];
const WITH_ROLE = ['role', 'expire', 'expire'];
const FOUR_PRIVILEGES = ['expire', 'expire', 'expire', 'expire'];
const TWELVE = [...RTC_FIRST, 'account', 'role', 'expire', ...FOUR_PRIVILEGES, 'account', 'expire'];
const DYNAMIC_KEY = [
  'certificate-like',
  'certificate-like',
  'channel',
  'timestamp',
  'timestamp',
  'uid',
  'timestamp',
];
const ROOM_USER = ['appId', 'certificate', 'account', 'account', 'apaasRole', 'expire'];

// Every function of the original that makes a token: the module, the export that holds it (null: the
// module itself), its name, and what each parameter means.
const BUILDERS = [
  [
    'src/RtcTokenBuilder2',
    'RtcTokenBuilder',
    'buildTokenWithUid',
    [...RTC_FIRST, 'uid', ...WITH_ROLE],
  ],
  [
    'src/RtcTokenBuilder2',
    'RtcTokenBuilder',
    'buildTokenWithUserAccount',
    [...RTC_FIRST, 'account', ...WITH_ROLE],
  ],
  [
    'src/RtcTokenBuilder2',
    'RtcTokenBuilder',
    'buildTokenWithUidAndPrivilege',
    [...RTC_FIRST, 'uid', 'expire', ...FOUR_PRIVILEGES],
  ],
  [
    'src/RtcTokenBuilder2',
    'RtcTokenBuilder',
    'BuildTokenWithUserAccountAndPrivilege',
    [...RTC_FIRST, 'account', 'expire', ...FOUR_PRIVILEGES],
  ],
  [
    'src/RtcTokenBuilder2',
    'RtcTokenBuilder',
    'buildTokenWithRtm',
    [...RTC_FIRST, 'account', ...WITH_ROLE],
  ],
  ['src/RtcTokenBuilder2', 'RtcTokenBuilder', 'buildTokenWithRtm2', TWELVE],
  [
    'src/RtmTokenBuilder2',
    'RtmTokenBuilder',
    'buildToken',
    ['appId', 'certificate', 'account', 'expire'],
  ],
  [
    'src/RtmTokenBuilder2',
    'RtmTokenBuilder',
    'buildTokenWithPermissions',
    ['appId', 'certificate', 'account', 'permissions', 'expire'],
  ],
  [
    'src/ChatTokenBuilder',
    'ChatTokenBuilder',
    'buildUserToken',
    ['appId', 'certificate', 'account', 'expire'],
  ],
  ['src/ChatTokenBuilder', 'ChatTokenBuilder', 'buildAppToken', ['appId', 'certificate', 'expire']],
  ['src/FpaTokenBuilder', 'FpaTokenBuilder', 'buildToken', ['appId', 'certificate']],
  ['src/ApaasTokenBuilder', 'ApaasTokenBuilder', 'buildRoomUserToken', ROOM_USER],
  [
    'src/ApaasTokenBuilder',
    'ApaasTokenBuilder',
    'buildUserToken',
    ['appId', 'certificate', 'account', 'expire'],
  ],
  [
    'src/ApaasTokenBuilder',
    'ApaasTokenBuilder',
    'buildAppToken',
    ['appId', 'certificate', 'expire'],
  ],
  ['src/EducationTokenBuilder', 'EducationTokenBuilder', 'buildRoomUserToken', ROOM_USER],
  [
    'src/EducationTokenBuilder',
    'EducationTokenBuilder',
    'buildUserToken',
    ['appId', 'certificate', 'account', 'expire'],
  ],
  [
    'src/EducationTokenBuilder',
    'EducationTokenBuilder',
    'buildAppToken',
    ['appId', 'certificate', 'expire'],
  ],
  ['src/ConvoAITokenBuilder', 'ConvoAITokenBuilder', 'buildToken', TWELVE],
  ['src/SttTokenBuilder', 'SttTokenBuilder', 'buildToken', TWELVE],
  [
    'src/RtcTokenBuilder',
    'RtcTokenBuilder',
    'buildTokenWithUid',
    [...RTC_FIRST, 'uid', 'role', 'timestamp'],
  ],
  [
    'src/RtcTokenBuilder',
    'RtcTokenBuilder',
    'buildTokenWithAccount',
    [...RTC_FIRST, 'account', 'role', 'timestamp'],
  ],
  [
    'src/RtmTokenBuilder',
    'RtmTokenBuilder',
    'buildToken',
    ['appId', 'certificate', 'account', 'role', 'timestamp'],
  ],
  ['src/DynamicKey5', null, 'generatePublicSharingKey', DYNAMIC_KEY],
  ['src/DynamicKey5', null, 'generateRecordingKey', DYNAMIC_KEY],
  ['src/DynamicKey5', null, 'generateMediaChannelKey', DYNAMIC_KEY],
  ['src/DynamicKey5', null, 'generateInChannelPermissionKey', [...DYNAMIC_KEY, 'upload']],
  ['src/DynamicKey5', null, 'generateDynamicKey', [...DYNAMIC_KEY, 'extra', 'serviceType']],
  ['src/SignalingToken', null, 'get', ['appId', 'certificate', 'account', 'expire']],
  ['src/SignalingToken', null, 'get1DayToken', ['appId', 'certificate', 'account']],
].map(([file, holder, method, parameters]) => ({
  file,
  method,
  parameters,
  name: [file, holder, method].filter(Boolean).join(' '),
  // Called as a method, as a user calls it; a 006 builder keeps its AccessToken on itself.
  call(library, args) {
    const receiver = holder === null ? library.modules[file] : library.modules[file][holder];
    const result = receiver[method](...args);
    return Object.hasOwn(receiver, 'key') ? { result, key: receiver.key } : result;
  },
}));

// Those whose token AccessToken2 can parse.
const TOKEN007_BUILDERS = BUILDERS.filter(
  ({ file }) =>
    ![
      'src/RtcTokenBuilder',
      'src/RtmTokenBuilder',
      'src/DynamicKey5',
      'src/SignalingToken',
    ].includes(file),
);

module.exports = { BUILDERS, TOKEN007_BUILDERS };
