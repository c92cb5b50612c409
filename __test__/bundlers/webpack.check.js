'use strict';

const { answerOf, readAnswer, runFile, runScript } = require('./support');

test.each([
  ['app.cjs', 'webpack.cjs'],
  ['app.mjs', 'webpack-from-esm.cjs'],
  ['app.mjs', 'webpack.mjs'],
])('%s as %s, without configuration and without a warning', async (entry, output) => {
  expect(await runScript('webpack', entry, output)).toBe('[]');
  expect(readAnswer(await runFile(`out/${output}`))).toEqual(answerOf('javascript'));
});

test('with the package external, the addon runs', async () => {
  expect(await runScript('webpack', 'app.mjs', 'webpack-external.cjs', 'external')).toBe('[]');
  expect(readAnswer(await runFile('out/webpack-external.cjs'))).toEqual(answerOf('native'));
});
