'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { TOKEN_CODES } = require('../../../tools/token-error');
const { reason } = require('../../../tools/verify/reason');

const DECLARED = fs.readFileSync(
  path.resolve(__dirname, '../../../tools/token-error.d.ts'),
  'utf8',
);

function declared(type) {
  const [, union] = new RegExp(`type ${type} =([^;]*);`).exec(DECLARED);
  return [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
}

test('the declarations have the codes of the table', () => {
  const types = ['TokenReadCode', 'TokenVerifyCode', 'TokenArgumentCode', 'TokenWarningCode'];
  const codes = types.flatMap(declared);
  expect([...new Set(codes)].sort()).toEqual(Object.keys(TOKEN_CODES).sort());
  expect(codes).toHaveLength(Object.keys(TOKEN_CODES).length);
});

test.each(declared('TokenVerifyCode'))(
  '%s has a meaning, what a client sees, and a hint',
  (code) => {
    expect(TOKEN_CODES[code]).toEqual({
      meaning: expect.stringMatching(/^[A-Z].*\.$/),
      clientError: TOKEN_CODES[code].clientError,
      hint: expect.stringMatching(/^[A-Z].*\.$/),
    });
    expect([109, 110, null]).toContain(TOKEN_CODES[code].clientError);
    const sees = {
      109: /^A client sees 109 \(token expired\)\. [A-Z]/,
      110: /^A client sees 110 /,
    };
    const { clientError, hint } = reason(code, 'What was found.');
    expect(hint).toMatch(sees[clientError] ?? /^(?!A client sees)/);
  },
);
