// The short way: one token's memory, what each builder grants, and what must be as it was defined.

const CALLS = ['parity/ordinary-calls', 'parity/odd-calls'];
const PATCHES = ['parity/patches'];

const touched = (it) => ({ is: `a patched ${it} is not seen`, tests: PATCHES });

export default [
  {
    file: 'lib/short-way/single.js',
    tests: [...CALLS, 'parity/clock', 'parity/salt'],
    mutants: [
      {
        is: 'an App ID that is none',
        replace: 'isHexText(appId)) && isText(appCertificate)',
        with: 'true) && isText(appCertificate)',
        tests: ['parity/traps-identities'],
        short: true,
      },
      {
        is: 'a certificate that is no text',
        replace: ' && isText(appCertificate)',
        with: '',
        tests: ['parity/traps-identities', 'parity/odd-calls'],
      },
      {
        is: 'a patched token class is not seen',
        replace: ' && isTokenUntouched()',
        with: '',
        tests: PATCHES,
      },
      {
        is: 'the clock is kept from the token before',
        replace: 'issueTs = moment;',
        with: 'issueTs ??= moment;',
        tests: ['parity/clock'],
      },
      {
        is: 'the draw is kept from the token before',
        replace: 'salt = draw;',
        with: 'salt ??= draw;',
        tests: ['parity/salt'],
      },
      {
        is: 'the clock is read when something is written',
        replace:
          'const moment = now();\n    const draw = drawSalt();\n    issueTs = moment;\n    salt = draw;\n    writer ??= new ByteBuf(Buffer.allocUnsafeSlow(CAPACITY));\n    writer.position = APP_ID_END;',
        with: 'writer ??= new ByteBuf(Buffer.allocUnsafeSlow(CAPACITY));\n    writer.position = APP_ID_END;\n    const moment = now();\n    const draw = drawSalt();\n    issueTs = moment;\n    salt = draw;',
        tests: ['parity/re-entrance/builders'],
      },
      {
        is: 'the moment is kept where an inner call keeps its own',
        replace:
          'const moment = now();\n    const draw = drawSalt();\n    issueTs = moment;\n    salt = draw;',
        with: 'issueTs = now();\n    salt = drawSalt();\n    const [moment, draw] = [issueTs, salt];',
        tests: ['parity/re-entrance/builders'],
      },
      {
        is: 'a clock that does not fit is written',
        replace: 'if (!fits(issueTs) || !fits(salt)) return',
        with: 'if (!fits(salt)) return',
        tests: ['parity/clock'],
        short: true,
      },
      {
        is: 'a salt that does not fit is written',
        replace: 'if (!fits(issueTs) || !fits(salt)) return',
        with: 'if (!fits(issueTs)) return',
        tests: ['parity/salt'],
        short: true,
      },
      {
        is: 'an invalid date does not count as 0',
        replace: ' || Number.isNaN(number)',
        with: '',
        tests: ['parity/clock'],
      },
      {
        is: 'the App ID of the token before',
        replace: 'if (appId !== writtenAppId) writeAppId(appId);',
        with: "if (typeof writtenAppId !== 'string') writeAppId(appId);",
        tests: ['parity/ordinary-calls'],
      },
      {
        is: 'a mixture of two App IDs',
        replace: 'writtenAppId = NO_APP_ID;\n  writer.position = 0;',
        with: 'writer.position = 0;',
        tests: ['parity/re-entrance/failures'],
      },
      { is: 'the App ID moves the end', replace: 'writer.position = end;', with: '' },
      {
        is: 'bad credentials throw for a bad clock',
        replace: 'if (isHexText(appCertificate)) new ByteBuf()',
        with: 'new ByteBuf()',
        tests: ['parity/clock', 'parity/odd-calls'],
      },
      {
        is: 'builders with other classes',
        replace: 'areSeen(classes) ? single : closed',
        with: 'single',
        tests: ['user-habits'],
      },
      {
        is: 'the salt comes before the lifetime',
        replace: '.putUint32(expire)\n      .putUint32(fits(draw) ? draw >>> 0 : 0)',
        with: '.putUint32(fits(draw) ? draw >>> 0 : 0)\n      .putUint32(expire)',
      },
    ],
  },
  {
    file: 'lib/short-way/grants.js',
    tests: [...CALLS, 'parity/traps-values'],
    mutants: [
      {
        is: 'any channel is plain',
        replace:
          'function rtc(way, channelName, account, role, expire, privilegeExpire = 0) {\n  if (\n    !isText(channelName) ||',
        with: 'function rtc(way, channelName, account, role, expire, privilegeExpire = 0) {\n  if (',
        tests: ['parity/traps-values'],
      },
      {
        is: 'any uid is plain',
        replace: '!isUid(account) ||\n    !isPrimitive(role) ||',
        with: '!isPrimitive(role) ||',
      },
      {
        is: 'an object as a role',
        replace: '!isUid(account) ||\n    !isPrimitive(role) ||',
        with: '!isUid(account) ||',
      },
      {
        is: 'any lifetime is plain',
        replace: '!isUid(account) ||\n    !isPrimitive(role) ||\n    !isUint32(expire) ||',
        with: '!isUid(account) ||\n    !isPrimitive(role) ||',
        tests: ['parity/traps-values'],
      },
      {
        is: 'any expiry of privileges is plain',
        replace: '!isUint32(privilegeExpire) ||\n    !untouched.isRtcUntouched()\n  ) {',
        with: '!untouched.isRtcUntouched()\n  ) {',
      },
      {
        is: 'privileges that are left out last a day',
        replace: 'function rtc(way, channelName, account, role, expire, privilegeExpire = 0)',
        with: 'function rtc(way, channelName, account, role, expire, privilegeExpire = 86400)',
        tests: ['tools/batch'],
      },
      {
        is: 'a subscriber publishes',
        replace: 'publishes ? 4 : 1',
        with: '4',
        tests: ['parity/ordinary-calls'],
      },
      { is: 'a publisher only joins', replace: 'if (publishes) {', with: 'if (!publishes) {' },
      {
        is: 'video for audio',
        replace: 'publishAudio).putUint32(audio)',
        with: 'publishAudio).putUint32(video)',
      },
      {
        is: 'data for video',
        replace: 'publishVideo).putUint32(video)',
        with: 'publishVideo).putUint32(data)',
      },
      {
        is: 'the right to publish data is that to join',
        replace: 'publishData).putUint32(data)',
        with: 'joinChannel).putUint32(data)',
      },
      {
        is: 'the channel behind the uid',
        replace: 'writer.putString(channelName).putUid(account);',
        with: 'writer.putUid(account).putString(channelName);',
      },
      {
        is: 'RTM lasts as long as the privileges',
        replace: 'putUser(writer, RTM, RTM_LOGIN, expire, account);',
        with: 'putUser(writer, RTM, RTM_LOGIN, privilegeExpire, account);',
      },
      {
        is: 'RTM lasts as long as RTC',
        replace: 'RTM_LOGIN, rtmExpire, rtmUserId',
        with: 'RTM_LOGIN, expire, rtmUserId',
      },
      {
        is: 'RTM is for the user of RTC',
        replace: 'RTM_LOGIN, rtmExpire, rtmUserId',
        with: 'RTM_LOGIN, rtmExpire, String(rtcAccount)',
      },
      {
        is: 'nothing beside',
        replace: 'if (beside !== undefined) writer.putUint16(beside).putUint16(0);',
        with: '',
      },
      { is: 'one service too few', replace: 'beside === undefined ? 2 : 3', with: '2' },
      {
        is: 'roles of ConvoAI compared loosely',
        replace: 'const convoAI = rtcAndRtmWithPrivileges(\n  isExactlyPublisher,',
        with: 'const convoAI = rtcAndRtmWithPrivileges(\n  isPublisher,',
      },
      {
        is: 'roles of STT compared loosely',
        replace: 'rtcAndRtmWithPrivileges(isExactlyPublisher, service.stt.type',
        with: 'rtcAndRtmWithPrivileges(isPublisher, service.stt.type',
      },
      {
        is: 'STT is ConvoAI',
        replace: 'isExactlyPublisher, service.stt.type',
        with: 'isExactlyPublisher, service.conversationalAi.type',
      },
      {
        is: 'permissions of token3 vanish',
        replace: 'if (permissions !== undefined) return false;',
        with: '',
        tests: ['token3/root'],
      },
      {
        is: 'any user of RTM is plain',
        replace: 'if (!isText(userId) || !isUint32(expire) || !untouched.isRtmUntouched())',
        with: 'if (!isUint32(expire) || !untouched.isRtmUntouched())',
      },
      {
        is: 'a user of Chat administers it',
        replace: 'putUser(way.begin(expire, 1), CHAT, CHAT_PRIVILEGES.user',
        with: 'putUser(way.begin(expire, 1), CHAT, CHAT_PRIVILEGES.app',
        tests: ['parity/ordinary-calls'],
      },
      {
        is: 'an app of Chat is a user',
        replace: "CHAT_PRIVILEGES.app, expire, ''",
        with: "CHAT_PRIVILEGES.user, expire, ''",
      },
      { is: 'FPA for an hour', replace: 'ONE_DAY = 24 * 3600', with: 'ONE_DAY = 3600' },
      {
        is: 'a login to FPA that ends',
        replace: 'AS_LONG_AS_TOKEN = 0',
        with: 'AS_LONG_AS_TOKEN = 1',
      },
      {
        is: 'Chat under the plain id',
        replace: 'CHAT_PRIVILEGES.user, expire, chatUserId',
        with: 'CHAT_PRIVILEGES.user, expire, userUuid',
      },
      { is: 'a room is anything', replace: 'if (\n    !isText(roomUuid) ||', with: 'if (' },
      {
        is: 'a lone surrogate in a room',
        replace: '!isWellFormed(userUuid) ||',
        with: '',
        equivalent: 'md5 throws the same error, before anything is written',
      },
      { is: 'any role in a room is plain', replace: '!isApaasRole(role) ||', with: '' },
      { is: 'no role is 0', replace: 'NO_ROLE = -1', with: 'NO_ROLE = 0' },
      {
        is: 'a user of aPaaS administers it',
        replace: 'APAAS_PRIVILEGES.user, expire)',
        with: 'APAAS_PRIVILEGES.app, expire)',
      },
      {
        is: 'the room is the user',
        replace: "writer.putString('').putString(userUuid)",
        with: "writer.putString(userUuid).putString('')",
      },
    ],
  },
  {
    file: 'lib/short-way/untouched.js',
    tests: PATCHES,
    mutants: [
      { ...touched('build'), replace: 'token.build === build &&', with: '' },
      { ...touched('add_service'), replace: 'token.add_service === add_service &&', with: '' },
      { ...touched('__signing'), replace: 'token.__signing === __signing &&', with: '' },
      {
        ...touched('__build_check'),
        replace: 'token.__build_check === __build_check &&',
        with: '',
      },
      {
        ...touched('__services_for_packing'),
        replace: 'token.__services_for_packing === __services_for_packing &&',
        with: '',
      },
      {
        ...touched('Service.prototype.pack'),
        replace: '&&\n    Service.prototype.pack === pack',
        with: '',
      },
      { ...touched('__pack_type'), replace: 'service.__pack_type === __pack_type &&', with: '' },
      {
        ...touched('__pack_privileges'),
        replace: 'service.__pack_privileges === __pack_privileges &&',
        with: '',
      },
      { ...touched('service_type'), replace: 'service.service_type === service_type &&', with: '' },
      {
        ...touched('add_privilege'),
        replace: ' &&\n    service.add_privilege === add_privilege',
        with: '',
      },
      {
        ...touched('pack of RTC'),
        replace: 'ServiceRtc.prototype.pack === packOf.rtc &&',
        with: '',
      },
      {
        ...touched('pack of RTM'),
        replace: 'ServiceRtm.prototype.pack === packOf.rtm &&',
        with: '',
      },
      {
        ...touched('pack of FPA'),
        replace: 'ServiceFpa.prototype.pack === packOf.fpa &&',
        with: '',
      },
      {
        ...touched('pack of Chat'),
        replace: 'ServiceChat.prototype.pack === packOf.chat &&',
        with: '',
      },
      {
        ...touched('pack of aPaaS'),
        replace: 'ServiceApaas.prototype.pack === packOf.apaas &&',
        with: '',
      },
      {
        ...touched('pack of ConvoAI'),
        replace: 'ServiceConvoAI.prototype.pack === packOf.convoAI && ',
        with: '',
      },
      {
        ...touched('pack of STT'),
        replace: 'ServiceStt.prototype.pack === packOf.stt && ',
        with: '',
      },
      {
        ...touched('method of RTC'),
        replace: 'inheritsUntouched(ServiceRtc.prototype) &&',
        with: '',
      },
      {
        ...touched('method of STT'),
        replace: 'packOf.stt && inheritsUntouched(ServiceStt.prototype)',
        with: 'packOf.stt',
      },
      {
        ...touched('constant to join'),
        replace: 'ServiceRtc.kPrivilegeJoinChannel === 1 &&',
        with: '',
      },
      {
        ...touched('constant to publish audio'),
        replace: 'ServiceRtc.kPrivilegePublishAudioStream === 2 &&',
        with: '',
      },
      {
        ...touched('constant to publish data'),
        replace: ' &&\n    ServiceRtc.kPrivilegePublishDataStream === 4',
        with: '',
      },
      {
        ...touched('constant of RTM'),
        replace: 'inheritsUntouched(ServiceRtm.prototype) &&\n    ServiceRtm.kPrivilegeLogin === 1',
        with: 'inheritsUntouched(ServiceRtm.prototype)',
      },
      {
        ...touched('constant of a Chat user'),
        replace: 'ServiceChat.kPrivilegeUser === 1 &&',
        with: '',
      },
      {
        ...touched('constant of a Chat app'),
        replace: ' &&\n    ServiceChat.kPrivilegeApp === 2',
        with: '',
      },
      {
        ...touched('constant of an aPaaS user'),
        replace: 'ServiceApaas.PRIVILEGE_USER === 2 &&',
        with: '',
      },
      {
        is: 'other classes are not seen',
        replace: 'seen[name] === value',
        with: 'seen[name] !== undefined',
        tests: ['user-habits'],
      },
    ],
  },
];
