// What AGORA_TOKEN_CHECK checks, and where it says so.

const tests = ['tools/watch/checks'];

export default [
  {
    file: 'tools/watch/watch.js',
    tests,
    mutants: [
      {
        is: 'a certificate in the place of another argument is shown',
        replace: "return shown.replace(SECRET, '…');",
        with: 'return shown;',
        short: true,
      },
      {
        is: 'a method that calls another one reports twice',
        replace: '      isInside = true;',
        with: '      isInside = false;',
        short: true,
      },
      {
        is: 'a warning comes with an error of the same argument',
        replace: 'return errors.length > 0 ? errors : warnings;',
        with: 'return [...errors, ...warnings];',
      },
      {
        is: 'a place is reported again and again',
        replace: 'if (!isNew(warned, key)) return;',
        with: 'isNew(warned, key);',
        short: true,
      },
      {
        is: 'two arguments of a call are reported as one',
        replace: 'const key = [callSite, method, parameter, code]',
        with: 'const key = [callSite, method, code]',
      },
      {
        is: 'there is no end of places',
        replace: 'if (seen.has(key) || seen.size >= MOST_SITES) return false;',
        with: 'if (seen.has(key)) return false;',
      },
    ],
  },
  {
    file: 'tools/watch/call-site.js',
    tests,
    mutants: [
      {
        is: 'a batch is reported inside this package',
        replace: 'lines.find((line) => !isOwn(line))',
        with: 'lines[0]',
      },
    ],
  },
  {
    file: 'tools/watch/arguments.js',
    tests,
    mutants: [
      {
        is: 'credentials are not looked at',
        replace: '  checkCredentials(appId, appCertificate);',
        with: '',
        short: true,
      },
      {
        is: 'a Buffer is no App ID',
        replace: 'if (ArrayBuffer.isView(appId) || ArrayBuffer.isView(appCertificate)) return;',
        with: '',
      },
      {
        is: 'a privilege of 0 seconds',
        replace: "if (value !== undefined && value !== 0 && value !== '0') ",
        with: 'if (value !== undefined) ',
      },
      {
        is: 'a text with a unit',
        replace: "if (typeof number !== 'number' || Number.isNaN(number)) {",
        with: 'if (number === null) {',
      },
      {
        is: 'a fraction hides a point in time',
        replace: 'toDuration(name, Math.floor(number), hints);',
        with: 'toDuration(name, Math.floor(number) === number ? number : 1, hints);',
      },
      {
        is: 'a word for a missing uid is an account',
        replace: ' && !isMistakenWord(value);',
        with: ';',
        short: true,
      },
      {
        is: 'the user named 0',
        replace: "if (typeof value === 'number' || value === '0') toUid(value);",
        with: "if (typeof value === 'number') toUid(value);",
      },
      {
        is: 'the arguments of 006',
        replace: "  if (typeof value !== 'number') return;\n",
        with: '  return;\n',
      },
    ],
  },
];
