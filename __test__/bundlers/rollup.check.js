'use strict';

const { answerOf, readAnswer, runFile, runScript } = require('./support');

test.each([
  ['rollup.mjs', 'es'],
  ['rollup.cjs', 'cjs'],
])('%s, without a warning', async (output, format) => {
  expect(await runScript('rollup', output, format)).toBe('[]');
  expect(readAnswer(await runFile(`out/${output}`))).toEqual(answerOf('javascript'));
});

test('with the package external, the addon runs', async () => {
  expect(await runScript('rollup', 'rollup-external.mjs', 'es', 'external')).toBe('[]');
  expect(readAnswer(await runFile('out/rollup-external.mjs'))).toEqual(answerOf('native'));
});
