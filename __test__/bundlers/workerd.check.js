'use strict';

const { answerOf, readAnswer, runScript, runTool } = require('./support');

const CONDITIONS = '--conditions=workerd,worker,browser';

test('a bundle for Workers answers in workerd, on the JavaScript kernel', async () => {
  const args = ['--bundle', '--format=esm', CONDITIONS, '--external:node:*', '--log-level=warning'];
  await runTool('esbuild', ['worker.mjs', ...args, '--outfile=out/worker.mjs']);
  expect(readAnswer(await runScript('workerd', 'out/worker.mjs'))).toEqual(answerOf('javascript'));
});
