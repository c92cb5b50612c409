// What decides that a token is valid: its signature, whom and what it is for, when it ends, and how
// much of it is read.

export default [
  {
    file: 'tools/verify/signature.js',
    tests: [
      'tools/verify/certificates',
      'tools/verify/signature',
      'tools/verify/legacy',
      'tools/verify/bounds',
    ],
    mutants: [
      {
        is: 'the first that fits ends the search',
        replace:
          'const results = appCertificates.map(isSignedBy);\n  const index = results.indexOf(true);',
        with: 'const index = appCertificates.findIndex(isSignedBy);',
        tests: ['tools/verify/certificates'],
      },
      {
        is: 'the last of two alike',
        replace: 'results.indexOf(true)',
        with: 'results.lastIndexOf(true)',
        tests: ['tools/verify/certificates'],
      },
      {
        is: 'whoever signed',
        replace: 'if (index !== -1) return { index, reasons: [] };',
        with: 'return { index: 0, reasons: [] };',
        tests: ['tools/verify/certificates'],
        short: true,
      },
      {
        is: 'any signature of 007',
        replace: 'kernel.verify(appCertificate, issueTs, salt, signingInfo, signature)',
        with: 'true',
        tests: ['tools/verify/signature'],
        short: true,
      },
      {
        is: 'any signature of 006',
        replace: 'areEqual(signature, hmacSha256(appCertificate, appId + channel + text, message))',
        with: 'true',
        tests: ['tools/verify/legacy'],
        short: true,
      },
      {
        is: 'any signature of 005',
        replace:
          "areEqual(signature, Buffer.from(hmacSha1Hex(Buffer.from(appCertificate, 'hex'), signed)))",
        with: 'true',
        tests: ['tools/verify/legacy'],
        short: true,
      },
      {
        is: 'a retired key',
        replace: "'003': refuseRetired,",
        with: "'003': () => ({ isSignedBy: () => true }),",
      },
      {
        is: 'another channel of 006',
        replace: 'if (!isChecksumOf(channel, channelCrc)) {',
        with: 'if (false) {',
      },
      {
        is: 'another uid of 006',
        replace: 'if (!isChecksumOf(text, uidCrc)) {',
        with: 'if (false) {',
      },
      {
        is: 'half of a surrogate pair',
        replace: '!LONE_SURROGATE.test(text) && ',
        with: '',
      },
      {
        is: 'any user of 006 is one',
        replace: "isRtm || uidCrc === 0 ? '' : asked.uid",
        with: "isRtm ? '' : asked.uid",
      },
      {
        is: 'the channel for the user id of 006',
        replace: 'isRtm ? asked.userId : asked.channelName',
        with: 'asked.channelName',
      },
      {
        is: 'no channel of 006',
        replace:
          "if (channel === undefined || uid === undefined) return unverifiable('006', isRtm);",
        with: '',
      },
      {
        is: 'a channel of 006 that Agora refuses',
        replace: 'isRtm ? [] : checkChannelName(channel)',
        with: '[]',
      },
      {
        is: 'no channel of 005',
        replace:
          "if (channelName === undefined || uid === undefined) return unverifiable('005', false);",
        with: '',
      },
      {
        is: 'a uid of 005 spelled 0x2a',
        replace: 'DECIMAL.test(uid) ? Number(uid) : undefined',
        with: 'Number(uid)',
      },
      {
        is: 'a uid of 005 beyond u32',
        replace: 'if (!isUint32(number)) {',
        with: 'if (number === undefined) {',
      },
      {
        is: 'a channel of 005 that Agora refuses',
        replace: 'checkChannelName(channelName)',
        with: '[]',
      },
    ],
  },
  {
    file: 'tools/verify/verify-token.js',
    tests: ['tools/verify/signature', 'tools/verify/bounds', 'tools/verify/token007'],
    mutants: [
      {
        is: 'a wrong signature is no reason',
        replace: 'if (reasons.length > 0) return refused(reasons);',
        with: '',
        tests: ['tools/verify/signature'],
        short: true,
      },
      {
        is: 'what is not signed is told',
        replace: 'if (reasons.length > 0) return refused(reasons);',
        with: 'if (reasons.length > 0) return { ...refused(reasons), token: opened.read().data };',
        tests: ['tools/verify/signature'],
        short: true,
      },
      {
        is: 'every token is valid',
        replace: 'valid: reasons.length === 0',
        with: 'valid: true',
        tests: ['tools/verify/token007'],
        short: true,
      },
      { is: 'as many reasons as there are', replace: '.slice(0, MOST_REASONS)', with: '' },
      { is: 'one reason more', replace: 'MOST_REASONS = 20', with: 'MOST_REASONS = 21' },
      {
        is: 'a reason twice',
        replace:
          '[...new Map(reasons.map((each) => [`${each.code} ${each.message}`, each])).values()]',
        with: 'reasons',
        tests: ['tools/verify/grants', 'tools/verify/bounds'],
      },
      {
        is: 'the content is not judged',
        replace: '...checkContent(read, asked),',
        with: '',
        tests: ['tools/verify/content'],
        short: true,
      },
      {
        is: 'the recipients are not judged',
        replace: '...ofRecipients,',
        with: '',
        tests: ['tools/verify/recipients'],
        short: true,
      },
      {
        is: 'the lifetime is not judged',
        replace: '...checkLifetime(read, asked),',
        with: '',
        tests: ['tools/verify/lifetime'],
        short: true,
      },
      {
        is: 'the grants are not judged',
        replace: '...checkGrants(services, asked, { read, isForOthers: ofRecipients.length > 0 }),',
        with: '',
        tests: ['tools/verify/grants'],
        short: true,
      },
      {
        is: 'of a token for others no grant is judged',
        replace: 'isForOthers: ofRecipients.length > 0',
        with: 'isForOthers: false',
        tests: ['tools/verify/grants', 'tools/verify/recipients', 'tools/verify/token007'],
      },
      { is: 'no warnings', replace: 'warningsOf(read.data)', with: '[]' },
      {
        is: 'always the first certificate',
        replace: 'certificateIndex,\n',
        with: 'certificateIndex: 0,\n',
        tests: ['tools/verify/certificates'],
      },
      {
        is: 'a fault of ours is one of the token',
        replace: 'if (!(error instanceof TokenError)) throw error;',
        with: '',
      },
    ],
  },
  {
    file: 'tools/verify/arguments.js',
    tests: ['tools/verify/certificates', 'tools/verify/lifetime', 'tools/verify/token007'],
    mutants: [
      { is: 'no certificate', replace: 'length === 0 || length', with: 'length' },
      { is: 'any number', replace: ' || length > MOST_CERTIFICATES', with: '' },
      { is: 'ten are too many', replace: 'MOST_CERTIFICATES = 10', with: 'MOST_CERTIFICATES = 9' },
      {
        is: 'certificates of a list are not checked',
        replace: 'appCertificates.forEach((each, index) => {',
        with: '[].forEach((each, index) => {',
        tests: ['tools/verify/certificates'],
        short: true,
      },
      { is: 'a list that changes later', replace: 'Array.from(given)', with: 'given' },
      {
        is: 'the App ID is not checked',
        replace: 'if (appId !== undefined) checkAppId(appId);',
        with: '',
      },
      {
        is: 'the channel is not checked',
        replace: "checkString('channelName', channelName);",
        with: '',
      },
      { is: 'the user id is not checked', replace: "checkString('userId', userId);", with: '' },
      { is: 'the uid is not checked', replace: 'checkUid(uid);\n', with: '\n' },
      {
        is: 'an unknown option',
        replace: "checkOptions('verifyToken', options, OPTIONS);",
        with: '',
      },
      {
        is: 'an unknown privilege',
        replace: 'if (PRIVILEGE_NAMES.includes(name)) continue;',
        with: 'continue;',
      },
      {
        is: 'only the first privilege',
        replace: '[...new Set(privilege)] : [privilege]',
        with: '[...new Set(privilege)].slice(0, 1) : [privilege]',
        tests: ['tools/verify/grants', 'tools/verify/token007'],
      },
      {
        is: 'an expiry is tolerated',
        replace: 'ofExpiry: 0 }',
        with: 'ofExpiry: 60 }',
        tests: ['tools/verify/lifetime'],
        short: true,
      },
      { is: 'an issue time is not tolerated', replace: 'ofIssue: 60', with: 'ofIssue: 0' },
      {
        is: 'the tolerance shortens a token',
        replace: 'seconds - tolerance.ofExpiry',
        with: 'seconds + tolerance.ofExpiry',
      },
      {
        is: 'the tolerance of issue times is not added',
        replace: 'seconds + tolerance.ofIssue',
        with: 'seconds',
      },
      { is: 'a negative tolerance', replace: 'clockTolerance >= 0 && ', with: '' },
      { is: 'any tolerance', replace: ' && clockTolerance <= MOST_TOLERANCE', with: '' },
    ],
  },
  {
    file: 'tools/verify/content.js',
    tests: ['tools/verify/content', 'tools/verify/legacy'],
    mutants: [
      {
        is: 'a content that no builder writes',
        replace: 'if (flaw !== undefined) {',
        with: 'if (false) {',
      },
      {
        is: 'a text that is not UTF-8',
        replace: 'if (malformedText !== undefined) {',
        with: 'if (false) {',
      },
      {
        is: 'an App ID of any text',
        replace: 'if (!isHexId(appId)) {',
        with: "if (appId === '') {",
      },
      {
        is: 'the App ID in other letters',
        replace: "version === '005' ? appId === asked.toLowerCase() : appId === asked",
        with: 'appId.toLowerCase() === asked.toLowerCase()',
        tests: ['tools/verify/content'],
      },
      {
        is: 'the App ID of 005 in other letters is another',
        replace: "version === '005' ? appId === asked.toLowerCase() : appId === asked",
        with: 'appId === asked',
      },
      {
        is: 'another App ID',
        replace: 'if (same) return [];',
        with: 'return [];',
        short: true,
        tests: ['tools/verify/content'],
      },
      {
        is: 'no service',
        replace: "services.some(({ name }) => name !== 'unknown')",
        with: "services.every(({ name }) => name !== 'unknown')",
      },
      {
        is: 'only a service that is unknown',
        replace: "services.some(({ name }) => name !== 'unknown')",
        with: 'services.length > 0',
      },
    ],
  },
  {
    file: 'tools/verify/grants.js',
    tests: ['tools/verify/grants', 'tools/verify/recipients'],
    mutants: [
      {
        is: 'the services of others',
        replace: 'isForOthers ? services : services.filter((service) => isFor(service, asked))',
        with: 'services',
        tests: ['tools/verify/grants'],
        short: true,
      },
      {
        is: 'privileges of an expired token',
        replace: 'isExpired(read.data, asked) ? () => false : ',
        with: '',
        tests: ['tools/verify/grants', 'tools/verify/lifetime', 'tools/verify/token007'],
      },
      {
        is: 'a privilege does not end',
        replace: '(ts) => hasEnded(ts, asked)',
        with: '() => false',
        tests: ['tools/verify/grants'],
        short: true,
      },
      {
        is: 'a service that is missing',
        replace:
          'if (candidates.length === 0) return names.map((name) => missing(name, services));',
        with: 'if (candidates.length === 0) return [];',
        tests: ['tools/verify/grants'],
        short: true,
      },
      {
        is: 'a channel in the token that Agora refuses',
        replace: '...(hasChannel(service) ? checkChannelName(service.channelName) : []),',
        with: '',
      },
      {
        is: 'no right to enter',
        replace: '...entryFaults(service, names, ended),',
        with: '',
        tests: ['tools/verify/grants'],
        short: true,
      },
      {
        is: 'no privilege',
        replace: '...privilegeFaults(service, names, ended, services),',
        with: '',
        tests: ['tools/verify/grants'],
        short: true,
      },
      {
        is: 'each privilege from another service',
        replace: 'const key = owners.join();',
        with: 'const key = name;',
        tests: ['tools/verify/grants'],
        short: true,
      },
      {
        is: 'a channel demands nothing',
        replace:
          'if (!isCovered) demands.push({ candidates: services.filter(isOfKind), names: [] });',
        with: '',
      },
      {
        is: 'a uid demands nothing',
        replace: 'asked.channelName !== undefined || asked.uid !== undefined',
        with: 'asked.channelName !== undefined',
      },
      {
        is: 'services that nothing was asked of',
        replace: 'if (asked.privileges.length > 0) return demands;',
        with: 'return demands;',
      },
      {
        is: 'services besides the privileges',
        replace: 'if (asked.privileges.length > 0) return demands;',
        with: '',
      },
      {
        is: 'the login of FPA for a user',
        replace: 'isOfUser ? candidates.filter(hasUserId) : candidates',
        with: 'candidates',
      },
      {
        is: 'one of two entrances that has ended',
        replace: 'held.every(({ expireTs }) => ended(expireTs))',
        with: 'held.some(({ expireTs }) => ended(expireTs))',
      },
      {
        is: 'every entrance has ended',
        replace: 'if (!held.every(({ expireTs }) => ended(expireTs))) return [];',
        with: 'return [];',
        tests: ['tools/verify/grants'],
        short: true,
      },
      {
        is: 'aPaaS has to be entered',
        replace: 'entrances.length === 0 || service.name === ENTERED_BY_OTHERS',
        with: 'entrances.length === 0',
      },
      {
        is: 'a privilege of a name that ends alike',
        replace: 'return asked === privilege || asked === `${service.name}.${privilege}`;',
        with: 'return asked.endsWith(privilege);',
      },
      {
        is: 'a privilege that is missing',
        replace: 'if (!found) return [missing(name, services)];',
        with: 'if (!found) return [];',
      },
      {
        is: 'a privilege that has ended',
        replace: 'ended(found.expireTs) ? [expired(name, found)] : []',
        with: '[]',
      },
      {
        is: 'the service that fits least',
        replace: 'list.length < best.length',
        with: 'list.length > best.length',
      },
    ],
  },
  {
    file: 'tools/verify/lifetime.js',
    tests: ['tools/verify/lifetime', 'tools/verify/legacy'],
    mutants: [
      {
        is: 'a token of the future',
        replace: 'if (issued <= issuedBy) return [];',
        with: 'return [];',
        tests: ['tools/verify/lifetime'],
        short: true,
      },
      { is: 'a token of this second', replace: 'issued <= issuedBy', with: 'issued < issuedBy' },
      {
        is: 'a token 006 of the future',
        replace: 'issueTs ?? expireTs - MOST_LIFETIME',
        with: 'issueTs ?? 0',
      },
      { is: 'an end beyond u32', replace: 'latestTs > LATEST', with: 'false' },
      { is: 'the last second of u32', replace: 'latestTs > LATEST', with: 'latestTs >= LATEST' },
      {
        is: 'an expired token',
        replace: 'if (isExpired(data, asked)) {',
        with: 'if (false) {',
        tests: ['tools/verify/lifetime'],
        short: true,
      },
      {
        is: 'a token of any age',
        replace: '!hasEnded(data.issueTs + MOST_LIFETIME, asked)',
        with: 'true',
        tests: ['tools/verify/lifetime'],
        short: true,
      },
      {
        is: 'a key 005 that ends in 1970',
        replace: "if (version === '005' && expireTs === NEVER) return false;",
        with: '',
      },
      {
        is: 'any token that ends in 1970',
        replace: "version === '005' && expireTs === NEVER",
        with: 'expireTs === NEVER',
      },
      {
        is: 'a second more',
        replace: 'endsAfter >= ts',
        with: 'endsAfter > ts',
        tests: ['tools/verify/lifetime'],
        short: true,
      },
    ],
  },
  {
    file: 'tools/verify/recipients.js',
    tests: ['tools/verify/recipients', 'tools/verify/grants'],
    mutants: [
      {
        is: 'any channel',
        replace: 'channelName === undefined || fits(service.channelName, channelName)',
        with: 'true',
        tests: ['tools/verify/recipients'],
        short: true,
      },
      {
        is: 'any uid',
        replace: 'uid === undefined || fits(userOf(service), uidText(uid))',
        with: 'true',
        tests: ['tools/verify/recipients'],
        short: true,
      },
      {
        is: 'any user id',
        replace: "userId === undefined || (userId !== '' && service.userId === userId)",
        with: 'true',
        tests: ['tools/verify/recipients'],
        short: true,
      },
      { is: 'an empty user id', replace: "userId !== '' && ", with: '' },
      {
        is: 'a user id with an asterisk',
        replace: 'service.userId === userId',
        with: 'fits(service.userId, userId)',
      },
      {
        is: 'a uid in one channel, and the channel of another',
        replace: 'isForChannel(service, channelName) && isForUid(service, uid)',
        with: '(isForChannel(service, channelName) || isForUid(service, uid))',
      },
      {
        is: 'a uid of another channel',
        replace: 'ofThisChannel.some((service) => isForUid(service, uid))',
        with: 'ofChannels.some((service) => isForUid(service, uid))',
        tests: ['tools/verify/recipients'],
        short: true,
      },
      {
        is: 'a channel asked for that Agora refuses',
        replace: '...(asked.channelName === undefined ? [] : checkChannelName(asked.channelName)),',
        with: '',
        tests: ['tools/verify/recipients', 'tools/verify/wildcard', 'tools/verify/content'],
      },
      {
        is: 'the account of a streaming service',
        replace: 'service.uid ?? service.account',
        with: 'service.uid',
      },
      {
        is: 'a token 006 for a channel that it does not hold',
        replace: "if (version === '007') return services;",
        with: '',
      },
    ],
  },
  {
    file: 'tools/verify/warnings.js',
    tests: ['tools/verify/content', 'tools/verify/legacy', 'tools/verify/lifetime'],
    mutants: [
      {
        is: 'none of an old format',
        replace: 'OF_VERSION[version] ? [{ ...OF_VERSION[version] }] : []',
        with: '[]',
      },
      {
        is: 'one that a caller can change for all',
        replace: '[{ ...OF_VERSION[version] }]',
        with: '[OF_VERSION[version]]',
      },
      {
        is: 'of exactly a day',
        replace: 'expire > MOST_LIFETIME',
        with: 'expire >= MOST_LIFETIME',
      },
      { is: 'none of a long time', replace: 'expire > MOST_LIFETIME', with: 'false' },
      { is: 'none of bytes left', replace: 'unreadBytes > 0 || isUnknown', with: 'isUnknown' },
      {
        is: 'none of an unknown service',
        replace: 'unreadBytes > 0 || isUnknown',
        with: 'unreadBytes > 0',
      },
    ],
  },
  {
    file: 'tools/verify/wildcard.js',
    tests: ['tools/verify/wildcard'],
    mutants: [
      { is: 'an empty one fits nothing', replace: "pattern === '' || ", with: '' },
      {
        is: 'any text without an asterisk',
        replace: 'return false;\n\n',
        with: 'return true;\n\n',
      },
      {
        is: 'a beginning that is also the end',
        replace: 'from > end || ',
        with: '',
      },
      { is: 'any beginning', replace: '!isAt(text, head, 0) || ', with: '', short: true },
      { is: 'any end', replace: ' || !isAt(text, tail, end)', with: '', short: true },
      { is: 'any middle', replace: 'if (from === -1) return false;', with: '', short: true },
      {
        is: 'a middle that is also the end',
        replace: 'if (at === end) return -1;',
        with: 'if (at === text.length) return -1;',
      },
      { is: 'the search starts again', replace: 'length = borders[length]', with: 'length = 0' },
    ],
  },
  {
    file: 'tools/decode/limits.js',
    tests: ['tools/decode/bounds', 'tools/verify/bounds'],
    mutants: [
      { is: '101 services', replace: 'MOST_SERVICES = 100', with: 'MOST_SERVICES = 101' },
      { is: '1 001 pairs', replace: 'MOST_PAIRS = 1000', with: 'MOST_PAIRS = 1001' },
      { is: '10 001 texts', replace: 'MOST_TEXTS = 10_000', with: 'MOST_TEXTS = 10_001' },
    ],
  },
  {
    file: 'tools/decode/field-reader.js',
    tests: ['tools/decode/errors', 'tools/decode/bounds', 'tools/verify/content'],
    mutants: [
      {
        is: 'fields behind the end',
        replace: 'if (length > this.bytes.length - start) {',
        with: 'if (false) {',
        tests: ['tools/decode/errors'],
        short: true,
      },
      {
        is: 'any number of texts',
        replace:
          "if (this.#texts > MOST_TEXTS) throw tooMany(MOST_TEXTS, 'names and other texts');",
        with: '',
        tests: ['tools/decode/bounds'],
        short: true,
      },
      {
        is: 'any number of pairs',
        replace:
          "if (this.#pairs > MOST_PAIRS) throw tooMany(MOST_PAIRS, 'privileges and permissions');",
        with: '',
        tests: ['tools/decode/bounds'],
        short: true,
      },
      {
        is: 'a text that holds U+FFFD is malformed',
        replace: ' && !Buffer.from(text).equals(bytes)',
        with: '',
      },
      {
        is: 'a key twice',
        replace: 'key <= last',
        with: 'key < last',
        tests: ['tools/verify/legacy'],
      },
    ],
  },
  {
    file: 'tools/decode/base64-text.js',
    tests: ['tools/decode/errors'],
    mutants: [
      {
        is: 'a token of any length',
        replace: 'if (token.length > MOST_CHARACTERS) {',
        with: 'if (false) {',
      },
    ],
  },
  {
    file: 'tools/decode/times.js',
    tests: ['tools/decode/token007', 'tools/verify/lifetime'],
    mutants: [
      {
        is: 'a privilege outlives its token',
        replace: 'Math.min(ownTs, tokenTs)',
        with: 'ownTs',
      },
    ],
  },
  {
    file: 'tools/decode/token007.js',
    tests: ['tools/decode/token007', 'tools/decode/bounds', 'tools/verify/lifetime'],
    mutants: [
      {
        is: 'a content that the kernel only lends',
        replace: '(lent) => Buffer.from(lent)',
        with: '(lent) => lent',
      },
      {
        is: 'any number of services',
        replace: "if (services.length === MOST_SERVICES) throw tooMany(MOST_SERVICES, 'services');",
        with: '',
        tests: ['tools/decode/bounds'],
        short: true,
      },
      {
        is: 'what follows an unknown service is read',
        tests: ['tools/verify/content'],
        replace: 'privileges: [] });\n      break;',
        with: 'privileges: [] });\n      continue;',
      },
      {
        is: 'a privilege that ends beyond u32',
        replace: 'Math.max(times.latestTs, ownTs)',
        with: 'times.latestTs',
      },
    ],
  },
  {
    file: 'tools/decode/token006.js',
    tests: ['tools/verify/legacy'],
    mutants: [
      {
        is: 'bytes behind what is read',
        replace: 'if (unreadBytes > 0) return `${unreadBytes} bytes follow what was read`;',
        with: '',
      },
      {
        is: 'bytes behind the message alone',
        replace: 'reader.left + messageReader.left',
        with: 'messageReader.left',
      },
      {
        is: 'privileges in any order',
        replace: "if (!isAscending) return 'its privileges are not in ascending order, each once';",
        with: '',
      },
      {
        is: 'an unknown privilege',
        replace: 'if (unknown !== undefined) return `there is no privilege ${unknown}`;',
        with: '',
      },
      {
        is: 'privileges of RTC and RTM',
        replace: 'expires.has(LOGIN) && ids.length > 1',
        with: 'false',
      },
      {
        is: 'a privilege without an end of its own ends in 1970',
        tests: ['tools/decode/legacy'],
        replace: 'ownTs === 0 ? expireTs : ownTs',
        with: 'ownTs',
      },
    ],
  },
  {
    file: 'tools/decode/token005.js',
    tests: ['tools/verify/legacy', 'tools/decode/legacy'],
    mutants: [
      {
        is: 'bytes behind what is read',
        replace: 'if (left > 0) return `${left} bytes follow what was read`;',
        with: '',
      },
      {
        is: 'permissions in any order',
        replace:
          "if (!isAscending) return 'its permissions are not in ascending order, each once';",
        with: '',
      },
      {
        is: 'an unknown permission',
        replace: 'unknown === undefined ? undefined : `there is no permission ${unknown}`',
        with: 'undefined',
      },
      {
        is: 'a permission of another type',
        replace: 'type === IN_CHANNEL_PERMISSION ? [UPLOAD_PERMISSION] : []',
        with: '[UPLOAD_PERMISSION]',
      },
    ],
  },
];
