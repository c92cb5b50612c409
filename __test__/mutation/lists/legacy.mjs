// Versions 006 and 005, Signaling, token3, and the public builders' own lines.

export default [
  {
    file: 'src/AccessToken.js',
    tests: ['parity/access-token-006', 'parity/odd-calls', 'parity/salt', 'parity/clock'],
    mutants: [
      {
        is: 'a message that does not fit goes to the kernel',
        replace: 'message.length <= WHOLE_MESSAGE && isPlain',
        with: 'isPlain',
      },
      { is: 'the bound of a message', replace: '1024 - 44', with: '1024 - 40' },
      {
        is: 'fields that are no texts go to the kernel',
        replace: ' && isPlain(token)) {',
        with: ') {',
      },
      {
        is: 'a day from now',
        replace: 'Math.floor(legacyNow()) + ONE_DAY',
        with: 'Math.floor(legacyNow())',
      },
      { is: 'a fraction of a second', replace: 'Math.floor(legacyNow())', with: 'legacyNow()' },
      {
        is: 'a salt a token',
        replace: 'this.salt = processSalt;',
        with: 'this.salt = Math.floor(Math.random() * 0xffffffff);',
      },
      {
        is: 'the long way: the channel is not signed',
        replace: "Buffer.from(token.channelName, 'utf8'),\n",
        with: '',
      },
      {
        is: 'the long way: checksums of the channel',
        replace: '.putUint32(crc32(token.uid))',
        with: '.putUint32(crc32(token.channelName))',
      },
      {
        is: 'another version is read',
        replace: 'if (originToken.substr(0, VERSION_LENGTH) != version) return false;',
        with: '',
      },
      {
        is: 'fields are set while they are read',
        replace: 'const salt = messageReader.getUint32();',
        with: 'const salt = (token.salt = messageReader.getUint32());',
      },
      {
        is: 'what cannot be read throws',
        replace: 'catch {\n      return false;\n    }',
        with: 'catch (error) {\n      throw error;\n    }',
      },
      {
        is: 'a detached addPriviledge',
        replace: 'token.messages[priviledge] = expireTimestamp;',
        with: 'this.messages[priviledge] = expireTimestamp;',
        tests: ['parity/access-token-006', 'parity/object-model', 'agora-access-token'],
      },
    ],
  },
  {
    file: 'src/RtcTokenBuilder.js',
    tests: [
      'parity/access-token-006',
      'parity/odd-calls',
      'parity/salt',
      'parity/patches',
      'parity/spies',
    ],
    mutants: [
      { is: 'a salt that does not fit', replace: 'isUint32(key.salt) &&', with: '' },
      { is: 'any expiry is plain', replace: 'isUint32(privilegeExpiredTs) &&', with: '' },
      { is: 'any role is plain', replace: "typeof role === 'number' &&", with: '' },
      {
        is: 'constants that were changed are not seen',
        replace: ' &&\n      arePriviledgesUntouched()',
        with: '',
      },
      {
        is: 'one constant that was changed is not seen',
        replace: ' &&\n    priviledges.kPublishDataStream === PUBLISH_DATA_STREAM',
        with: '',
      },
      {
        is: 'the messages of the key',
        replace: 'key.messages = rtcMessages(publishes, privilegeExpiredTs);',
        with: '',
      },
      {
        is: 'a token that the kernel refuses',
        replace: 'return token ?? key.build();',
        with: 'return token;',
      },
      { is: 'an admin only joins', replace: ' || role == Role.ADMIN', with: '' },
      { is: 'the key is not kept', replace: 'this.key = key;', with: '' },
      {
        is: 'a uid is built without asking for the account',
        replace: 'return this.buildTokenWithAccount(',
        with: 'return RtcTokenBuilder.buildTokenWithAccount(',
      },
    ],
  },
  {
    file: 'src/RtmTokenBuilder.js',
    tests: ['parity/access-token-006', 'parity/odd-calls', 'parity/salt', 'parity/patches'],
    mutants: [
      { is: 'a salt of RTM that does not fit', replace: 'isUint32(token.salt) &&', with: '' },
      {
        is: 'a constant of RTM that was changed is not seen',
        replace: ' &&\n      priviledges.kRtmLogin === RTM_LOGIN',
        with: '',
      },
      {
        is: 'a token of RTM that the kernel refuses',
        replace: 'if (built !== null) return built;',
        with: 'return built;',
      },
    ],
  },
  {
    file: 'src/DynamicKey5.js',
    tests: [
      'parity/dynamic-key-5',
      'parity/odd-calls',
      'parity/ordinary-calls',
      'parity/traps-values',
    ],
    mutants: [
      {
        is: 'hex beyond ASCII goes to the addon',
        replace: ' && ASCII.test(value)',
        with: '',
      },
      { is: 'long texts go to the addon', replace: ' && value.length <= SHORT_TEXT', with: '' },
      { is: 'extras are left out', replace: 'extra === null &&', with: '' },
      { is: 'any time goes to the addon', replace: 'isUint32(unixTs) &&', with: '' },
      { is: 'any service goes to the addon', replace: ' &&\n    isService(serviceType)', with: '' },
      { is: 'a service beyond u16', replace: ' && value <= 0xffff', with: '' },
      {
        is: 'the uid is not signed',
        replace: '.putUint32(uid)\n',
        with: '',
        kernel: 'javascript',
        tests: ['parity/dynamic-key-5'],
        short: true,
      },
      {
        is: 'the App ID is decoded once',
        replace: "const packedAppID = Buffer.from(appID, 'hex');",
        with: 'const packedAppID = rawAppID;',
        tests: ['parity/odd-calls', 'parity/traps-identities'],
      },
      { is: 'the other service', replace: 'RECORDING_SERVICE = 2', with: 'RECORDING_SERVICE = 1' },
      {
        is: 'the permission to upload',
        replace: 'ALLOW_UPLOAD_IN_CHANNEL = 1',
        with: 'ALLOW_UPLOAD_IN_CHANNEL = 2',
      },
    ],
  },
  {
    file: 'src/SignalingToken.js',
    tests: ['parity/ordinary-calls', 'parity/odd-calls', 'parity/traps-values', 'parity/clock'],
    mutants: [
      {
        is: 'a lifetime that is a text is added',
        replace: ' + validTimeInSeconds',
        with: ' + Number(validTimeInSeconds)',
      },
      {
        is: 'the certificate is not hashed',
        replace: 'md5(account + appid + appcertificate + expiredTime)',
        with: 'md5(account + appid + expiredTime)',
      },
      { is: 'one day', replace: '3600 * 24', with: '3600' },
    ],
  },
  {
    file: 'src/RtcTokenBuilder2.js',
    tests: ['parity/ordinary-calls', 'parity/spies', 'parity/patches', 'parity/odd-calls'],
    mutants: [
      {
        is: 'a spied method is not called',
        replace: 'return this.buildTokenWithUserAccount(',
        with: 'return RtcTokenBuilder.buildTokenWithUserAccount(',
      },
      {
        is: 'a spied method with privileges is not called',
        replace: 'return this.BuildTokenWithUserAccountAndPrivilege(',
        with: 'return RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege(',
      },
    ],
  },
  {
    file: 'src/RtmTokenBuilder2.js',
    tests: ['token3', 'parity/ordinary-calls'],
    mutants: [
      {
        is: 'a number as permissions',
        replace: "typeof read === 'object' ? read : null",
        with: 'read ?? null',
      },
      {
        is: 'JSON of permissions',
        replace: "typeof value === 'string' ? parseJson(value) : value",
        with: 'value',
      },
      {
        is: 'text that is not JSON throws',
        replace: 'catch {\n    return null;\n  }',
        with: 'catch (error) {\n    throw error;\n  }',
      },
      {
        is: 'an RTM2 user who cannot log in',
        replace: 'service.add_privilege(ServiceRtm2.kPrivilegeLogin, expire);',
        with: '',
      },
    ],
  },
  {
    file: 'src/token3/AccessToken3.js',
    tests: ['token3'],
    mutants: [
      {
        is: 'an App ID of any length',
        replace: 'appId.length === ID_LENGTH &&',
        with: '',
      },
      {
        is: 'a certificate of any length',
        replace: 'appCertificate.length === ID_LENGTH &&',
        with: '',
      },
      { is: 'no service', replace: ' &&\n      Object.keys(services).length !== 0', with: '' },
      {
        is: 'the key without the issue time',
        replace:
          'const issueKey = hmacSha256(new ByteBuf().putUint32(this.issueTs).pack(), this.appCertificate);',
        with: 'const issueKey = hmacSha256(Buffer.alloc(4), this.appCertificate);',
        tests: ['token3/access-token3'],
        short: true,
      },
      {
        is: 'another version',
        replace:
          'if (origin_token.substring(0, TOKEN007_PREFIX.length) !== TOKEN007_PREFIX) return false;',
        with: '',
      },
      {
        is: 'content without a limit',
        replace: ', { maxOutputLength: CONTENT_LIMIT }',
        with: '',
        tests: ['token3', 'parity/deliberate'],
      },
      { is: 'the type of RTM', replace: 'kRtmServiceType = 8', with: 'kRtmServiceType = 2' },
    ],
  },
  {
    file: 'src/token3/RtmTokenBuilder3.js',
    tests: ['token3'],
    mutants: [
      {
        is: 'a helper is asked through this',
        replace: 'RtmTokenBuilder._genPermissions(permissions)',
        with: 'this._genPermissions(permissions)',
      },
      {
        is: 'items that are no texts',
        replace: "texts = items.filter((item) => typeof item === 'string')",
        with: 'texts = items',
      },
      { is: 'a permission without names', replace: 'if (texts.length > 0) known', with: 'known' },
      { is: 'keys stay texts', replace: 'Number(key),', with: 'key,' },
    ],
  },
];
