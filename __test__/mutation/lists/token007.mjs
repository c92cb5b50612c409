// The object model of Token007: building, reading, checking, services, permissions, and the long ways.

const MODEL = ['parity/object-model', 'parity/ordinary-calls', 'parity/parsing'];

export default [
  {
    file: 'lib/token007/access-token2.js',
    tests: [...MODEL, 'parity/re-entrance/reading', 'parity/verifying'],
    mutants: [
      {
        is: 'bad credentials build',
        replace: "if (!this.__build_check()) return '';",
        with: '',
        tests: ['parity/traps-identities'],
        short: true,
      },
      {
        is: 'the App ID is not checked',
        replace: 'isHexId(appId) && isHexId(appCertificate) && services',
        with: 'isHexId(appCertificate) && services',
      },
      {
        is: 'the certificate is not checked',
        replace: 'isHexId(appId) && isHexId(appCertificate) && services',
        with: 'isHexId(appId) && services',
      },
      { is: 'no service builds', replace: ' && services.length !== 0', with: '' },
      { is: 'an issue time of 0 stays', replace: 'issueTs || now()', with: 'issueTs ?? now()' },
      {
        is: 'services as they were added',
        replace:
          '.sort((left, right) => left.service.service_type() - right.service.service_type() || 0)',
        with: '',
        tests: ['parity/service-order'],
      },
      {
        is: 'services descending',
        replace: 'left.service.service_type() - right.service.service_type()',
        with: 'right.service.service_type() - left.service.service_type()',
      },
      {
        is: 'BigInt types',
        replace: ' || 0)',
        with: ')',
        tests: ['parity/service-order', 'parity/object-model'],
      },
      {
        is: 'a service of a type replaces another',
        replace: 'this.services.push(service);',
        with: 'this.services = [...this.services.filter((it) => it.service_type() !== service.service_type()), service];',
      },
      {
        is: 'services of every type',
        replace: '=> service.service_type() === serviceType',
        with: '=> true',
      },
      {
        is: 'the certificate is read again',
        replace: 'sealServices(appCertificate, this, inOrder(this), false)',
        with: 'sealServices(this.appCertificate, this, inOrder(this), false)',
        tests: ['parity/re-entrance/building'],
        short: true,
      },
      {
        is: 'the key is derived as usual though it is patched',
        replace: 'token.__signing === __signing &&\n    token.__build',
        with: 'token.__build',
        tests: ['parity/patches', 'parity/object-model'],
      },
      {
        is: 'what must be converted is signed as it is',
        replace: 'isInUint32Range(issueTs) &&',
        with: '',
      },
      {
        is: 'a salt that must be converted is signed as it is',
        replace: 'isInUint32Range(salt) &&',
        with: '',
      },
      {
        is: 'an App ID that is no text is packed as one',
        replace: 'isText(this.appId) && signsPlainly',
        with: 'signsPlainly',
        equivalent: 'what the writer makes of it is what the kernel signs',
      },
      { is: 'the App ID of the token before stays', replace: "this.appId = '';\n", with: '' },
      { is: 'the issue time of the token before stays', replace: 'this.issueTs = 0;\n', with: '' },
      {
        is: 'the services of the token before stay',
        replace: 'this.salt = 0;\n    this.services = [];',
        with: 'this.salt = 0;',
      },
      {
        is: 'the signature of the token before stays',
        replace: 'this.__signature = noBytes;\n',
        with: '',
      },
      {
        is: 'the signing info of the token before stays',
        replace: 'this.__signing_info = noBytes;\n',
        with: '',
      },
      {
        is: 'the token before counts as read',
        replace: 'this.__parsed = false;\n    if (parse',
        with: 'if (parse',
      },
      {
        is: 'tokens share an empty signature',
        replace: 'if (this.__signature === noBytes) this.__signature = emptyBuffer();',
        with: '',
        tests: ['parity/re-entrance/reading'],
      },
      {
        is: 'tokens share an empty signing info',
        replace: 'if (this.__signing_info === noBytes) this.__signing_info = emptyBuffer();',
        with: '',
        tests: ['parity/re-entrance/reading'],
      },
      {
        is: 'what was not read is verified',
        replace: '!this.__parsed || signature',
        with: 'signature',
        tests: ['parity/verifying'],
        short: true,
      },
      {
        is: 'an empty signature is checked',
        replace: 'signature.length === 0 || signingInfo',
        with: 'signingInfo',
      },
      { is: 'an empty signing info is checked', replace: ' || signingInfo.length === 0', with: '' },
      {
        is: 'a token of a bad App ID is verified',
        replace: 'if (!isHexId(this.appId)) return false;',
        with: '',
        tests: ['parity/verifying'],
        short: true,
      },
      {
        is: 'a bad certificate throws',
        replace: 'if (!isHexId(appCertificate)) return false;\n    const expected',
        with: 'const expected',
      },
      {
        is: 'a proxy is a Buffer',
        replace: ' && ArrayBuffer.isView(value)',
        with: '',
        tests: ['parity/verifying'],
      },
      {
        is: 'any signature is right',
        replace: 'return areEqual(signature, expected);',
        with: 'return true;',
        tests: ['parity/verifying'],
        short: true,
      },
      {
        is: 'the version is not looked at',
        replace: ' || !text.startsWith(TOKEN007_PREFIX)',
        with: '',
      },
      { is: 'what is no text throws', replace: "typeof text !== 'string' || ", with: '' },
      {
        is: 'an unknown service ends in an error',
        replace: 'if (!ServiceClass) return true;',
        with: 'if (!ServiceClass) return false;',
      },
      {
        is: 'an unknown service is passed over',
        replace: 'if (!ServiceClass) return true;',
        with: 'if (!ServiceClass) continue;',
      },
      {
        is: 'only one service is read',
        replace: 'left > 0; left--) {\n    const ServiceClass',
        with: 'left > 0; left = 0) {\n    const ServiceClass',
      },
      {
        is: 'the signature is signed too',
        replace: 'token.__signing_info = reader.pack();',
        with: 'token.__signing_info = content.subarray(0);',
        tests: ['parity/parsing'],
      },
      {
        is: 'memory that grew stays',
        replace: 'if (writer.buffer.length === WRITER_CAPACITY) writers.giveBack(writer);',
        with: 'writers.giveBack(writer);',
        equivalent: 'only the memory that a process keeps',
      },
      {
        is: 'services of which one has another order',
        replace: 'services.length === 1 &&',
        with: 'services.length >= 1 &&',
      },
      {
        is: 'a list of the user is the own one',
        replace: 'isOwnList(token, services) &&',
        with: '',
        tests: ['parity/object-model', 'parity/service-order', 'parity/re-entrance/building'],
      },
      {
        is: 'an order of the user is not asked for',
        replace: ' &&\n    token.__services_for_packing === __services_for_packing;',
        with: ';',
        tests: ['parity/patches', 'parity/spies', 'parity/service-order'],
      },
    ],
  },
  {
    file: 'lib/token007/service.js',
    tests: [...MODEL, 'parity/patches', 'parity/prototype-properties'],
    mutants: [
      {
        is: 'a header of the user is not asked for',
        replace: 'if (fields === undefined || !hasOwnHeader(service)) {',
        with: 'if (fields === undefined) {',
      },
      {
        is: '__pack_type of the user is not asked for',
        replace: 'service.__pack_type === __pack_type &&',
        with: '',
      },
      {
        is: '__pack_privileges of the user is not asked for',
        replace: 'service.__pack_privileges === __pack_privileges &&',
        with: '',
      },
      {
        is: 'a patched Service.prototype.pack is not asked for',
        replace: '&&\n    Service.prototype.pack === pack',
        with: '',
      },
      {
        is: 'any result of pack is taken',
        replace: 'Buffer.concat([Buffer.alloc(0), service.pack()])',
        with: 'Buffer.from(service.pack())',
      },
      {
        is: 'fields behind the header fail after it',
        replace: 'putFields(payload, service, fields);\n  writer.putUint16(service.__type);',
        with: 'writer.putUint16(service.__type);\n  putFields(payload, service, fields);',
        tests: ['parity/odd-calls', 'parity/object-model'],
      },
      {
        is: 'fields are lent to two services',
        replace: 'const payload = payloads.take();\n  payload.position = 0;',
        with: 'const payload = payloads.take();\n  payloads.giveBack(payload);\n  payload.position = 0;',
        tests: ['parity/re-entrance/building'],
        short: true,
      },
      {
        is: 'fields of the service before',
        replace: 'payload.position = 0;',
        with: '',
      },
      {
        is: 'privileges of a proxy are read once',
        replace:
          'if (isOwnMap(service, privileges)) writer.putOrdinaryMap(privileges);\n  else writer.putTreeMapUInt32(privileges);',
        with: 'writer.putOrdinaryMap(privileges);',
      },
      {
        is: 'unpack of the user is not asked for',
        replace: 'if (fields === undefined || Service.prototype.unpack !== unpack) {',
        with: 'if (fields === undefined) {',
        tests: [
          'parity/patches',
          'parity/parsing',
          'parity/re-entrance/reading',
          'parity/object-model',
        ],
      },
      {
        is: 'a service may end behind the token',
        replace: 'reader.assertWithin();',
        with: '',
        tests: ['parity/parsing', 'parity/object-model'],
      },
    ],
  },
  {
    file: 'lib/token007/services.js',
    tests: [...MODEL, 'parity/shape'],
    mutants: [
      {
        is: 'RTC for any uid',
        replace: 'this.__uid = uidText(uid);',
        with: "this.__uid = '';",
      },
      { is: 'the number of RTM2', replace: 'kRtm2ServiceType = 8', with: 'kRtm2ServiceType = 7' },
      {
        is: 'the number of a privilege',
        replace: "[2, 'publishAudio'",
        with: "[5, 'publishAudio'",
      },
      {
        is: 'fields of aPaaS in another order',
        replace: "{ key: '__room_uuid', kind: text, name: 'roomUuid', label: 'the room' },\n",
        with: '',
      },
      {
        is: 'a role 0 of aPaaS',
        replace: 'this.__role = role || -1;',
        with: 'this.__role = role ?? -1;',
      },
      {
        is: 'a user of RTM2 that is missing',
        replace: "userId === 0 || userId == null ? ''",
        with: "userId === 0 ? ''",
      },
      {
        is: 'a user 0 of RTM2',
        replace: "userId === 0 || userId == null ? ''",
        with: "userId == null ? ''",
      },
      { is: 'a user of RTM2 is not made a text', replace: ': String(userId)', with: ': userId' },
      {
        is: 'permissions that all share',
        replace: 'permissions || new Rtm2Permissions()',
        with: 'permissions || (ServiceRtm2.shared ??= new Rtm2Permissions())',
      },
      {
        is: 'streaming for the uid 0',
        replace:
          'kStreamingServiceType);\n    this.__channel_name = channelName;\n    this.__account = uidText(account);',
        with: 'kStreamingServiceType);\n    this.__channel_name = channelName;\n    this.__account = String(account);',
      },
    ],
  },
  {
    file: 'lib/token007/fields.js',
    tests: ['parity/rtm2-permissions', 'parity/object-model', 'parity/parsing', 'token3'],
    mutants: [
      {
        is: 'an int16 field is read as a text',
        replace: 'reader.getInt16()',
        with: 'reader.getString()',
      },
      {
        is: 'permissions in the order of their keys',
        replace: 'return isAscending ? keys : keys.sort((left, right) => left - right);',
        with: 'return keys;',
      },
      {
        is: 'keys that are ascending by halves',
        replace: 'isAscending &&= i === 0 || keys[i - 1] < keys[i];',
        with: 'isAscending = i === 0 || keys[i - 1] < keys[i];',
      },
      {
        is: 'names under another permission',
        replace: 'writer.putUint16(permissionType).putUint16(resources.length);',
        with: 'writer.putUint16(0).putUint16(resources.length);',
      },
      {
        is: 'permissions of one resource',
        replace: 'for (let types = reader.getUint16(); types > 0; types--) {',
        with: 'for (let types = reader.getUint16(); types > 0; types = 0) {',
      },
      {
        is: 'a parse that fails leaves no permissions',
        replace: 'service[key] = read;\n    for',
        with: 'for',
        tests: ['parity/rtm2-permissions', 'parity/parsing', 'parity/object-model'],
      },
      {
        is: 'names under a key that is a word',
        replace: 'isMap ? valueIn(map, number) : map[number]',
        with: 'isMap ? valueIn(map, number) : Object.values(map)[0]',
      },
      {
        is: 'keys as they come',
        replace: 'numbers.sort((left, right) => left - right);\n',
        with: '',
      },
      {
        is: 'keys of a Map that are texts',
        replace: 'map.get(number) : map.get(String(number))',
        with: 'map.get(number) : undefined',
      },
      { is: 'the text NaN as a key', replace: ' || Number.isNaN(number)', with: '' },
      {
        is: 'a missing item',
        replace: "writer.putString(item || '')",
        with: 'writer.putString(item)',
      },
      {
        is: 'items that are no array',
        replace: 'Array.isArray(items) ? items : []',
        with: 'items',
      },
    ],
  },
  {
    file: 'lib/token007/rtm2-permissions.js',
    tests: ['parity/rtm2-permissions', 'parity/deliberate'],
    mutants: [
      {
        is: 'Object.prototype can be polluted',
        replace: 'value === Object.prototype ||',
        with: '',
      },
      {
        is: 'methods of Object.prototype can be changed',
        replace: " || typeof value === 'function'",
        with: '',
      },
      { is: 'names that are added later', replace: 'Array.from(resources)', with: 'resources' },
      {
        is: 'a second permission replaces the first',
        replace: 'if (!this.details[resourceType]) this.details[resourceType] = {};',
        with: 'this.details[resourceType] = {};',
      },
    ],
  },
  {
    file: 'lib/token007/rtc-role.js',
    tests: ['parity/traps-values', 'parity/odd-calls', 'parity/patches'],
    mutants: [
      {
        is: 'a role is compared strictly',
        replace: 'return role == Role.PUBLISHER;',
        with: 'return role === Role.PUBLISHER;',
      },
      {
        is: 'a role of ConvoAI is compared loosely',
        replace: 'return role === Role.PUBLISHER;',
        with: 'return role == Role.PUBLISHER;',
      },
      {
        is: 'a changed Role is not looked at',
        replace: 'return role == Role.PUBLISHER;',
        with: 'return role == PUBLISHER;',
      },
    ],
  },
  {
    file: 'lib/builders/add-services.js',
    tests: ['parity/odd-calls', 'parity/patches', 'parity/traps-values'],
    mutants: [
      {
        is: 'the long way: all may publish',
        replace: 'if (publishes()) {',
        with: 'if (publishes() || true) {',
      },
      {
        is: 'the role is compared before the first privilege',
        replace:
          'service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, expires.joinChannel);\n  if (publishes()) {',
        with: 'const isPublisher = publishes();\n  service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, expires.joinChannel);\n  if (isPublisher) {',
        equivalent: 'no user code runs in between',
      },
      {
        is: 'the long way: audio for video',
        replace: 'kPrivilegePublishVideoStream, expires.pubVideo',
        with: 'kPrivilegePublishVideoStream, expires.pubAudio',
      },
      {
        is: 'the long way: RTM without a login',
        replace: 'service.add_privilege(ServiceRtm.kPrivilegeLogin, expire);',
        with: '',
      },
      {
        is: 'the long way: a Chat user administers',
        replace: 'ServiceChat.kPrivilegeUser, expire',
        with: 'ServiceChat.kPrivilegeApp, expire',
      },
    ],
  },
  {
    file: 'lib/builders/apaas-tokens.js',
    tests: ['parity/odd-calls', 'parity/traps-values'],
    mutants: [
      {
        is: 'the long way: Chat under the plain id',
        replace: 'addChatService(token, classes, chatUserId, expire);',
        with: 'addChatService(token, classes, userUuid, expire);',
      },
      {
        is: 'the long way: a user without a privilege',
        replace: 'service.add_privilege(ServiceApaas.PRIVILEGE_USER, expire);',
        with: '',
      },
      {
        is: 'the long way: an app is a user',
        replace: 'ServiceApaas.PRIVILEGE_APP, expire',
        with: 'ServiceApaas.PRIVILEGE_USER, expire',
      },
      {
        is: 'the long way: a room without its role',
        replace: 'new ServiceApaas(roomUuid, userUuid, role)',
        with: 'new ServiceApaas(roomUuid, userUuid)',
      },
    ],
  },
  {
    file: 'lib/builders/rtc-rtm-tokens.js',
    tests: ['parity/odd-calls', 'parity/patches'],
    mutants: [
      {
        is: 'the long way: nothing beside',
        replace: 'if (Beside) token.add_service(new Beside());',
        with: '',
      },
      {
        is: 'the long way: RTM lasts as long as RTC',
        replace: 'addRtmService(token, classes, rtmUserId, rtmTokenExpire);',
        with: 'addRtmService(token, classes, rtmUserId, rtcTokenExpire);',
      },
    ],
  },
];
