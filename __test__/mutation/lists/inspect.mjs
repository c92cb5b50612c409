// What recognises damaged tokens, and reads the command line.

export default [
  {
    file: 'tools/decode/base64-text.js',
    tests: ['tools/decode/errors', 'tools/decode/damage'],
    mutants: [
      {
        is: 'padding behind a whole group',
        replace: 'end % GROUP > 1 ? GROUP - (end % GROUP) : 0',
        with: 'GROUP - (end % GROUP)',
      },
      {
        is: 'padding behind one character',
        replace: 'end % GROUP > 1 ?',
        with: 'end % GROUP > 0 ?',
      },
      {
        is: 'the padding is to blame',
        replace: 'return end + lacking;',
        with: 'return end;',
      },
      {
        is: 'padding that is not whole',
        replace: "if (text[end + count] !== '=') return end + count;",
        with: '',
      },
    ],
  },
  {
    file: 'tools/decode/damage.js',
    tests: ['tools/decode/damage', 'tools/decode/bounds'],
    mutants: [
      {
        is: 'a text of any length',
        replace: 'if (text.length > MOST_CHARACTERS) return undefined;',
        with: '',
      },
      { is: 'one thing at a time', replace: 'MOST_ROUNDS = 6', with: 'MOST_ROUNDS = 1' },
      {
        is: 'a token that can be opened is damaged',
        replace: 'if (kinds.length === 0) return undefined;',
        with: '',
      },
      {
        is: 'brackets around nothing',
        replace: "kinds.every((kind) => kind === 'surroundings')",
        with: 'false',
      },
      {
        is: 'a kind twice',
        replace: 'if (kinds.includes(kind)) return;',
        with: '',
      },
    ],
  },
  {
    file: 'tools/decode/repairs.js',
    tests: ['tools/decode/damage'],
    mutants: [
      { is: 'JSON', replace: "  ['json', fromJson],\n", with: '' },
      { is: 'JSON of any depth', replace: 'MOST_DEPTH = 5', with: 'MOST_DEPTH = 9' },
      { is: 'Bearer', replace: "  ['bearer', afterBearer],\n", with: '' },
      { is: 'a name', replace: "  ['name', afterName],\n", with: '' },
      { is: 'quotes', replace: "  ['surroundings', withoutSurroundings],\n", with: '' },
      { is: 'invisible characters', replace: "  ['invisible', withoutInvisible],\n", with: '' },
      { is: 'two tokens', replace: "  ['twoTokens', firstOfTwo],\n", with: '' },
      {
        is: 'a first token that is none',
        replace: 'if (!isToken(first)) return undefined;',
        with: '',
      },
      { is: 'HTML', replace: "  ['htmlEntities', withoutEntities],\n", with: '' },
      { is: 'percents', replace: "  ['percentEncoding', withoutPercents],\n", with: '' },
      { is: 'escapes', replace: "  ['jsonEscapes', withoutEscapes],\n", with: '' },
      { is: 'the URL-safe alphabet', replace: "  ['urlSafe', standardAlphabet],\n", with: '' },
      { is: 'wrapped lines', replace: "  ['wrapped', unwrapped],\n", with: '' },
      { is: 'spaces', replace: "  ['spaceForPlus', plusForSpace],\n", with: '' },
      {
        is: 'spaces that were added',
        replace: "if (isToken(joined)) return { text: joined, remedy: 'It has",
        with: "if (false) return { text: joined, remedy: 'It has",
      },
      { is: 'padding', replace: "  ['padding', padded],\n", with: '' },
      { is: 'a longer text', replace: "  ['text', withinText],\n", with: '' },
      { is: 'the version', replace: "  ['version', withVersion],\n", with: '' },
    ],
  },
  {
    file: 'tools/decode/dynamic-key.js',
    tests: ['tools/decode/legacy'],
    mutants: [
      { is: 'the salt is decimal', replace: 'Number.parseInt(salt, 16)', with: 'Number(salt)' },
      { is: 'a key that does not end', replace: '[0, 0xffffffff]', with: '[0]' },
      {
        is: 'a service of 004',
        replace: 'uid === undefined ? [] : [service]',
        with: '[service]',
      },
    ],
  },
  {
    file: 'tools/decode/time-left.js',
    tests: ['tools/decode/notes'],
    mutants: [
      { is: 'at its end it has not expired', replace: 'now < expireTs', with: 'now <= expireTs' },
      { is: 'one of a unit', replace: "count === 1 ? '' : 's'", with: "'s'" },
      { is: 'a part of a second', replace: 'Math.ceil(', with: 'Math.floor(' },
    ],
  },
  {
    file: 'tools/cli/arguments.js',
    tests: ['tools/cli/commands'],
    mutants: [
      {
        is: 'options of another service',
        replace: 'if (known[option]) continue;',
        with: 'continue;',
      },
      {
        is: 'options that exclude each other',
        replace: 'if (has(left) && has(right)) {',
        with: 'if (false) {',
      },
      { is: 'what is missing', replace: 'if (missing.length > 0) throw', with: 'if (false) throw' },
      {
        is: 'one of two that belong together',
        replace: 'if (lone !== undefined && together.some(has)) {',
        with: 'if (false) {',
      },
    ],
  },
  {
    file: 'tools/cli/completion.js',
    tests: ['tools/cli/completion'],
    mutants: [
      {
        is: 'words that split at =',
        replace: "words.filter((word) => word !== '=')",
        with: '[...words]',
      },
      {
        is: 'options that were given',
        replace: 'multiple || !rest.includes(',
        with: 'true || !rest.includes(',
      },
      { is: 'values', replace: 'if (before?.value) return', with: 'if (false) return' },
    ],
  },
  {
    file: 'tools/cli/suggest.js',
    tests: ['tools/cli/help'],
    mutants: [
      {
        is: 'words of any length',
        replace: 'word.length > MOST_CHARACTERS',
        with: 'false',
        equivalent: 'no name of ours is near to such a word; it only takes longer',
      },
      {
        is: 'the nearest, however far',
        replace: 'best.steps > Math.max(1, Math.floor(word.length / 3))',
        with: 'false',
      },
    ],
  },
];
