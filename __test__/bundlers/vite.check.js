'use strict';

const { answerOf, readAnswer, runFile, runScript } = require('./support');

test('an SSR build leaves packages outside, so the addon runs', async () => {
  await runScript('vite', 'vite');
  expect(readAnswer(await runFile('out/vite/app.mjs'))).toEqual(answerOf('native'));
});

test('bundled with noExternal, the JavaScript kernel runs', async () => {
  await runScript('vite', 'vite-bundled', 'bundled');
  expect(readAnswer(await runFile('out/vite-bundled/app.mjs'))).toEqual(answerOf('javascript'));
});
