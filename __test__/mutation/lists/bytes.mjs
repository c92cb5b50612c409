// Writers, readers, hex ids, checksums, the clock, and the memory that is lent.

const PARITY = ['parity/byte-buf', 'parity/ordinary-calls', 'parity/odd-calls'];

export default [
  {
    file: 'lib/bytes/byte-buf.js',
    tests: [
      'lib/byte-buf',
      ...PARITY,
      'parity/large-tokens',
      'parity/access-token-006',
      'parity/traps-values',
    ],
    mutants: [
      {
        is: 'grown memory loses what was written',
        replace: 'this.buffer.copy(grown, 0, 0, this.position);',
        with: '',
      },
      {
        is: 'outgrown memory keeps certificates',
        replace: 'this.buffer.fill(0, 0, this.position);',
        with: '',
        tests: ['lib/byte-buf'],
        short: true,
      },
      {
        is: 'memory grows as needed, and not by doubling',
        replace: 'Math.max(required, this.buffer.length * 2)',
        with: 'required',
        equivalent: 'only slower',
      },
      {
        is: 'room for one byte less',
        replace: 'if (required <= this.buffer.length) return;',
        with: 'if (required <= this.buffer.length + 1) return;',
      },
      {
        is: 'pack gives the memory itself',
        replace: 'this.buffer.copy(packed, 0, 0, this.position);\n    return packed;',
        with: 'return this.buffer.subarray(0, this.position);',
      },
      {
        is: 'the high byte of a u16',
        replace: 'buffer[position + 1] = value >>> 8;\n    } else {\n      this.reserve(2);',
        with: '} else {\n      this.reserve(2);',
      },
      {
        is: 'the bound of a u16',
        replace: 'position + 2 <= buffer.length',
        with: 'position + 1 <= buffer.length',
        tests: ['lib/byte-buf'],
        short: true,
      },
      {
        is: 'the bound of a u32',
        replace: 'position + 4 <= buffer.length',
        with: 'position + 3 <= buffer.length',
        tests: ['lib/byte-buf'],
      },
      {
        is: 'the highest byte of a u32',
        replace: 'buffer[position + 3] = value >>> 24;',
        with: 'buffer[position + 3] = 0;',
      },
      {
        is: 'the third byte of a u32',
        replace: 'buffer[position + 2] = value >>> 16;',
        with: 'buffer[position + 2] = value >>> 8;',
      },
      { is: 'an i16 is unsigned', replace: 'writeInt16LE', with: 'writeUInt16LE' },
      { is: 'an i32 is unsigned', replace: 'writeInt32LE', with: 'writeUInt32LE' },
      {
        is: 'bytes without their length',
        replace: 'this.putUint16(bytes.length);\n    return',
        with: 'return',
      },
      {
        is: 'raw bytes are not made room for',
        replace: 'this.reserve(bytes.length);\n    bytes.copy',
        with: 'bytes.copy',
      },
      {
        is: 'room for two bytes a character',
        replace: 'MOST_UTF8_BYTES = 3',
        with: 'MOST_UTF8_BYTES = 2',
      },
      {
        is: 'characters above ASCII are written as they are',
        replace: 'return all < ASCII_END;',
        with: 'return all < 0x100;',
      },
      {
        is: 'only the last character is asked for ASCII',
        replace: 'all |= code;',
        with: 'all = code;',
      },
      { is: 'ASCII ends at 0x81', replace: 'ASCII_END = 0x80', with: 'ASCII_END = 0x81' },
      {
        is: 'the length of a longer text is that of its characters',
        replace: 'this.putUint16(written);',
        with: 'this.putUint16(length);',
      },
      {
        is: 'uid 0 is written as a digit',
        replace: 'if (uid === 0) return this.putUint16(0);',
        with: '',
        tests: ['parity/ordinary-calls'],
      },
      { is: 'uids from 100 000', replace: 'HALF = 100_000', with: 'HALF = 10_000' },
      {
        is: 'the halves of a uid',
        replace: 'if (i === length - 6)',
        with: 'if (i === length - 5)',
      },
      { is: 'the digits of a long uid', replace: 'digitsOf(high) + 5', with: 'digitsOf(high) + 4' },
      { is: 'digits of 10', replace: 'number < 10 ? 1 : 2', with: 'number <= 10 ? 1 : 2' },
      { is: 'digits of 1000', replace: 'number < 1000 ? 3 : 4', with: 'number <= 1000 ? 3 : 4' },
      {
        is: 'digits of 100',
        replace: 'if (number < 100) return',
        with: 'if (number <= 100) return',
      },
      {
        is: 'digits of 10 000',
        replace: 'if (number < 10_000) return',
        with: 'if (number <= 10_000) return',
      },
      {
        is: 'no room for the digits of a uid',
        replace: 'this.reserve(LENGTH_BYTES + MOST_DIGITS);',
        with: '',
      },
      {
        is: 'inherited keys are not looked for',
        replace: 'if (inheritsKeys(map)) return this.putTreeMapUInt32(map);',
        with: '',
        tests: ['parity/prototype-properties', 'parity/object-model'],
      },
      {
        is: 'what Object.prototype has is not looked for',
        replace: 'for (const _key in NOTHING) return true;\n',
        with: '',
        tests: ['parity/prototype-properties'],
      },
      {
        is: 'the count of a map takes inherited keys',
        replace: 'this.putUint16(Object.keys(map).length);',
        with: 'let count = 0;\n    for (const _key in map) count += 1;\n    this.putUint16(count);',
      },
      { is: 'a missing map throws', replace: 'if (!map) return this.putUint16(0);', with: '' },
      {
        is: 'fields behind a header, of one byte less',
        replace: 'for (let i = 0; i < length; i++) target[position + i] = buffer[i];',
        with: 'for (let i = 0; i < length - 1; i++) target[position + i] = buffer[i];',
      },
      {
        is: 'long fields behind a header',
        replace: 'buffer.copy(target, position, 0, length);',
        with: '',
      },
      { is: 'the memory of 006 and 005 grows', replace: '  reserve() {}\n', with: '' },
      {
        is: 'the memory of 006 and 005 is not zeroed',
        replace: 'super(Buffer.alloc(LEGACY_CAPACITY));',
        with: "super(Buffer.alloc(LEGACY_CAPACITY, 'x'));",
      },
      {
        is: 'the length of that memory',
        replace: 'LEGACY_CAPACITY = 1024',
        with: 'LEGACY_CAPACITY = 1025',
      },
    ],
  },
  {
    file: 'lib/bytes/plain.js',
    tests: [...PARITY, 'parity/traps-values', 'parity/large-tokens', 'parity/access-token-006'],
    mutants: [
      {
        is: 'a u16 is any whole number',
        replace: '(value & 0xffff) === value',
        with: '(value | 0) === value',
        tests: ['parity/byte-buf'],
      },
      {
        is: 'a u32 may be negative',
        replace: 'value >>> 0 === value',
        with: 'Math.trunc(value) === value',
        tests: ['parity/traps-values'],
      },
      {
        is: 'a u32 is any number in its range',
        replace: "return typeof value === 'number' && value >>> 0 === value;",
        with: 'return isInUint32Range(value);',
      },
      {
        is: 'the range of a u32 begins below 0',
        replace: 'value >= 0 && value <= MOST_UINT32',
        with: 'value >= -1 && value <= MOST_UINT32',
        tests: ['parity/clock', 'parity/salt', 'parity/object-model'],
      },
      {
        is: 'the range of a u32 ends behind it',
        replace: 'value >= 0 && value <= MOST_UINT32',
        with: 'value >= 0 && value <= MOST_UINT32 + 1',
        tests: ['parity/clock'],
      },
      { is: 'a role 0 of aPaaS stays 0', replace: ' && value !== 0;', with: ';' },
      {
        is: 'a role of aPaaS is any whole number',
        replace: '(value << 16) >> 16 === value',
        with: '(value | 0) === value',
      },
      {
        is: 'a lone surrogate has an MD5',
        replace: 'return !LONE_SURROGATE.test(text);',
        with: 'return true;',
        equivalent: 'md5 throws the same error, before anything is written',
      },
      {
        is: 'an object is a primitive',
        replace: "(typeof value !== 'object' && typeof value !== 'function') || value === null",
        with: "typeof value !== 'function' || value === null",
      },
      {
        is: 'a plain text is of any length',
        replace: 'value.length <= TEXT_LIMIT',
        with: 'value.length <= 65536',
      },
    ],
  },
  {
    file: 'lib/bytes/hex-id.js',
    tests: ['lib/hex-id', 'parity/traps-identities'],
    mutants: [
      {
        is: 'an id of 31 digits',
        replace: '/^[0-9a-fA-F]{32}$/',
        with: '/^[0-9a-fA-F]{31,32}$/',
        tests: ['lib/hex-id'],
        short: true,
      },
      {
        is: 'an id followed by a line',
        replace: '/^[0-9a-fA-F]{32}$/',
        with: '/^[0-9a-fA-F]{32}$/m',
        tests: ['lib/hex-id'],
        short: true,
      },
      {
        is: 'an id after something else',
        replace: '/^[0-9a-fA-F]{32}$/',
        with: '/[0-9a-fA-F]{32}$/',
        tests: ['lib/hex-id'],
        short: true,
      },
      { is: 'an id with a g', replace: '[0-9a-fA-F]', with: '[0-9a-gA-F]' },
      {
        is: 'bytes of any length',
        replace: 'if (bytes.length !== ID_LENGTH) return false;',
        with: '',
      },
      { is: 'bytes of which the last counts', replace: 'isHex &= HEX', with: 'isHex = HEX' },
      {
        is: 'a Buffer with a text of its own is read as bytes',
        replace: ' && value.toString === toText',
        with: '',
      },
      {
        is: 'a missing value is an id',
        replace: 'if (value === null || value === undefined) return false;',
        with: 'if (value === null || value === undefined) return true;',
      },
      {
        is: 'a text is anything that prints as one',
        replace: "return typeof value === 'string' && HEX_ID.test(value);",
        with: 'return HEX_ID.test(value);',
      },
    ],
  },
  {
    file: 'lib/bytes/read-byte-buf.js',
    tests: [
      'parity/byte-buf',
      'parity/parsing',
      'parity/object-model',
      'parity/re-entrance/reading',
    ],
    mutants: [
      {
        is: 'a u16 by its low byte',
        replace: '? buffer[position] | (buffer[position + 1] << 8)\n      : buffer.readUInt16LE',
        with: '? buffer[position]\n      : buffer.readUInt16LE',
      },
      { is: 'a u32 with a sign', replace: ') >>>\n        0', with: ')' },
      {
        is: 'an integer beyond the end is read',
        replace: 'position + count <= buffer.length',
        with: 'position + count <= buffer.length + 1',
        tests: ['parity/byte-buf'],
      },
      {
        is: 'reading beyond the end of a string does not move there',
        replace: 'this.position = end;',
        with: 'this.position = Math.min(end, this.buffer.length);',
        tests: ['parity/byte-buf', 'parity/parsing'],
      },
      {
        is: 'a string beyond the end is cut',
        replace: 'if (end > buffer.length) {\n    const padded',
        with: 'if (end > buffer.length + 65535) {\n    const padded',
      },
      {
        is: 'a service may end beyond the token',
        replace: 'if (this.position > this.buffer.length) throw',
        with: 'if (this.position > Infinity) throw',
        tests: ['parity/parsing'],
      },
      {
        is: 'a longer string is a view of the memory that is lent',
        replace:
          'const copied = Buffer.allocUnsafe(length);\n    buffer.copy(copied, 0, start, end);\n    return copied;',
        with: 'return buffer.subarray(start, end);',
        tests: ['parity/re-entrance/reading', 'parity/parsing'],
      },
      {
        is: 'a short string is a view of the memory that is lent',
        replace:
          'const copied = Buffer.alloc(length);\n  for (let i = 0; i < length; i++) copied[i] = buffer[start + i];\n  return copied;',
        with: 'return buffer.subarray(start, end);',
        tests: ['parity/re-entrance/reading'],
        short: true,
      },
      {
        is: 'padding that is not zero',
        replace: 'Buffer.alloc(length);\n    buffer.copy(padded',
        with: "Buffer.alloc(length, 'x');\n    buffer.copy(padded",
      },
    ],
  },
  {
    file: 'lib/bytes/crc32.js',
    tests: ['parity/access-token-006'],
    kernel: 'javascript',
    mutants: [
      { is: 'another polynomial', replace: '0xedb88320', with: '0xedb88321' },
      { is: 'a signed sum', replace: '(crc ^ -1) >>> 0', with: 'crc ^ -1' },
      {
        is: 'surrogates of one unit',
        replace: 'unit >= 0xd800 && unit < 0xe000',
        with: 'unit >= 0xdc00 && unit < 0xe000',
      },
      { is: 'characters from U+0080', replace: 'unit < 0x80)', with: 'unit <= 0x80)' },
      { is: 'characters from U+0800', replace: 'unit < 0x800)', with: 'unit <= 0x800)' },
    ],
  },
  {
    file: 'lib/bytes/uid-text.js',
    tests: ['lib/uid-text', 'parity/ordinary-calls', 'parity/odd-calls'],
    mutants: [
      {
        is: "uid 0 is the user '0'",
        replace: "uid === 0 ? '' : printUid(uid)",
        with: 'printUid(uid)',
        tests: ['lib/uid-text'],
      },
      { is: 'the text 0 is any user', replace: "uid === 0 ? ''", with: "uid == 0 ? ''" },
      { is: 'groups without zeros', replace: ".padStart(3, '0')", with: '' },
      { is: 'a number that is no u32', replace: ' || uid >>> 0 !== uid', with: '' },
    ],
  },
  {
    file: 'lib/bytes/spare.js',
    tests: ['parity/re-entrance/reading'],
    mutants: [
      {
        is: 'what is lent is lent again',
        replace: 'this.#spare = null;\n    return taken;',
        with: 'this.#spare = taken;\n    return taken;',
        short: true,
      },
    ],
  },
  {
    file: 'lib/clock.js',
    tests: ['parity/clock', 'parity/salt', 'user-habits'],
    mutants: [
      {
        is: 'milliseconds',
        replace: 'new Date().getTime()) / 1000',
        with: 'new Date().getTime())',
        tests: ['parity/clock'],
        short: true,
      },
      {
        is: 'whole seconds',
        replace: '(isReal() ? engineNow() : new Date().getTime()) / 1000',
        with: 'Math.floor((isReal() ? engineNow() : new Date().getTime()) / 1000)',
      },
      {
        is: 'a fake Date is not looked for',
        replace: 'Date === EngineDate &&',
        with: '',
        tests: ['parity/clock'],
      },
      {
        is: 'a stubbed getTime is not looked for',
        replace: 'prototype.getTime === getTime &&',
        with: '',
      },
      {
        is: 'a stubbed valueOf is not looked for',
        replace: 'prototype.valueOf === toNumber &&',
        with: '',
      },
      {
        is: 'a stubbed toPrimitive is not looked for',
        replace: ' &&\n    prototype[Symbol.toPrimitive] === toPrimitive',
        with: '',
      },
      {
        is: 'a clock that was stubbed before is the real one',
        replace: "isNative(engineNow, 'now') &&",
        with: '',
      },
      {
        is: 'a Date that was faked before is the real one',
        replace: "isNative(EngineDate, 'Date') &&",
        with: '',
      },
      {
        is: 'salts from 0',
        replace: 'Math.floor(Math.random() * 99999999) + 1',
        with: 'Math.floor(Math.random() * 99999999)',
        tests: ['parity/salt'],
      },
      {
        is: 'salts to 10^8',
        replace: 'Math.random() * 99999999',
        with: 'Math.random() * 100000000',
      },
      {
        is: 'salts are not whole',
        replace: 'Math.floor(Math.random() * 99999999) + 1',
        with: 'Math.random() * 99999999 + 1',
      },
    ],
  },
];
