// The kernels in JavaScript: signing, checking, reading, compressing, and version 006.

const SIGNING = ['parity/ordinary-calls', 'parity/interop'];

export default [
  {
    file: 'lib/kernel/javascript.js',
    kernel: 'javascript',
    tests: [...SIGNING, 'parity/parsing', 'tools/batch', 'parity/deliberate'],
    mutants: [
      {
        is: 'a certificate is signed with as it is',
        replace: "if (!isHexId(appCertificate)) return '';",
        with: '',
        tests: ['parity/traps-identities'],
        short: true,
      },
      {
        is: 'what is signed is not copied',
        replace: 'Buffer.from(bytes.subarray(0, length))',
        with: 'bytes.subarray(0, length)',
        tests: ['parity/re-entrance/mocks'],
        short: true,
      },
      {
        is: 'the key is of the App ID',
        replace: 'afterAppId, afterAppId + 4',
        with: '0, 4',
        tests: ['parity/interop'],
      },
      {
        is: 'the key is of the lifetime',
        replace: 'afterAppId + 8, afterAppId + 12',
        with: 'afterAppId + 4, afterAppId + 8',
      },
      {
        is: 'the key without the salt',
        replace: 'hmacSha256(salt, hmacSha256(issueTs, appCertificate))',
        with: 'hmacSha256(issueTs, appCertificate)',
      },
      {
        is: 'the key in another order',
        replace: 'hmacSha256(salt, hmacSha256(issueTs, appCertificate))',
        with: 'hmacSha256(issueTs, hmacSha256(salt, appCertificate))',
      },
      {
        is: 'a batch signs all with the first certificate',
        replace: 'if (given.length > 0) appCertificate',
        with: "if (appCertificate === '') appCertificate",
        tests: ['tools/batch/failures'],
        short: true,
      },
      {
        is: 'a batch has no certificate where it is repeated',
        replace: 'if (given.length > 0) appCertificate = given.toString();',
        with: 'appCertificate = given.toString();',
      },
      {
        is: 'records that are cut',
        replace: 'reader.assertWithin();',
        with: '',
        tests: ['lib/kernel/javascript'],
      },
      {
        is: 'a batch ignores its compression',
        replace: 'signingInfo, length, isFixed);\n      results',
        with: 'signingInfo, length, false);\n      results',
      },
      {
        is: 'a batch reads what the caller erases',
        replace: 'const own = Buffer.from(records);',
        with: 'const own = records;',
      },
      {
        is: 'the copy of the records stays',
        replace: 'own.fill(0);',
        with: '',
        tests: ['lib/kernel/javascript'],
      },
      {
        is: 'contents are inflated without a limit',
        replace: ', { maxOutputLength: CONTENT_LIMIT }',
        with: '',
        tests: ['parity/deliberate'],
        short: true,
      },
      {
        is: 'what does not inflate throws',
        replace: 'catch {\n      return null;\n    }',
        with: 'catch (error) {\n      throw error;\n    }',
        equivalent: 'the caller catches, and says false',
      },
      {
        is: 'reading at the end of the stack',
        replace: 'let inflated;\n    assertEnoughStack();',
        with: 'let inflated;',
        tests: ['parity/re-entrance/failures'],
      },
      {
        is: 'a signature is checked under any certificate',
        replace: 'if (!isHexId(appCertificate)) return false;',
        with: '',
        tests: ['parity/verifying'],
        short: true,
      },
      {
        is: 'every signature is right',
        replace: 'return areEqual(signature, hmacSha256(key, signingInfo));',
        with: 'return true;',
        tests: ['parity/verifying'],
        short: true,
      },
      {
        is: 'the key to check with, in another order',
        replace: 'hmacSha256(uint32(salt), hmacSha256(uint32(issueTs), appCertificate))',
        with: 'hmacSha256(uint32(issueTs), hmacSha256(uint32(salt), appCertificate))',
      },
      { is: 'fixed codes are not fixed', replace: '{ strategy }', with: '{}' },
      {
        is: 'a stream that failed is used again',
        replace:
          "const compressed = deflater.deflate(content).toString('base64');\n  deflaters.giveBack(deflater);",
        with: "deflaters.giveBack(deflater);\n  const compressed = deflater.deflate(content).toString('base64');",
        tests: ['lib/kernel/javascript'],
      },
      {
        is: 'a stream from the first token',
        replace: 'tokens < TOKENS_BEFORE_STREAM',
        with: 'tokens < 0',
        equivalent: 'only the time of the first tokens',
      },
      { is: 'MD5 in capitals', replace: ".digest('hex');", with: ".digest('hex').toUpperCase();" },
    ],
  },
  {
    file: 'lib/kernel/deflater.js',
    kernel: 'javascript',
    tests: ['lib/kernel/deflater', 'parity/ordinary-calls', 'parity/large-tokens'],
    mutants: [
      {
        is: 'the window keeps the content before',
        replace: 'this.#zeros, 0, length + BEYOND',
        with: 'this.#zeros, 0, 0',
        tests: ['lib/kernel/deflater'],
      },
      {
        is: 'the window keeps a part of the content before',
        replace: 'this.#zeros, 0, length + BEYOND',
        with: 'this.#zeros, 0, Math.max(0, length - 300)',
      },
      {
        is: 'contents of any length',
        replace: 'content.length <= MOST_BYTES',
        with: 'content.length <= Infinity',
      },
      {
        is: 'a deflateSync that is replaced is not called',
        replace: ' && zlib.deflateSync === this.#deflateSync',
        with: '',
        tests: ['parity/re-entrance/mocks'],
      },
      {
        is: 'a deflateSync that was replaced before is not called',
        replace: 'if (!isOfNode(zlib.deflateSync)) return;',
        with: '',
        tests: ['parity/re-entrance/mocks', 'lib/kernel/deflater'],
      },
      {
        is: 'zlib left something undone',
        replace: "if (unread !== 0 || unused === 0) throw new Error('zlib left something undone');",
        with: '',
        equivalent: 'the output has room for any content that is let in',
      },
    ],
  },
  {
    file: 'lib/kernel/javascript-006.js',
    kernel: 'javascript',
    tests: ['parity/access-token-006'],
    mutants: [
      {
        is: 'surrogates are signed as they are',
        replace: 'if (SURROGATE.test(appId + channelName + uid)) return null;\n    return encode',
        with: 'return encode',
      },
      {
        is: 'surrogates of RTC',
        replace: '!isInUint32Range(ts) || SURROGATE.test(appId + channelName + uid)',
        with: '!isInUint32Range(ts)',
      },
      {
        is: 'surrogates of RTM',
        replace: '!isInUint32Range(ts) || SURROGATE.test(appId + account)',
        with: '!isInUint32Range(ts)',
      },
      {
        is: 'a timestamp of RTC that is no u32',
        replace: '!isInUint32Range(ts) || SURROGATE.test(appId + channelName + uid)',
        with: 'SURROGATE.test(appId + channelName + uid)',
        equivalent: 'the write throws the same RangeError',
      },
      { is: 'all may publish', replace: 'publishes ? 4 : 1', with: '4' },
      {
        is: 'a publisher publishes no data',
        replace: 'PUBLISH_DATA_STREAM).putUint32',
        with: 'PUBLISH_VIDEO_STREAM).putUint32',
      },
      {
        is: 'audio ends at once',
        replace: 'PUBLISH_AUDIO_STREAM).putUint32(expiredTs)',
        with: 'PUBLISH_AUDIO_STREAM).putUint32(0)',
      },
      {
        is: 'the checksum of the uid is that of the channel',
        replace: 'crc32(uid)',
        with: 'crc32(channelName)',
      },
      {
        is: 'the uid is not signed',
        replace: 'appId + channelName + uid, message)',
        with: 'appId + channelName, message)',
      },
      {
        is: 'the message is not signed',
        replace: 'appId + channelName + uid, message)',
        with: 'appId + channelName + uid)',
      },
    ],
  },
  {
    file: 'lib/kernel/hash.js',
    kernel: 'javascript',
    tests: [...SIGNING, 'parity/access-token-006', 'parity/dynamic-key-5', 'parity/verifying'],
    mutants: [
      {
        is: 'another hash',
        replace: "'sha256'",
        with: "'sha512'",
        tests: ['parity/interop'],
      },
      { is: 'digits of 005 in small letters', replace: '.toUpperCase()', with: '' },
      { is: 'another hash for 005', replace: "'sha1'", with: "'md5'" },
      {
        is: 'only the lengths are compared',
        replace: 'left.length === right.length && node.crypto.timingSafeEqual(left, right)',
        with: 'left.length === right.length',
        tests: ['parity/verifying'],
        short: true,
      },
      {
        is: 'a signature of another length throws',
        replace: 'left.length === right.length && ',
        with: '',
        tests: ['parity/verifying'],
        short: true,
      },
    ],
  },
  {
    file: 'lib/kernel/native.js',
    tests: [
      ...SIGNING,
      'parity/parsing',
      'parity/large-tokens',
      'parity/re-entrance/reading',
      'parity/verifying',
    ],
    mutants: [
      {
        is: 'long contents go to the addon, other bytes',
        replace: 'length <= MOST_SIGNING_INFO ? addon',
        with: 'length <= MOST_SIGNING_INFO + 1 ? addon',
        tests: ['lib/kernel/native'],
      },
      {
        is: 'contents that the addon compresses go to Node',
        replace: 'length <= MOST_SIGNING_INFO ? addon',
        with: 'length < MOST_SIGNING_INFO ? addon',
        equivalent: 'the same bytes, in more time',
      },
      {
        is: 'long contents of custom services go to the addon',
        replace: 'length <= ADDON_CONTENT_LIMIT ? addon',
        with: 'length <= ADDON_CONTENT_LIMIT + 1 ? addon',
        tests: ['lib/kernel/native'],
      },
      {
        is: 'the memory of a content is not lent',
        replace:
          'const result = use(scratch.start(length), argument);\n    scratches.giveBack(scratch);\n    return result;',
        with: 'scratches.giveBack(scratch);\n    return use(scratch.start(length), argument);',
        tests: ['parity/re-entrance/reading'],
        short: true,
      },
      {
        is: 'contents that do not fit are read as they lie',
        replace: 'length < 0 || length > SCRATCH_LENGTH',
        with: 'length < 0',
        tests: ['parity/large-tokens', 'parity/re-entrance/reading'],
      },
      {
        is: 'what the addon does not read is no token',
        replace: 'return openLeniently(token, use, argument);',
        with: 'return null;',
      },
      {
        is: 'the prefix is inflated too',
        replace: 'token.substring(TOKEN007_PREFIX.length)',
        with: 'token',
      },
      {
        is: 'a content that does not inflate is used',
        replace: 'content === null ? null : use(content, argument)',
        with: 'use(content, argument)',
        equivalent: 'it throws, which the caller takes for false',
      },
      {
        is: 'a long signing info is checked in too little memory',
        replace: 'if (length > SCRATCH_LENGTH) {',
        with: 'if (length > Infinity) {',
      },
      {
        is: 'a long signing info is always right',
        replace:
          'return addon.verify(appCertificate, issueTs, salt, content, signature.length, length);',
        with: 'return true;',
        tests: ['parity/verifying'],
        short: true,
      },
      {
        is: 'the signature is written behind',
        replace: 'bytes.set(signingInfo, signature.length);',
        with: 'bytes.set(signingInfo, 32);',
      },
      {
        is: 'what is checked ends too early',
        replace: 'bytes, signature.length, length);',
        with: 'bytes, signature.length, length - 1);',
      },
    ],
  },
  {
    file: 'lib/kernel/md5.js',
    tests: [
      'parity/traps-values',
      'parity/odd-calls',
      'parity/ordinary-calls',
      'parity/odd-values',
    ],
    mutants: [
      {
        is: 'a missing text has an MD5',
        replace: 'if (message === undefined || message === null) throw',
        with: 'if (message === null) throw',
      },
      { is: 'a lone surrogate has one', replace: 'encodeURIComponent(text);', with: '' },
      {
        is: 'numbers are hashed as their text',
        replace: 'message = message.toString();',
        with: 'return kernel.md5(Buffer.from(message.toString()));',
      },
      { is: 'elements do not spill', replace: 'elements[i] <<', with: '(elements[i] & 255) <<' },
      {
        is: 'the bytes of a text in another order',
        replace: '24 - (i % 4) * 8',
        with: '(i % 4) * 8',
      },
    ],
  },
  {
    file: 'lib/kernel/format.js',
    tests: ['parity/deliberate', 'parity/large-tokens', 'lib/kernel/native'],
    mutants: [
      {
        is: 'a content of 2 MiB',
        replace: 'CONTENT_LIMIT = 1024 * 1024',
        with: 'CONTENT_LIMIT = 2048 * 1024',
        kernel: 'javascript',
        tests: ['parity/deliberate'],
      },
      {
        is: 'the field of the signature',
        replace: 'SIGNATURE_FIELD_LENGTH = 2 + SIGNATURE_LENGTH',
        with: 'SIGNATURE_FIELD_LENGTH = SIGNATURE_LENGTH',
      },
    ],
  },
  {
    file: 'lib/kernel/enough-stack.js',
    kernel: 'javascript',
    tests: ['parity/re-entrance/failures'],
    mutants: [
      { is: 'no stack is asked for', replace: 'takeAny.apply(null, ARGUMENTS);', with: '' },
    ],
  },
];
