// Batches and the builder with named options, and what they check.

export default [
  {
    file: 'tools/batch/records.js',
    tests: ['tools/batch'],
    mutants: [
      {
        is: 'an App ID that is none',
        replace: 'if (!isHexText(appId) || !isTokenUntouched()) return false;',
        with: 'if (!isTokenUntouched()) return false;',
        tests: ['tools/batch/failures'],
        short: true,
      },
      { is: 'a patched token is not seen', replace: ' || !isTokenUntouched()', with: '' },
      {
        is: 'a certificate that is none',
        replace:
          'if (appCertificate !== this.#writtenCertificate && !isHexText(appCertificate)) return false;',
        with: '',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'no certificate equals one that is missing',
        replace: "const NONE = Symbol('none');",
        with: 'const NONE = undefined;',
        tests: ['tools/batch/build-tokens-async'],
      },
      {
        is: 'all are signed with the first certificate',
        replace: 'if (this.#appCertificate === this.#writtenCertificate) writer.putUint16(0);',
        with: "if (typeof this.#writtenCertificate === 'string') writer.putUint16(0);",
      },
      {
        is: 'each has its certificate',
        replace:
          'if (this.#appCertificate === this.#writtenCertificate) writer.putUint16(0);\n    else writer',
        with: 'writer',
        equivalent: 'the records are longer, and say the same',
      },
      {
        is: 'the certificate of a record that is taken back',
        replace:
          'writer.position = position;\n    // That of the record taken back, if it had ended.\n    this.#writtenCertificate = NONE;',
        with: 'writer.position = position;',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'a record that fails stays',
        replace: 'writer.position = position;\n    // That',
        with: '// That',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'a record that fails leaves its certificate',
        replace: 'writer.buffer.fill(0, position, writer.position);',
        with: '',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'the length of a record',
        replace: 'end - this.#lengthAt - LENGTH_BYTES',
        with: 'end - this.#lengthAt',
      },
      {
        is: 'records are not erased',
        replace: 'this.#writer.view().fill(0);',
        with: '',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'a clock that fits is not cut',
        replace: 'isInUint32Range(issueTs) ? Math.trunc(issueTs) : issueTs',
        with: 'issueTs',
        equivalent: 'the write cuts it',
      },
      {
        is: 'a clock that does not fit is cut',
        replace: 'isInUint32Range(issueTs) ? Math.trunc(issueTs) : issueTs',
        with: 'issueTs >>> 0',
      },
      { is: 'the salt of a batch', replace: '.putUint32(salt)', with: '.putUint32(1)' },
    ],
  },
  {
    file: 'tools/batch/batch.js',
    tests: ['tools/batch'],
    mutants: [
      {
        is: 'a failed request leaves its bytes',
        replace: 'this.#records.rewind(before);',
        with: '',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'a failed request fails all',
        replace: 'this.#records.rewind(before);\n      return { error };',
        with: 'throw error;',
      },
      {
        is: 'arguments are read again',
        replace: 'const args = [...(request.args ?? [])];',
        with: 'const args = request.args ?? [];',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'a method that was replaced is not called',
        replace: 'isOriginal(method) &&',
        with: '',
      },
      {
        is: 'a method is called detached',
        replace: 'method.builder[method.name](...args)',
        with: '(0, method.builder[method.name])(...args)',
      },
      {
        is: 'results that are left over',
        replace:
          "if (position !== packed.length) throw new Error('internal error: a batch lost count');",
        with: '',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'results by their order among all',
        replace: 'this.#recorded.push(index);',
        with: 'this.#recorded.push(this.#recorded.length);',
      },
      {
        is: 'an argument is left out',
        replace: 'args[10],\n        args[11],',
        with: 'args[10],',
        equivalent: 'a lifetime that is missing is not plain, so the method builds the same token',
      },
      {
        is: 'a request without a method',
        replace: 'request?.method',
        with: 'request.method',
        equivalent: 'a TypeError all the same',
      },
    ],
  },
  {
    file: 'tools/batch/build-tokens.js',
    tests: ['tools/batch'],
    mutants: [
      {
        is: 'the clock is read for each chunk',
        replace: 'new Batch(requests, issueTs)',
        with: 'new Batch(requests, now())',
      },
      {
        is: 'records stay when the kernel throws',
        replace:
          'packed = kernel.sealBatch(records.bytes, isFixed);\n  } finally {\n    records.erase();\n  }',
        with: 'packed = kernel.sealBatch(records.bytes, isFixed);\n    records.erase();\n  } finally {\n  }',
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'records of a thread stay when the kernel throws',
        replace: 'isFixed) : nothing();\n  } finally {\n    records.erase();\n  }',
        with: 'isFixed) : nothing();\n    records.erase();\n  } finally {\n  }',
      },
      {
        is: 'the compression of a batch',
        replace: 'kernel.sealBatch(records.bytes, isFixed)',
        with: 'kernel.sealBatch(records.bytes, false)',
      },
      {
        is: 'the compression of a batch on threads',
        replace: 'kernel.sealBatchAsync(records.bytes, isFixed)',
        with: 'kernel.sealBatchAsync(records.bytes, false)',
      },
      {
        is: 'a list that is changed',
        replace: 'Array.from(requests)',
        with: 'requests',
      },
      {
        is: 'a signal that is aborted before',
        replace: 'signal?.throwIfAborted();\n\n  const issueTs',
        with: 'const issueTs',
      },
      {
        is: 'a signal that is aborted meanwhile',
        replace: 'if (isRejected) return;\n      signal?.throwIfAborted();',
        with: 'if (isRejected) return;',
      },
      { is: 'others go on after a failure', replace: 'isRejected = true;', with: '' },
      {
        is: 'a chunk that ends after a failure is reported',
        replace: 'if (isRejected) return;\n',
        with: '',
      },
      {
        is: 'results in the places of the first',
        replace: 'results[start + i] = built[i];',
        with: 'results[i] = built[i];',
      },
      { is: 'progress by chunks', replace: 'done += built.length;', with: 'done += 1;' },
      { is: 'chunks overlap', replace: 'next += CHUNK_LENGTH;', with: 'next += CHUNK_LENGTH - 1;' },
      {
        is: 'no turn where the kernel has nothing to do',
        replace: 'await node.timers.setImmediate();',
        with: '',
      },
    ],
  },
  {
    file: 'tools/batch/methods.js',
    tests: ['tools/batch'],
    mutants: [
      {
        is: 'the method behind a method is not looked at',
        replace: ' && builder[via] === calledMethod',
        with: '',
      },
      {
        is: 'a method itself is not looked at',
        replace: 'builder[name] === method && builder',
        with: 'builder',
      },
      {
        is: 'the method behind that with privileges',
        replace: "via: 'BuildTokenWithUserAccountAndPrivilege',",
        with: '',
      },
      {
        is: 'an app of Chat is a user',
        replace: 'buildAppToken: { grant: grants.chatApp }',
        with: 'buildAppToken: { grant: grants.chatUser }',
      },
      {
        is: 'a method that is none',
        replace: 'if (method) return method;\n',
        with: 'return method;\n',
      },
    ],
  },
  {
    file: 'tools/builder/create-token-builder.js',
    tests: ['tools/builder'],
    mutants: [
      {
        is: 'credentials are not checked',
        replace: 'checkCredentials(appId, appCertificate);',
        with: '',
        tests: ['tools/builder/token-builder'],
        short: true,
      },
      {
        is: 'options of the builder are not checked',
        replace: "checkOptions('createTokenBuilder', options, BUILDER_OPTIONS);",
        with: '',
      },
      {
        is: 'not strict by default',
        replace: 'strict = true',
        with: 'strict = false',
      },
      {
        is: 'the issue time of a fraction',
        replace: 'Math.floor(toSeconds(now))',
        with: 'Math.ceil(toSeconds(now))',
      },
      {
        is: 'services as they are named',
        replace: 'services.sort((left, right) => left.service_type() - right.service_type());',
        with: '',
      },
      {
        is: 'a token without a service',
        replace: 'if (made.length === 0) {',
        with: 'if (made.length < 0) {',
        tests: ['tools/builder/token-builder'],
        short: true,
      },
      {
        is: 'valid for an hour, whatever was asked',
        replace: 'const { expiresIn = usual } = isObject(given) ? given : {};',
        with: 'const expiresIn = usual;',
      },
      { is: 'FPA for an hour', replace: "single('fpa', ONE_DAY)", with: "single('fpa')" },
      {
        is: 'options of a meeting are not checked',
        replace: 'checkOptions(name, given, options);',
        with: '',
      },
      {
        is: 'options of build are not checked',
        replace: "checkOptions('build', given, ['expiresIn', ...Object.keys(makers)]);",
        with: '',
      },
      {
        is: 'a service lasts as long as the token',
        replace: 'own === undefined ? expire : toDuration(',
        with: 'own === undefined || true ? expire : toDuration(',
      },
      {
        is: 'a salt of 0',
        replace: 'number >= 1 && number <= MOST_SALT',
        with: 'number >= 0 && number <= MOST_SALT',
        tests: ['tools/builder/token-builder'],
        short: true,
      },
      { is: 'a salt beyond u32', replace: ' && number <= MOST_SALT', with: '' },
      {
        is: 'a salt that is the same each time',
        replace: 'node.crypto.randomInt(1, SALT_END)',
        with: '1',
        tests: ['tools/builder/token-builder'],
        short: true,
      },
      {
        is: 'salts from 0',
        replace: 'node.crypto.randomInt(1, SALT_END)',
        with: 'node.crypto.randomInt(0, 2)',
        tests: ['tools/builder'],
      },
      { is: 'the builder can be changed', replace: 'return Object.freeze({', with: 'return ({' },
      {
        is: 'compression is not looked at',
        replace: 'isFixedCompression(options.compression)',
        with: 'false',
      },
    ],
  },
  {
    file: 'tools/builder/services.js',
    tests: ['tools/builder'],
    mutants: [
      {
        is: 'a channel is not checked',
        replace: 'checkChannel(channel, hints.report);',
        with: '',
        tests: ['tools/builder/token-builder'],
        short: true,
      },
      {
        is: 'both uid and account',
        replace: 'if (uid !== undefined) {\n    throw',
        with: 'if (uid === null) {\n    throw',
      },
      { is: 'an account is not checked', replace: 'checkAccount(account, report);', with: '' },
      {
        is: 'a uid is not checked',
        replace: 'if (account === undefined) return toUid(uid);',
        with: 'if (account === undefined) return uid;',
      },
      { is: 'privileges without joining', replace: 'expires.joinChannel = expire;', with: '' },
      {
        is: 'an array of privileges',
        replace: ' || Array.isArray(privileges)) {',
        with: ') {',
      },
      {
        is: 'an unknown privilege',
        replace: 'if (!Object.hasOwn(RTC_PRIVILEGES, name)) {',
        with: 'if (!(name in RTC_PRIVILEGES)) {',
      },
      {
        is: 'a privilege lasts as long as the token',
        replace: ', value, hints);\n  }\n  return expires;',
        with: ', value, hints);\n    expires[name] = expire;\n  }\n  return expires;',
      },
      {
        is: 'a user of RTM is not checked',
        replace: 'const { userId } = options;\n  checkUserId(userId, report);',
        with: 'const { userId } = options;',
      },
      {
        is: 'a user of RTM2 is not checked',
        replace: 'const { userId, permissions } = options;\n  checkUserId(userId, report);',
        with: 'const { userId, permissions } = options;',
      },
      {
        is: 'a user of Chat is not checked',
        replace: 'checkUserId(userId, report);\n  return [grant(new ServiceChat(userId)',
        with: 'return [grant(new ServiceChat(userId)',
      },
      {
        is: 'an app of Chat is a user',
        replace: 'ServiceChat.kPrivilegeApp, expire',
        with: 'ServiceChat.kPrivilegeUser, expire',
      },
      {
        is: 'a role without a room',
        replace:
          "if (role !== undefined) throw new TokenError('ERR_ROLE', 'A role needs a room.');",
        with: '',
      },
      {
        is: 'a room without a name',
        replace: "typeof room !== 'string' || room === ''",
        with: "typeof room !== 'string'",
      },
      { is: 'a role below 0 in a room', replace: 'role < 0 ||', with: 'role < -1 ||' },
      {
        is: 'a role 0 is none',
        replace: 'service.__role = role;',
        with: 'service.__role = role || -1;',
      },
      {
        is: 'a room token does not grant the room',
        replace: 'grant(service, ServiceApaas.PRIVILEGE_ROOM_USER, expire)',
        with: 'service',
      },
      { is: 'a role beyond i16', replace: ' || role > MOST_APAAS_ROLE', with: '' },
      {
        is: 'Chat under the plain id',
        replace: 'new ServiceChat(md5(userId))',
        with: 'new ServiceChat(userId)',
      },
      {
        is: 'FPA ends before its token',
        replace: 'AS_LONG_AS_TOKEN = 0',
        with: 'AS_LONG_AS_TOKEN = 1',
      },
      {
        is: 'an app that is also a user',
        replace: 'if (given.length === 0) return true;',
        with: 'return true;',
      },
      { is: 'an app that is no boolean', replace: 'if (app !== true) {', with: 'if (!app) {' },
      {
        is: 'options of STT are not checked',
        replace: "checkOptions('stt', options, OPTIONS.stt);",
        with: '',
      },
    ],
  },
  {
    file: 'tools/builder/rtm2-permissions.js',
    tests: ['tools/builder'],
    mutants: [
      {
        is: 'names that change after the check',
        replace: 'const items = Array.from(names);',
        with: 'const items = names;',
        tests: ['tools/builder/read-once'],
        short: true,
      },
      { is: 'an empty name', replace: " || item === '')", with: ')' },
      {
        is: 'an unknown resource',
        replace: 'if (Object.hasOwn(numbers, name)) return numbers[name];',
        with: 'return numbers[name];',
      },
      {
        is: 'names that are no array',
        replace: 'if (!Array.isArray(names)) {',
        with: 'if (names === null) {',
      },
    ],
  },
  {
    file: 'tools/builder/role.js',
    tests: ['tools/builder'],
    mutants: [
      {
        is: 'a subscriber publishes',
        replace: "[SUBSCRIBER]: ['joinChannel'],",
        with: "[SUBSCRIBER]: ['joinChannel', 'publishAudio'],",
        tests: ['tools/builder/token-builder'],
        short: true,
      },
      {
        is: 'a role that is inherited',
        replace: "typeof role === 'string' && Object.hasOwn(ROLES, role)",
        with: "typeof role === 'string' && role in ROLES",
      },
      {
        is: 'a number that is no role',
        replace: "if (typeof number === 'number' && Object.hasOwn(GRANTS, number)) return",
        with: 'if (Object.hasOwn(GRANTS, number)) return',
      },
    ],
  },
  {
    file: 'tools/builder/hints.js',
    tests: ['tools/builder'],
    mutants: [
      {
        is: 'strict only warns',
        replace: 'if (strict) throw new TokenError(code, message);\n',
        with: '',
      },
    ],
  },
  {
    file: 'tools/checks/credentials.js',
    tests: ['tools/builder', 'tools/cli/credentials', 'tools/verify'],
    mutants: [
      {
        is: 'an App ID is not checked',
        replace: "if (typeof appId === 'string' && isHexId(appId)) return;",
        with: 'return;',
      },
      {
        is: 'an App ID that is no text',
        replace: "typeof appId === 'string' && isHexId",
        with: 'isHexId',
      },
      {
        is: 'a certificate is not checked',
        replace: "if (typeof appCertificate === 'string' && isHexId(appCertificate)) return;",
        with: 'return;',
      },
      {
        is: 'the App ID as the certificate',
        replace: 'if (appId.toLowerCase() === appCertificate.toLowerCase()) {',
        with: 'if (appId === null) {',
      },
      {
        is: 'the same in other letters',
        replace: 'if (appId.toLowerCase() === appCertificate.toLowerCase()) {',
        with: 'if (appId === appCertificate) {',
      },
    ],
  },
  {
    file: 'tools/checks/duration.js',
    tests: ['tools/builder'],
    mutants: [
      {
        is: 'a point in time',
        replace: 'isCount && seconds >= EARLIEST_TIMESTAMP',
        with: 'isCount && seconds > Infinity',
      },
      { is: 'milliseconds', replace: 'isCount && looksLikeMilliseconds(seconds)', with: 'false' },
      {
        is: 'a lifetime of 0',
        replace: 'seconds >= 1 && seconds <= MOST_SECONDS',
        with: 'seconds >= 0 && seconds <= MOST_SECONDS',
      },
      {
        is: 'a lifetime beyond u32',
        replace: 'seconds >= 1 && seconds <= MOST_SECONDS',
        with: 'seconds >= 1',
        tests: ['tools/builder/token-builder'],
        short: true,
      },
      {
        is: 'a fraction of a second',
        replace: 'Number.isInteger(seconds) && seconds >= 1',
        with: 'seconds >= 1',
      },
      {
        is: 'no warning beyond a day',
        replace: 'if (seconds > MOST_LIFETIME) {',
        with: 'if (seconds > ONE_YEAR) {',
      },
      {
        is: 'nothing is capped',
        replace: 'if (capDurations) return MOST_LIFETIME;',
        with: '',
      },
      {
        is: 'milliseconds for seconds',
        replace: 'return milliseconds / 1000;',
        with: 'return milliseconds;',
      },
      {
        is: 'a text of any length',
        replace: ' && value.length <= 100',
        with: '',
        equivalent: 'ms reads no longer text either',
      },
    ],
  },
  {
    file: 'tools/checks/moment.js',
    tests: ['tools/builder', 'tools/verify'],
    mutants: [
      {
        is: 'a moment before 1970',
        replace: 'seconds < 0 || seconds >',
        with: 'seconds >',
      },
      {
        is: 'a moment that is NaN',
        replace: "typeof seconds !== 'number' || Number.isNaN(seconds)",
        with: "typeof seconds !== 'number'",
      },
      {
        is: 'a Date in milliseconds',
        replace: 'moment.getTime() / 1000',
        with: 'moment.getTime()',
      },
      {
        is: 'a Date of another realm',
        replace: "Object.prototype.toString.call(value) === '[object Date]'",
        with: 'value instanceof Date',
      },
    ],
  },
  {
    file: 'tools/checks/user.js',
    tests: ['tools/builder', 'tools/verify'],
    mutants: [
      {
        is: 'a uid of any text',
        replace: "typeof uid === 'string' && DECIMAL.test(uid) ? Number(uid) : uid",
        with: "typeof uid === 'string' ? Number(uid) : uid",
      },
      { is: 'a negative uid', replace: 'number >= 0 && number <=', with: 'number <=' },
      {
        is: 'a uid of a fraction',
        replace: 'Number.isInteger(number) && number >= 0',
        with: 'number >= 0',
      },
      {
        is: 'a word for a missing value',
        replace: 'if (isMistakenWord(value)) {',
        with: 'if (value === null) {',
      },
      {
        is: 'an account of 256 bytes',
        replace: 'MOST_ACCOUNT_BYTES = 255',
        with: 'MOST_ACCOUNT_BYTES = 256',
      },
      { is: 'characters for bytes', replace: 'Buffer.byteLength(value)', with: 'value.length' },
      {
        is: 'an empty text',
        replace: "typeof value !== 'string' || value === ''",
        with: "typeof value !== 'string'",
      },
    ],
  },
  {
    file: 'tools/checks/channel.js',
    tests: ['tools/builder'],
    mutants: [
      {
        is: 'a channel of 65 bytes',
        replace: 'MOST_BYTES = 64',
        with: 'MOST_BYTES = 65',
      },
      { is: 'a channel with a slash', replace: '[^a-zA-Z0-9 !#', with: '[^a-zA-Z0-9 !/#' },
      { is: 'an empty channel', replace: "if (channel === '') {", with: 'if (channel === null) {' },
      {
        is: 'a channel that is no text',
        replace: "if (typeof channel !== 'string') {",
        with: 'if (channel === null) {',
      },
      {
        is: 'a channel with an illegal character',
        replace: 'illegal !== -1',
        with: 'illegal === 0',
      },
    ],
  },
  {
    file: 'tools/checks/options.js',
    tests: ['tools/builder', 'tools/verify'],
    mutants: [
      {
        is: 'an unknown option',
        replace: 'if (known.includes(key)) continue;',
        with: 'continue;',
      },
      { is: 'options that are an array', replace: ' || Array.isArray(options)', with: '' },
      { is: 'options that are null', replace: ' || options === null', with: '' },
    ],
  },
  {
    file: 'tools/checks/compression.js',
    tests: ['tools/batch', 'tools/builder'],
    mutants: [
      {
        is: 'an unknown compression',
        replace: 'if (!COMPRESSIONS.includes(compression)) {',
        with: 'if (compression === null) {',
      },
      { is: 'fixed by default', replace: "compression = 'zlib'", with: "compression = 'fixed'" },
    ],
  },
  {
    file: 'tools/uid-of.js',
    tests: ['tools/uid'],
    mutants: [
      { is: 'a uid of nothing', replace: " || text === ''", with: '' },
      { is: 'a uid of a missing value', replace: 'isMistakenWord(text)', with: 'false' },
      { is: 'a uid of half a pair', replace: 'LONE_SURROGATE.test(text)', with: 'false' },
      { is: 'the other end first', replace: 'readUInt32BE', with: 'readUInt32LE' },
      {
        is: 'uid 0',
        replace: '(digest.readUInt32BE(0) % MOST_UID) + 1',
        with: 'digest.readUInt32BE(0)',
      },
      { is: 'other bytes than those of UTF-8', replace: "'utf8'", with: "'latin1'" },
    ],
  },
  {
    file: 'tools/token-error.js',
    tests: ['tools/token-error'],
    mutants: [
      { is: "every error is the caller's", replace: '.status ?? 400', with: '.status && 400' },
      { is: "no error is the caller's", replace: '?? 400', with: '?? 500' },
    ],
  },
];
